# Dates: construction, arithmetic, ISO calendar, formatting.
from datetime import date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.isoformat(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()))
print(d + timedelta(days=365), d - timedelta(weeks=52), date(2025, 1, 1) - d)
print(d.replace(year=2023, day=28), d.timetuple().tm_yday, d.toordinal(), date.fromordinal(738000))
print(date.fromisoformat("2023-12-31"), date.fromisoformat("20240105"), date.fromisoformat("2024-W01-1"))
print(date.fromisocalendar(2020, 53, 7), date.fromtimestamp(86400 * 365).year)
print(d.strftime("%A %d %B %Y, day %j, week %U/%W/%V, %y %a %b %e"), f"{d:%Y/%m/%d}", d.ctime())
print(date.min, date.max, date.resolution, d < date(2024, 3, 1), d == date(2024, 2, 29))
print(max(date(2020, 1, 1), d), sorted([d, date(1999, 5, 5), date(2030, 1, 1)])[0])


def add_months(day, months):
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


print([str(add_months(date(2024, 1, 31), n)) for n in (1, 2, 11, 13, -2)])
print(sum((date(2024, 1, 1) + timedelta(n)).weekday() < 5 for n in range(366)), "working days in 2024")
born = date(1990, 6, 15)
print(d.year - born.year - ((d.month, d.day) < (born.month, born.day)))
for call in ("date(2023, 2, 29)", "date(0, 1, 1)", "date.fromisoformat('2024/01/01')", "date.max + timedelta(1)"):
    try:
        print(eval(call))
    except (ValueError, OverflowError) as e:
        print(call, "->", type(e).__name__)
d - date(2000, 1, 1)
