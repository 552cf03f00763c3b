# Business days with holidays, merged date intervals, recurring dates and a Gantt chart.
from datetime import date, timedelta
from itertools import islice, takewhile

HOLIDAYS = {date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1)}


def days(start, end, step=1):
    for offset in range(0, (end - start).days + 1, step):
        yield start + timedelta(days=offset)


def is_business_day(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def add_business_days(day, n):
    step = timedelta(days=1 if n >= 0 else -1)
    while n:
        day += step
        if is_business_day(day):
            n -= 1 if n > 0 else -1
    return day


def merge(ranges):
    merged = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def monthly(day):
    month = day.month - 1
    year = day.year
    while True:
        first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        last = first_of_next - timedelta(days=1)
        yield last.replace(day=min(day.day, last.day))
        year, month = first_of_next.year, first_of_next.month - 1


start, end = date(2024, 12, 20), date(2025, 1, 5)
working = [d for d in days(start, end) if is_business_day(d)]
print(f"{(end - start).days + 1} days, {len(working)} working:")
print("  " + " ".join(d.strftime("%a%d") for d in working))
for n in (1, 5, 10, -3, 0):
    print(f"{start} {n:+d} business days = {add_business_days(start, n)}")

holidays = [
    (date(2025, 7, 1), date(2025, 7, 14)),
    (date(2025, 7, 10), date(2025, 7, 20)),
    (date(2025, 8, 5), date(2025, 8, 9)),
    (date(2025, 7, 21), date(2025, 7, 22)),
]
for first, last in merge(holidays):
    print(f"away {first} to {last} ({(last - first).days + 1} days)")

print("end of month:", [d.isoformat() for d in islice(monthly(date(2024, 10, 31)), 6)])
print("every 10 days:", [f"{d:%d/%m}" for d in days(date(2024, 2, 20), date(2024, 3, 25), 10)])
print("until March:", [d.day for d in takewhile(lambda d: d.month < 3, days(date(2023, 2, 25), date(2023, 12, 31)))])

tasks = [("design", 0, 4), ("build", 3, 8), ("test", 9, 4), ("ship", 13, 1)]
zero = date(2025, 3, 3)
for name, offset, length in tasks:
    print(f"{name:<7}{zero + timedelta(offset):%b %d} |{' ' * offset}{'#' * length}")
quarter = lambda d: f"{d.year}-Q{(d.month + 2) // 3}"
[quarter(d) for d in (date(2024, 1, 1), date(2024, 6, 30), date(2024, 12, 31))], len(working)
