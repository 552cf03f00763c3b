# Fixed moments through gmtime, strftime, strptime and timegm.
import calendar
import time

t = time.gmtime(1_700_000_000)
print(tuple(t), t.tm_year, t.tm_yday, t.tm_isdst)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %U %w %p %y", t), time.asctime(t))
print(time.strftime("%A, %d %B", time.gmtime(0)), time.gmtime(0)[:6], time.gmtime(-1)[:6])
p = time.strptime("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S")
print(tuple(p), calendar.timegm(p), time.gmtime(calendar.timegm(p))[:6] == p[:6])
print(time.strptime("5 Mar 24", "%d %b %y")[:3], time.strptime("12:30 PM", "%I:%M %p")[3:5])
print(time.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, 0)))
print(type(time.time()).__name__, type(time.time_ns()).__name__, time.monotonic() <= time.monotonic())
start = time.perf_counter()
sum(range(1000))
print(time.perf_counter() - start >= 0, time.process_time() >= 0)
print(time.sleep(0), time.get_clock_info("monotonic").monotonic)
for call in ("time.strptime('x', '%Y')", "time.sleep(-1)", "time.gmtime(1e30)"):
    try:
        print(eval(call))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, call)
time.gmtime(86400).tm_mday
