from datetime import date, datetime, time, timedelta, timezone

start = datetime(2024, 1, 31, 22, 30)
for step in (timedelta(days=1), timedelta(hours=36, minutes=5), timedelta(weeks=-5), timedelta(milliseconds=1.5)):
    print(start + step, start - step, step, repr(step), step.total_seconds())
gap = datetime(2025, 3, 1) - start
print(gap, gap.days, gap.seconds, gap // timedelta(days=7), gap % timedelta(days=7), divmod(gap, timedelta(hours=5)), gap / 3)
print(date(2024, 12, 30).isocalendar(), date.fromisocalendar(2025, 1, 1), date(2024, 2, 29).replace(year=2028))
print((date(2024, 3, 1) - date(2023, 3, 1)).days, date.max - date.min, date(2024, 2, 29).toordinal(), date.fromordinal(738945))
print(datetime.fromisoformat("2024-02-29T12:30:45.123+05:30"), time.fromisoformat("07:05"), datetime.fromisoformat("20240229T0705Z"))
print(datetime.strptime("29/02/24 07:05 PM +0130", "%d/%m/%y %I:%M %p %z"), f"{start:%A, %d %B %Y at %H:%M}")
print(sorted([date(2024, 5, 1), date(2023, 1, 9)]), max(start, datetime.max), timedelta.max, datetime.min.isoformat())
print(start.replace(tzinfo=timezone.utc) == start.replace(tzinfo=timezone(timedelta(0))), start.timetuple().tm_yday)
for bad in (lambda: datetime.max + timedelta(1), lambda: start - start.replace(tzinfo=timezone.utc),
            lambda: timedelta(days=10**9), lambda: start < date(2024, 1, 1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
