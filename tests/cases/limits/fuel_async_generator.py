#! fuel = 10000
#! expect = "fuel"
async def numbers():
    n = 0
    while True:
        yield n
        n += 1


async def total():
    return [n async for n in numbers() if n < 0]


total().send(None)
