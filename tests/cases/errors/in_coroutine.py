# An exception inside a coroutine that asyncio runs.
import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return 1 / n


async def main():
    return await fetch(0)


try:
    asyncio.run(main())
except ZeroDivisionError as e:
    print("caught", e)


async def leaf():
    raise LookupError("in the coroutine")


async def branch():
    await leaf()


branch().send(None)
