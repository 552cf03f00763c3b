# A month page drawn by hand, compared with the calendar module, plus a year overview.
import calendar
from datetime import date, timedelta


def month_page(year, month, marked=()):
    first = date(year, month, 1)
    lines = [first.strftime("%B %Y").center(27).rstrip(), " Mo  Tu  We  Th  Fr  Sa  Su"]
    cells = ["    "] * first.weekday()
    day = first
    while day.month == month:
        cells.append(f"[{day.day:>2}]" if day.day in marked else f" {day.day:>2} ")
        day += timedelta(days=1)
    for start in range(0, len(cells), 7):
        lines.append("".join(cells[start : start + 7]).rstrip())
    return "\n".join(lines)


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


print(month_page(2026, 2, marked={14}))
print()
print(month_page(2024, 9, marked={2, 30}))
print()
print(calendar.month(2026, 2))

weeks = calendar.monthcalendar(2024, 2)
print("weeks:", weeks[0], "...", weeks[-1])
sunday_first = calendar.TextCalendar(firstweekday=6)
print(sunday_first.formatmonth(2023, 10))

print("leap years:", [y for y in range(1890, 1930) if calendar.isleap(y)])
print("month lengths:", [calendar.monthrange(2025, m)[1] for m in range(1, 13)])
for year in (2024, 2025, 2026, 2038):
    print(year, "Easter:", easter(year).strftime("%d %b"), "starts on", calendar.day_name[date(year, 1, 1).weekday()])
easter(2000).isoformat()
