# await in a function that is not async.
async def fetch():
    return 1


def main():
    return await fetch()
