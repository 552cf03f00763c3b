# Time zones: meetings across cities, daylight saving gaps and folds, and UTC offsets.
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
TOKYO, KOLKATA = ZoneInfo("Asia/Tokyo"), ZoneInfo("Asia/Kolkata")
ZONES = {"New York": NEW_YORK, "London": LONDON, "Kolkata": KOLKATA, "Tokyo": TOKYO}


def offset(moment):
    minutes = int(moment.utcoffset().total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


meeting = datetime(2024, 3, 20, 15, 30, tzinfo=LONDON)
for city, zone in ZONES.items():
    local = meeting.astimezone(zone)
    shift = (local.date() - meeting.date()).days
    print(f"{city:<9} {local:%a %H:%M} {local.tzname():<4} UTC{offset(local)}{f' ({shift:+d} day)' if shift else ''}")

print("\nNew York - London through the year:")
for month in (1, 3, 7, 11):
    noon = datetime(2024, month, 15, 12, tzinfo=UTC)
    hours = (noon.astimezone(LONDON).utcoffset() - noon.astimezone(NEW_YORK).utcoffset()) / timedelta(hours=1)
    print(f"  {noon:%b %d}: {hours:g} hours, dst {bool(noon.astimezone(NEW_YORK).dst())}")

print("\nSpring forward in New York, 10 March 2024:")
before = datetime(2024, 3, 10, 1, 30, tzinfo=NEW_YORK)
for minutes in (0, 30, 60):
    moment = (before.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(NEW_YORK)
    print("  after", minutes, "minutes:", moment.isoformat())
print("  wall clock arithmetic:", (before + timedelta(hours=1)).isoformat())

print("Fall back in London, 27 October 2024:")
first = datetime(2024, 10, 27, 1, 30, tzinfo=LONDON)
second = first.replace(fold=1)
print(" ", first.isoformat(), first.tzname(), "|", second.isoformat(), second.tzname())
print("  apart:", second.astimezone(UTC) - first.astimezone(UTC), "| naive difference:", second - first)

flight = datetime(2024, 6, 1, 18, 45, tzinfo=TOKYO)
landing = (flight.astimezone(UTC) + timedelta(hours=12, minutes=50)).astimezone(NEW_YORK)
print(f"\nTokyo {flight:%d %b %H:%M} -> New York {landing:%d %b %H:%M %Z}")

fixed = timezone(timedelta(hours=-3, minutes=-30), "NST")
print(datetime(2024, 1, 1, tzinfo=fixed), repr(fixed), fixed.utcoffset(None))
print(datetime.fromisoformat("2024-05-06T07:08:09Z").astimezone(KOLKATA))
print("timestamp:", meeting.timestamp(), datetime.fromtimestamp(1710948600, UTC) == meeting)
try:
    ZoneInfo("Mars/Olympus")
except ZoneInfoNotFoundError as exc:
    print("no such zone, a KeyError:", isinstance(exc, KeyError))
str(landing.tzinfo), landing
