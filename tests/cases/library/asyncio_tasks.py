# Tasks: groups, cancellation, results, callbacks.
import asyncio


async def count(n, name="t"):
    total = 0
    for i in range(n):
        total += i
        await asyncio.sleep(0)
    return f"{name}{total}"


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleaning up")
        raise
    finally:
        print("finally")


async def fail(kind):
    raise kind(kind.__name__)


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(count(3, "a"), name="first")
        b = tg.create_task(count(5, "b"))
    print(a.result(), b.result(), a.done(), a.get_name(), a.cancelled())
    task = asyncio.create_task(stubborn())
    task.add_done_callback(lambda t: print("callback", t.cancelled()))
    await asyncio.sleep(0)
    print(task.cancel("stop"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError))
            tg.create_task(fail(KeyError))
    except* ValueError as group:
        print("values", group.exceptions)
    except* KeyError as group:
        print("keys", group.exceptions)
    done, pending = await asyncio.wait([asyncio.create_task(count(1)), asyncio.create_task(asyncio.sleep(9))], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for t in pending:
        t.cancel()
    bad = asyncio.create_task(fail(OSError))
    await asyncio.sleep(0)
    print(repr(bad.exception()))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 42)
    shielded = await asyncio.shield(count(2, "s"))
    return await future, shielded, asyncio.current_task().done()


asyncio.run(main())
