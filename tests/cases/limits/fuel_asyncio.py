#! fuel = 200000
#! expect = "fuel"
# Tasks that never end; sleeping costs fuel too.
import asyncio


async def tick(n):
    while True:
        try:
            await asyncio.sleep(1)
        except BaseException:
            print("caught")


async def main():
    await asyncio.gather(*(tick(n) for n in range(3)), return_exceptions=True)


asyncio.run(main())
