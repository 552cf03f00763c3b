# taipan: fuel = 200000
# taipan: expect = "output"
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
