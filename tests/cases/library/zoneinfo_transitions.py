from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

for key in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "UTC"):
    zone = ZoneInfo(key)
    for moment in ((1999, 7, 1), (2011, 12, 31), (2024, 3, 31, 1, 30), (2024, 10, 27, 2, 30), (2024, 11, 3, 1, 30), (2090, 1, 1)):
        local = datetime(*moment, tzinfo=zone)
        later = local.replace(fold=1)
        print(local, local.tzname(), local.dst(), later.utcoffset(), local.astimezone(timezone.utc), local.timestamp())
berlin = ZoneInfo("Europe/Berlin")
utc = datetime(2024, 3, 31, 0, 59, tzinfo=timezone.utc)
print(utc.astimezone(berlin), (utc + timedelta(minutes=1)).astimezone(berlin), repr(berlin), berlin is ZoneInfo("Europe/Berlin"))
names = available_timezones()
print(len(names) > 400, "Europe/Berlin" in names, "posixrules" in names)
for key in ("Nowhere/City", "europe/berlin", "Europe"):
    try:
        ZoneInfo(key)
    except ZoneInfoNotFoundError as error:
        print(type(error).__name__, error)
for key in ("/etc/passwd", "../UTC", "Europe/../UTC"):
    try:
        ZoneInfo(key)
    except ValueError as error:
        print(error)
