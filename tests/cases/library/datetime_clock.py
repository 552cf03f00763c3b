#! alone = "reads the clock that policy fixes"
# now() and today() read the run's fixed clock.
import time
from datetime import UTC, date, datetime, timedelta

print(datetime.now(), datetime.now(UTC), date.today())
time.sleep(90.5)
print(datetime.now(UTC))
print(datetime.now(UTC) + timedelta(days=30))
print(datetime.today().strftime("%A %Y-%m-%d %H:%M:%S"))
print((date(2026, 12, 25) - date.today()).days, "days to go")
datetime.now().year
