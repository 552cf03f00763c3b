# async for and asynchronous iterators, with else and comprehensions.
import asyncio

class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n

async def main():
    async for tick in Ticker(3):
        print("tick", tick)
    else:
        print("no break")
    async for tick in Ticker(9):
        if tick % 4 == 0:
            break
    try:
        async for _ in [1]:
            pass
    except TypeError as exc:
        print(type(exc).__name__)
    print(tick, await anext(Ticker(2)), await anext(Ticker(0), "default"))
    print([n * n async for n in Ticker(4) if n % 2], {n: -n async for n in Ticker(2)}, {n async for n in Ticker(1)})
    return [(a, b) async for a in Ticker(2) async for b in Ticker(2)], sum([n async for n in Ticker(4)])

asyncio.run(main())
