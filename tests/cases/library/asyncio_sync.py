# Locks, events, semaphores, async iteration.
import asyncio


async def main():
    lock, total = asyncio.Lock(), 0

    async def add():
        nonlocal total
        async with lock:
            seen = total
            await asyncio.sleep(0)
            total = seen + 1

    await asyncio.gather(*(add() for _ in range(10)))
    print(total, lock.locked())
    event, order = asyncio.Event(), []

    async def waiter(n):
        await event.wait()
        order.append(n)

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    print(order, event.is_set())
    active = peak = 0
    limit = asyncio.Semaphore(2)

    async def limited():
        nonlocal active, peak
        async with limit:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("peak", peak)
    condition, ready = asyncio.Condition(), []

    async def late():
        async with condition:
            ready.append(1)
            condition.notify_all()

    async with condition:
        task = asyncio.create_task(late())
        await condition.wait_for(lambda: ready)
    await task

    async def ticks(n):
        for i in range(n):
            yield i
            await asyncio.sleep(0)

    print([x async for x in ticks(3)], {x: x * x async for x in ticks(3) if x}, sum([x async for x in ticks(4)]))
    try:
        limit.release()
        asyncio.BoundedSemaphore(1).release()
    except ValueError as e:
        print(e)
    return await anext(ticks(1)), [i async for i in aiter(ticks(2))]


asyncio.run(main())
