#! expect = "denied"
async def fetch():
    import aiohttp


fetch().send(None)
