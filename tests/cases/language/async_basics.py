# Coroutines, await, gather, tasks and exceptions.
import asyncio

async def double(x):
    await asyncio.sleep(0)
    return x * 2

async def fail():
    raise ValueError("async failure")

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"

async def main():
    print(await double(4), await Awaitable())
    print(await asyncio.gather(*(double(i) for i in range(4))))
    task = asyncio.create_task(double(21), name="answer")
    print(task.done(), await task, task.done(), task.result(), task.get_name())
    try:
        await fail()
    except ValueError as exc:
        print("caught", exc)
    results = await asyncio.gather(double(1), fail(), return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in results])
    done, pending = await asyncio.wait([asyncio.create_task(double(5))])
    print([t.result() for t in done], pending, [await double(i) for i in range(3)])
    print({k: await double(k) for k in (1, 2)})
    return "finished"

coroutine = double(1)
print(type(coroutine).__name__, asyncio.iscoroutine(coroutine))
coroutine.close()
asyncio.run(main())
