#! fuel = 200000
#! expect = {status = "output"}
# behind: a turn that prints takes more fuel there, which is gone before the room for output is
#! wasm = {expect = {status = "fuel"}}
class Forever:
    def __await__(self):
        while True:
            try:
                yield
            except BaseException:
                while True:
                    try:
                        yield
                    except BaseException:
                        pass

async def co():
    await Forever()

while True:
    c = co()
    c.send(None)
    try:
        c.close()
    except RuntimeError:
        pass
