#! alone = "the clock is fixed by policy"
# The fixed clock stands still; sleep moves every clock by its argument.
import time

print(time.time(), time.time_ns())
print(time.time() == time.time())
a, m, p = time.time(), time.monotonic(), time.perf_counter()
time.sleep(3600)
print(time.time() - a, time.monotonic() - m, time.perf_counter() - p)
print(time.gmtime()[:6], time.localtime()[:6], time.ctime())
print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
print(time.timezone, time.tzname[0], time.daylight)


def timed(f):
    start = time.perf_counter()
    f()
    return time.perf_counter() - start


print(timed(lambda: sum(range(10_000))), timed(lambda: time.sleep(0.25)))
time.time()
