from datetime import date, datetime, timedelta, timezone

print(datetime.fromtimestamp(0), date.fromtimestamp(86_399), datetime.fromtimestamp(1_709_210_709.123456))
print(datetime(1970, 1, 1).timestamp(), datetime(2024, 2, 29, 12, 45, 9, 123456).timestamp())
print(datetime(2024, 2, 29, fold=1).timestamp(), datetime(1, 1, 2).timestamp(), datetime(9999, 12, 31).timestamp())
east = timezone(timedelta(hours=9), "JST")
print(datetime(2024, 2, 29, 12).astimezone(east), datetime(2024, 2, 29, 12, tzinfo=east).astimezone(timezone.utc))
print(datetime(2024, 2, 29, 12, tzinfo=east).timestamp(), datetime.fromtimestamp(0, east))
for value in (float("nan"), 1e30, 10**30, 1e17, "a", None):
    for make in (datetime.fromtimestamp, date.fromtimestamp):
        try:
            print(make(value))
        except Exception as error:
            print(value, type(error).__name__, error)
