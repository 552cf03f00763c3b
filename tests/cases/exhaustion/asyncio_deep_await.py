#! expect = {status = "error"}
async def f(n):
    return await f(n + 1)
import asyncio
asyncio.run(f(0))
