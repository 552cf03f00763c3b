#! alone = "sleeping moves the fixed clock instead of waiting"
# A fixed clock jumps over sleeps: an hour costs nothing.
import asyncio
import time


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    start, clock = time.time(), asyncio.get_running_loop().time()
    await asyncio.gather(nap(3600), nap(60), nap(0.5))
    print(round(time.time() - start, 3), round(asyncio.get_running_loop().time() - clock, 3))
    try:
        await asyncio.wait_for(nap(1000), timeout=30)
    except TimeoutError:
        print("timed out at", round(time.time() - start, 3))


asyncio.run(main())
