#! expect = {status = "ok"}
def gen(n):
    try:
        yield n
    finally:
        print("contained: closed", n)

kept = gen(1)
next(kept)
cycle = [gen(2)]
cycle.append(cycle)
next(cycle[0])

async def co():
    return 1

never = co()
print("contained")
