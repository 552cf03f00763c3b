#! alone = "the clock is fixed, and a deadlock is told instead of waited in"
import asyncio
import time


async def main():
    began = time.monotonic()
    await asyncio.gather(*(asyncio.sleep(hours * 3600) for hours in (1, 24, 5)))
    loop = asyncio.get_running_loop()
    return time.monotonic() - began, time.time(), loop.time()


print(asyncio.run(main()))


async def deadlock():
    try:
        await asyncio.Event().wait()
    finally:
        print("cleaned up")


asyncio.run(deadlock())
