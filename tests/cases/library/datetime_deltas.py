# Durations: arithmetic, normalisation, printing.
from datetime import datetime, timedelta

d = timedelta(days=1, hours=25, minutes=-30, seconds=1.5, milliseconds=250)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds())
print(timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(), str(timedelta(days=-2, hours=3)))
print(d * 2, d / 2, d // timedelta(hours=1), d % timedelta(hours=1), divmod(d, timedelta(hours=5)))
print(d / timedelta(minutes=1), timedelta(hours=1) * 1.5, -d, abs(-d), +timedelta(1))
print(timedelta(weeks=1) == timedelta(days=7), timedelta(1) > timedelta(hours=23), bool(timedelta(0)))
print(timedelta.max, timedelta.min, timedelta.resolution)
print(sum([timedelta(minutes=m) for m in (10, 25, 50)], timedelta()))
print(timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=1) // 3, timedelta(seconds=1) / 3)


def human(delta):
    hours, rest = divmod(int(delta.total_seconds()), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}h {minutes:02}m {seconds:02}s"


print(human(datetime(2024, 1, 2, 3, 4, 5) - datetime(2024, 1, 1)), {timedelta(1): "day"}[timedelta(hours=24)])
start = datetime(2024, 2, 27, 22, 0)
print([f"{start + timedelta(hours=9 * n):%a %H:%M}" for n in range(5)])
for call in ("timedelta(days=10**10)", "d / 0", "d * 'x'", "timedelta.max + timedelta(1)", "d + 1"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__)
timedelta(hours=49, minutes=3)
