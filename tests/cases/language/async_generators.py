# Asynchronous generators: asend, aclose, athrow and finally.
import asyncio

async def numbers(stop):
    try:
        for i in range(stop):
            try:
                received = yield i
            except KeyError as exc:
                print("caught", exc)
                received = "nothing"
            if received:
                print("received", received)
            await asyncio.sleep(0)
    finally:
        print("closed")

async def squares(source):
    async for n in source:
        yield n * n

async def main():
    g = numbers(6)
    print(await anext(g), await g.asend("hello"), await g.athrow(KeyError("k")), await g.__anext__())
    await g.aclose()
    print([x async for x in g])
    try:
        await g.asend(None)
    except StopAsyncIteration as exc:
        print(repr(exc))
    print([x async for x in squares(numbers(4))], type(g).__name__)
    lazy = (x + 1 async for x in squares(numbers(2)))
    return [x async for x in lazy]

asyncio.run(main())
