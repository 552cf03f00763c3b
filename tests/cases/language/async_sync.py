# Locks, events, semaphores and queues between tasks.
import asyncio

async def producer(queue, lock, event):
    async with lock:
        for i in range(4):
            await queue.put(i)
        event.set()

async def consumer(queue, out):
    while (item := await queue.get()) is not None:
        out.append(item)
        queue.task_done()

async def guarded(semaphore, n, active, peaks):
    async with semaphore:
        active.add(n)
        peaks.append(len(active))
        await asyncio.sleep(0)
        active.discard(n)
    return n

async def main():
    lock, event, queue, out = asyncio.Lock(), asyncio.Event(), asyncio.Queue(maxsize=2), []
    tasks = [asyncio.create_task(producer(queue, lock, event)), asyncio.create_task(consumer(queue, out))]
    await event.wait()
    await queue.put(None)
    await asyncio.gather(*tasks)
    print(out, lock.locked(), queue.empty(), event.is_set())
    semaphore, active, peaks = asyncio.Semaphore(2), set(), []
    print(await asyncio.gather(*(guarded(semaphore, n, active, peaks) for n in range(6))))
    return max(peaks)

asyncio.run(main())
