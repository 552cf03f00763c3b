# Asynchronous context managers.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def conn(name):
    print("connect", name)
    try:
        yield name
    finally:
        print("disconnect", name)


async def letters():
    try:
        for x in "abc":
            yield x
    finally:
        print("letters closed")


async def main():
    async with conn("x") as c:
        print(c)
    async with AsyncExitStack() as s:
        print([await s.enter_async_context(conn(n)) for n in "pq"])
        s.push_async_callback(asyncio.sleep, 0)
    async with aclosing(letters()) as agen:
        return [x async for x in agen]


asyncio.run(main())
