# A whole year as text, and a month as HTML.
import calendar

year = calendar.TextCalendar().formatyear(2025, w=2, l=1, c=3, m=4)
lines = year.splitlines()
print(len(lines))
print("\n".join(line.rstrip() for line in lines[:10]))
html = calendar.HTMLCalendar().formatmonth(2024, 2)
print(html.splitlines()[0])
print(html.count("<tr>"), html.count('class="noday"'), html.count('class="sat"'))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3))
print(calendar.monthcalendar(2024, 6)[0])
calendar.setfirstweekday(calendar.MONDAY)
len(calendar.Calendar().yeardatescalendar(2024, 4))
