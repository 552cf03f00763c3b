# Named time zones: offsets, daylight saving, gaps and folds.
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

moment = datetime(2024, 7, 1, 12, 0, tzinfo=UTC)
for name in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney", "UTC"):
    local = moment.astimezone(ZoneInfo(name))
    print(f"{name:<18} {local} {local.tzname()} dst={local.dst()}")
berlin = ZoneInfo("Europe/Berlin")
print(berlin, repr(berlin), berlin.key, ZoneInfo("Europe/Berlin") is berlin)
winter = datetime(2024, 1, 15, 9, 0, tzinfo=berlin)
print(winter.utcoffset(), winter.tzname(), winter.astimezone(UTC))
# The clock goes from 02:00 to 03:00 on 31 March, and from 03:00 to 02:00 on 27 October.
print(datetime(2024, 3, 30, 12, tzinfo=berlin) + timedelta(days=1))
before = datetime(2024, 10, 27, 0, 30, tzinfo=UTC)
for step in range(3):
    local = (before + timedelta(hours=step)).astimezone(berlin)
    print(local, local.fold)
twice = datetime(2024, 10, 27, 2, 30, tzinfo=berlin)
print(twice.utcoffset(), twice.replace(fold=1).utcoffset())
meeting = datetime(2024, 11, 5, 17, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
print(meeting.astimezone(ZoneInfo("Asia/Tokyo")).strftime("%Y-%m-%d %H:%M %Z%z"))
print(meeting.astimezone(berlin) - meeting, datetime(2050, 7, 1, tzinfo=berlin).utcoffset())
for name in ("Mars/Olympus", "../etc/passwd"):
    try:
        print(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError) as e:
        print(name, type(e).__name__)
moment.astimezone(ZoneInfo("Europe/London")).isoformat()
