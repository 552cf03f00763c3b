# Month tables, leap years, weekday arithmetic.
import calendar

print(calendar.month(2024, 2))
print(calendar.TextCalendar(firstweekday=6).formatmonth(2026, 8, w=3))
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(2000, 2025))
print(calendar.monthrange(2023, 2), calendar.monthrange(2024, 12), calendar.weekday(2024, 7, 4))
print(calendar.monthcalendar(2024, 9))
print(list(calendar.day_name), list(calendar.month_abbr)[1:4], calendar.day_abbr[0])
c = calendar.Calendar(firstweekday=calendar.SUNDAY)
print([d for d in c.itermonthdays(2024, 2)][:8], list(c.iterweekdays()))
print([str(d) for d in c.itermonthdates(2024, 3)][:2], len(list(c.itermonthdays2(2024, 3))))
fridays = [f"{m:02}" for m in range(1, 13) if calendar.weekday(2026, m, 13) == calendar.FRIDAY]
print("Friday the 13th in 2026:", fridays)
print(calendar.timegm((2024, 1, 1, 0, 0, 0)), repr(calendar.MONDAY), calendar.FEBRUARY == 2)
weeks = calendar.monthcalendar(2024, 11)
thursdays = [w[calendar.THURSDAY] for w in weeks if w[calendar.THURSDAY]]
print("fourth Thursday:", thursdays[3])
for call in ("calendar.monthrange(2024, 13)", "calendar.weekday(2024, 2, 30)"):
    try:
        print(eval(call))
    except ValueError as e:
        print(call, "->", type(e).__name__)
calendar.monthrange(1900, 2)[1]
