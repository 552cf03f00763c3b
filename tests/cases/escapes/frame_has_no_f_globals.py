#! expect = {status = "ok"}
import sys

def frames():
    """Every road to a frame."""
    def generator():
        yield
    async def coroutine():
        pass
    async def asynchronous():
        yield
    held = generator(), coroutine(), asynchronous()
    yield sys._getframe()
    yield sys._getframe(1)
    yield held[0].gi_frame
    yield held[1].cr_frame
    yield held[2].ag_frame
    held[1].close()
    try:
        raise ValueError
    except ValueError as error:
        yield error.__traceback__.tb_frame
    import inspect, logging, traceback
    yield inspect.currentframe()
    yield inspect.stack()[0].frame
    yield logging.currentframe()
    yield from (frame for frame, _ in traceback.walk_stack(None))

from operator import attrgetter, methodcaller

roads = (
    lambda frame: frame.f_globals,
    lambda frame: getattr(frame, "f_globals"),
    lambda frame: object.__getattribute__(frame, "f_globals"),
    attrgetter("f_globals"),
    methodcaller("__getattribute__", "f_globals"),
    lambda frame: type(frame).__dict__["f_globals"],
    lambda frame: type(frame).f_globals,
)
found = 0
for frame in frames():
    found += 1
    for road in roads:
        try:
            print("ESCAPED", road(frame))
        except (AttributeError, KeyError):
            pass
print("contained:", found > 8)
