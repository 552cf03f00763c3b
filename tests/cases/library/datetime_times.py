# Datetimes: parsing, formatting, zones as fixed offsets.
from datetime import UTC, datetime, time, timedelta, timezone

t = datetime(2024, 3, 10, 14, 5, 9, 123456)
print(t, repr(t), t.isoformat(sep="T", timespec="milliseconds"), t.date(), t.time())
print(t.strftime("%H:%M:%S.%f|%I:%M %p|%c|%x|%X|%%"), f"{t:%d.%m.%y %H%M}")
print(datetime.strptime("2024-01-15 08:30", "%Y-%m-%d %H:%M"), datetime.strptime("Mar 5 99", "%b %d %y"))
print(datetime.strptime("15/Jan/2024:10:00:00 +0530", "%d/%b/%Y:%H:%M:%S %z"))
print(datetime.fromisoformat("2024-05-01T12:00:00Z"), datetime.fromisoformat("2024-05-01 12:00:00.5+02:00"))
print(t.replace(hour=0, minute=0), datetime.combine(t.date(), time(9, 30)), datetime.min)
print((datetime(2024, 12, 25) - t), (datetime(2024, 12, 25) - t).total_seconds())
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1700000000.25, tz=timezone.utc).isoformat())
print(datetime(2024, 1, 1, tzinfo=UTC).timestamp(), datetime(1969, 12, 31, tzinfo=UTC).timestamp())
east = timezone(timedelta(hours=5, minutes=30), "IST")
print(t.replace(tzinfo=east), t.replace(tzinfo=east).astimezone(UTC), east, timezone(timedelta(hours=-3)))
print(t.replace(tzinfo=UTC).tzname(), t.replace(tzinfo=east).utcoffset(), t.replace(tzinfo=east).strftime("%z %Z"))
print(datetime(2024, 1, 1, 12, tzinfo=UTC) == datetime(2024, 1, 1, 17, 30, tzinfo=east))
print(time(23, 59, 59).isoformat(), time.fromisoformat("04:23"), time(1, 2) < time(1, 3), repr(time(0)))
print(t.isocalendar().week, t.timetuple()[:6], t.fold, t.weekday())
for text, form in (("2024-13-01", "%Y-%m-%d"), ("noon", "%H"), ("2024-01-01x", "%Y-%m-%d")):
    try:
        datetime.strptime(text, form)
    except ValueError as e:
        print(e)
try:
    t < datetime.now(UTC)
except TypeError as e:
    print(type(e).__name__)
t.isoformat()
