#! alone = "the clock is fixed"
#! clock = "2024-02-29T23:59:59.25Z"
import datetime
import time

print(datetime.datetime.now(), datetime.datetime.today(), datetime.date.today())
print(datetime.datetime.now(datetime.UTC), datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=5.5))))
time.sleep(1)
print(datetime.datetime.now(), datetime.date.today().isoformat(), datetime.datetime.now().astimezone())


class Stamp(datetime.datetime):
    pass


print(repr(Stamp.now()), type(Stamp.fromtimestamp(0)).__name__, repr(Stamp.fromtimestamp(0.5)))
