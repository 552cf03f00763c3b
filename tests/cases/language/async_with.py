# async with: asynchronous context managers and their exceptions.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, traceback):
        print("close", self.name, value)
        return self.swallow

@asynccontextmanager
async def session(name):
    print("begin", name)
    try:
        yield name * 2
    finally:
        print("end", name)

async def main():
    async with Resource("a") as a, Resource("b", swallow=True) as b:
        print(a, b)
        raise ValueError("inside")
    async with session("s") as s, AsyncExitStack() as stack:
        names = [await stack.enter_async_context(Resource(n)) for n in "xy"]
        stack.push_async_callback(asyncio.sleep, 0)
    return s, names

asyncio.run(main())
