#! expect = {status = "ok"}
import collections
import datetime
import functools
import io
import itertools
import random

things = [itertools.count(), itertools.cycle([1]), itertools.chain([1]), itertools.islice([1], 1), itertools.product([1]),
          itertools.permutations([1]), itertools.combinations([1, 2], 1), itertools.accumulate([1]), itertools.zip_longest([1]),
          itertools.takewhile(bool, [1]), itertools.dropwhile(bool, [1]), itertools.groupby([1]), iter([1, 2]), iter((1,)),
          iter("ab"), iter(range(3)), iter({1: 2}), iter({1}), reversed([1]), enumerate([1]), zip([1]), map(abs, [1]),
          io.BytesIO(b"x"), io.StringIO("x"), functools.partial(int), random.Random(1), ValueError(), collections.deque(),
          datetime.date(2020, 1, 1), datetime.timedelta(1), bytearray(b"x"), memoryview(b"x"), slice(1), range(3)]
states = [None, 0, -1, 10**30, -(10**30), "", b"", (), (1,), (-1, -1), (10**30,) * 3, ((1, 2), 3), ((), -5), {}, {"x": 1}, [],
          [1] * 30, object(), (None,) * 4, (b"x", -7, {}), (b"x", 2**62, None), ("x", "\n", 2**62, None), (3, tuple(range(625)), None),
          (3, (-1,) * 625, 0.0), (3, (2**70,) * 625, None), float("nan")]
for thing in things:
    for state in states:
        for use in (lambda: thing.__setstate__(state), lambda: next(thing), lambda: thing.__reduce__(), lambda: repr(thing), lambda: thing.read(), lambda: thing.__length_hint__()):
            try:
                use()
            except Exception:
                pass
print("contained")
