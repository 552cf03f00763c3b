# Concurrent jobs with asyncio: gather, a worker pool on a queue, timeouts and cancellation.
import asyncio


async def fetch(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ConnectionError(f"{name} is down")
    return f"{name}:{len(name)}"


async def worker(label, queue, results):
    while True:
        number = await queue.get()
        await asyncio.sleep(0)
        results[number] = (sum(d for d in range(1, number) if number % d == 0), label)
        queue.task_done()


async def producer(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i * i


async def limited(semaphore, job, running, peak):
    async with semaphore:
        running.append(job)
        peak.append(len(running))
        await asyncio.sleep(0.001)
        running.remove(job)
    return job * 2


async def main():
    print(await asyncio.gather(fetch("slow", 0.1), fetch("fast", 0), fetch("medium", 0.05)))

    outcomes = await asyncio.gather(fetch("a", 0), fetch("b", 0, fail=True), return_exceptions=True)
    print([repr(o) for o in outcomes])

    queue, results = asyncio.Queue(), {}
    for number in (6, 28, 12, 496, 7, 10):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(label, queue, results)) for label in "xyz"]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print({n: s for n, (s, _) in sorted(results.items())}, "cancelled:", all(t.cancelled() for t in workers))
    print("perfect:", [n for n, (s, _) in sorted(results.items()) if s == n])

    print("squares:", [x async for x in producer(6) if x % 2 == 0])

    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timed out")

    running, peak = [], []
    semaphore = asyncio.Semaphore(2)
    doubled = await asyncio.gather(*(limited(semaphore, job, running, peak) for job in range(5)))
    print("doubled:", doubled, "peak:", max(peak))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("good", 0))
            group.create_task(fetch("bad", 0, fail=True))
    except* ConnectionError as errors:
        print("group failed:", [str(e) for e in errors.exceptions])
    return sum(doubled)


asyncio.run(main())
