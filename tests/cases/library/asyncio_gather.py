# asyncio.run, gather, sleep order, exceptions.
import asyncio


async def work(name, delay, log):
    log.append(f"start {name}")
    await asyncio.sleep(delay)
    log.append(f"end {name}")
    return name * 2


async def boom():
    await asyncio.sleep(0)
    raise ValueError("boom")


async def main():
    log = []
    print(await asyncio.gather(work("a", 0.15, log), work("b", 0.05, log), work("c", 0.1, log)))
    print(log)
    print(await asyncio.gather(work("x", 0, log), boom(), return_exceptions=True))
    try:
        await asyncio.gather(boom(), work("y", 0.001, log))
    except ValueError as e:
        print("caught", e)
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.001)
    except TimeoutError as e:
        print("timeout", type(e).__name__)
    print(await asyncio.wait_for(work("z", 0, log), 1))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    return [await c for c in asyncio.as_completed([work("p", 0.1, log), work("q", 0, log)])]


print(asyncio.run(main()))
print(asyncio.iscoroutine(None))
try:
    asyncio.run(5)
except (ValueError, TypeError):
    print("not a coroutine")
asyncio.run(asyncio.sleep(0, "done"))
