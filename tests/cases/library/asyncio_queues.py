# Producers and consumers over queues.
import asyncio


async def producer(q, items):
    for item in items:
        await q.put(item)
        await asyncio.sleep(0)
    await q.put(None)


async def consumer(q, got):
    while (item := await q.get()) is not None:
        got.append(item * item)
        q.task_done()
    q.task_done()


async def main():
    q, got = asyncio.Queue(maxsize=2), []
    await asyncio.gather(producer(q, range(6)), consumer(q, got))
    await q.join()
    print(got, q.empty(), q.qsize(), q.full())
    pq = asyncio.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]:
        pq.put_nowait(item)
    print([pq.get_nowait()[1] for _ in range(3)])
    lifo = asyncio.LifoQueue()
    for n in range(3):
        await lifo.put(n)
    print([await lifo.get() for _ in range(3)])
    for action in (lambda: q.get_nowait(), lambda: [q.put_nowait(i) for i in range(5)]):
        try:
            action()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as e:
            print(type(e).__name__)
    workers, jobs, results = [], asyncio.Queue(), {}

    async def worker(name):
        while True:
            job = await jobs.get()
            await asyncio.sleep(0.001 * job)
            results[job] = name
            jobs.task_done()

    for job in (3, 1, 2, 1):
        jobs.put_nowait(job)
    workers = [asyncio.create_task(worker(f"w{i}")) for i in range(2)]
    await jobs.join()
    for w in workers:
        w.cancel()
    print([type(e).__name__ for e in await asyncio.gather(*workers, return_exceptions=True)])
    return dict(sorted(results.items())).keys()


list(asyncio.run(main()))
