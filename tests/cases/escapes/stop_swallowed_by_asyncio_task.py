#! fuel = 200000
#! expect = {status = "fuel"}
try:
    import asyncio
except ImportError:
    while True:
        pass

async def spin():
    try:
        while True:
            pass
    except BaseException:
        print("ESCAPED")

async def main():
    for result in await asyncio.gather(spin(), spin(), return_exceptions=True):
        print("ESCAPED", result)

asyncio.run(main())
