# Ages, due dates, month ends, weekdays and ISO weeks with the datetime module.
import calendar
from datetime import date, datetime, timedelta


def add_months(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


today = date(2024, 2, 29)
print("a month later:  ", add_months(date(2024, 1, 31), 1))
print("a year earlier: ", add_months(today, -12))
print("90 days later:  ", today + timedelta(days=90))
print("day of the year:", today.timetuple().tm_yday)
print("iso calendar:   ", tuple(today.isocalendar()))
print("weekday:        ", today.strftime("%A, %d %B %Y"))

for name, born in [("Ada", date(1815, 12, 10)), ("Alan", date(1912, 6, 23)), ("Leap", date(2000, 2, 29))]:
    print(f"{name:<5} born {born.isoformat()} would be {age(born, today)}")

start = datetime(2024, 3, 30, 22, 15)
end = datetime.fromisoformat("2024-04-02T06:45:30")
gap = end - start
hours, rest = divmod(gap.seconds, 3600)
print(f"gap: {gap.days} days {hours} h {rest // 60} min {rest % 60} s = {gap.total_seconds():.0f} s")

parsed = datetime.strptime("31/12/1999 23:59:59", "%d/%m/%Y %H:%M:%S")
print("one second later:", parsed + timedelta(seconds=1))

fridays = [d for d in (date(2024, m, 13) for m in range(1, 13)) if d.weekday() == 4]
print("Friday the 13ths of 2024:", ", ".join(d.strftime("%b") for d in fridays))

thanksgiving = date(2024, 11, 1)
thanksgiving += timedelta(days=(3 - thanksgiving.weekday()) % 7 + 21)
print("fourth Thursday of November:", thanksgiving)

(date(2025, 1, 1) - today).days
