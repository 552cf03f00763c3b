#! expect = {status = "ok"}
import inspect, sys, traceback, types, statistics, heapq, _types
from operator import attrgetter

def secret_holder():
    secret = "ESC" + "APED"
    yield sys._getframe()

generator = secret_holder()
frame = next(generator)
try:
    raise ValueError
except ValueError as error:
    caught = error
attempts = (
    lambda: inspect.getargvalues(frame),
    lambda: inspect.getgeneratorlocals(generator),
    lambda: inspect.getclosurevars(frame),
    lambda: heapq.nlargest(1, [frame], key=attrgetter("f_locals")),
    lambda: sorted([frame], key=attrgetter("f_globals")),
    lambda: list(map(attrgetter("f_back"), [frame])),
    lambda: traceback.TracebackException.from_exception(caught, capture_locals=True).stack[0].locals["frame"],
    lambda: traceback.StackSummary.extract(traceback.walk_stack(frame), capture_locals=True)[0].locals["secret"],
    lambda: types.FrameLocalsProxyType(frame)["secret"],
    lambda: _types.FrameLocalsProxyType(frame)["secret"],
    lambda: frame.__reduce_ex__(4),
    lambda: vars(frame),
    lambda: sys._current_frames(),
    lambda: sys._getframe(10**9),
    lambda: sys._getframe(-1),
    lambda: next(iter(sys._current_exceptions().values())),
)
for attempt in attempts:
    try:
        print("ESCAPED", attempt())
    except Exception as error:
        print("contained:", type(error).__name__)
