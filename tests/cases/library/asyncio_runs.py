import asyncio


async def work(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def fails():
    await asyncio.sleep(0.001)
    raise ValueError("no")


async def main():
    print(await asyncio.gather(work("a", 0.15), work("b", 0.05), work("c", 0.1)))
    try:
        await asyncio.wait_for(work("slow", 5), 0.01)
    except TimeoutError as error:
        print(type(error).__name__)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout")
    async with asyncio.TaskGroup() as group:
        first, second = group.create_task(work("d", 0.1)), group.create_task(work("e", 0.05))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(work("f", 1))
    except* ValueError as errors:
        print(errors.exceptions)
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for item in range(4):
            await queue.put(item)
        await queue.put(None)

    async def consume():
        while (item := await queue.get()) is not None:
            print("got", item)

    await asyncio.gather(produce(), consume())
    event, lock = asyncio.Event(), asyncio.Lock()

    async def waits():
        await event.wait()
        async with lock:
            return "woken"

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    event.set()
    print(await task, await asyncio.to_thread(pow, 2, 10))
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, fails(), return_exceptions=True))
    for next_done in asyncio.as_completed([work("g", 0.1), work("h", 0.05)]):
        print("done", await next_done)
    return [number async for number in numbers()]


async def numbers():
    for number in range(3):
        yield number
        await asyncio.sleep(0)


print(asyncio.run(main()))
