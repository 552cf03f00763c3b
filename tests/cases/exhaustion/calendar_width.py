#! expect = {status = "memory"}
#! memory = "48MiB"
import calendar
calendar.TextCalendar().formatmonth(2026, 1, w=10**8)
