#! alone = "the clock is fixed"
import time

print(time.time(), time.time_ns(), time.monotonic(), time.perf_counter(), time.process_time(), time.thread_time_ns())
print(time.gmtime(), time.localtime().tm_zone, time.tzname, time.timezone, time.altzone, time.daylight)
before = time.perf_counter()
sum(range(10_000))
print(time.perf_counter() - before)
time.sleep(90.5)
print(time.time(), time.monotonic_ns(), time.perf_counter(), time.process_time())
print(time.ctime(), time.asctime(), time.strftime("%Y-%m-%d %H:%M:%S %Z %z"))
print(time.get_clock_info("time"), time.get_clock_info("perf_counter"))
print(time.clock_gettime(time.CLOCK_REALTIME), time.clock_gettime(time.CLOCK_MONOTONIC), hasattr(time, "clock_settime"))
