# Task groups, timeouts and cancellation.
import asyncio

async def work(name, delay, log):
    try:
        await asyncio.sleep(delay)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise

async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, d, log)) for n, d in (("slow", 0.1), ("fast", 0.0))]
    print([t.result() for t in tasks], log)
    try:
        await asyncio.wait_for(work("late", 5, log), 0.001)
    except TimeoutError:
        print("timeout", log[-1])
    task = asyncio.create_task(work("victim", 5, log))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), log[-1])
    print([await f for f in asyncio.as_completed([work("x", 0, log), work("y", 0.1, log)])])
    return len(log)

asyncio.run(main())
