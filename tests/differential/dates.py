"""datetime, calendar, time formatting and zoneinfo."""

import calendar
import datetime
from datetime import date, time, timedelta, timezone

dt = datetime.datetime
ENV.update(datetime=datetime, calendar=calendar, date=date, time=time, td=timedelta, timezone=timezone, dt=dt)


def a_date():
    return "date(" + str(pick([1900, 1970, 1999, 2000, 2023, 2024, 2025, 9999, between(1000, 9999)])) + ", " + str(between(1, 12)) + ", " + str(between(1, 28)) + ")"


def a_zone():
    return pick(["timezone.utc", "timezone(td(hours=" + str(between(-12, 14)) + "))", "timezone(td(minutes=" + str(between(-700, 700)) + "), 'X')", "timezone(-td(hours=5, minutes=30, seconds=15))"])


def a_datetime():
    parts = [str(pick([1000, 1970, 1999, 2000, 2024, 2026, 9999])), str(between(1, 12)), str(between(1, 28)), str(between(0, 23)), str(between(0, 59)), str(between(0, 59)), str(pick([0, 1, 500000, 999999, below(1000000)]))]
    return "dt(" + ", ".join(parts[: between(3, 7)]) + pick(["", "", ", tzinfo=" + a_zone()]) + ")"


def a_delta():
    return "td(" + pick(["days=" + str(between(-1000, 1000)), "seconds=" + str(between(-100000, 100000)), "hours=" + a_finite_small(), "days=" + str(between(-5, 5)) + ", seconds=" + str(between(-90000, 90000)) + ", microseconds=" + str(between(-2000000, 2000000)), "weeks=" + a_finite_small(), "milliseconds=" + a_finite_small(), "microseconds=" + a_finite_small(), "minutes=" + a_finite_small() + ", hours=" + str(between(-50, 50)), ""]) + ")"


def a_finite_small():
    return negated(str(below(100)) + "." + str(below(10000)))


def deltas():
    a, b = a_delta(), a_delta()
    check(a + " " + pick(["+", "-", "/", "//", "%", "<", "==", ">="]) + " " + b)
    check(a + " " + pick(["*", "/", "//"]) + " " + pick([str(between(-10, 10)), a_finite_small(), "0", "0.5", "1e300", "nan", "inf", "'a'", "10**20"]))
    check(pick(["str", "repr", "abs", "bool", "-", "+"]) + "(" + a + ")" if chance(2) else "divmod(" + a + ", " + b + ")")
    check(a + pick([".total_seconds()", ".days", ".seconds", ".microseconds"]))
    check("td(" + pick(["days=10**10", "days=999999999, hours=24", "seconds=1e400", "days=nan", "1, 2, 3", "days='a'", "days=1, weeks=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1", "foo=1", "microseconds=0.5", "microseconds=1.5", "microseconds=2.5", "seconds=0.0000005"]) + ")")


FORMATS = ["%Y-%m-%d", "%y", "%B %d, %Y", "%a %A %b %B", "%H:%M:%S", "%I:%M %p", "%j", "%U %W %V %G %u %w", "%f", "%z|%Z|%:z", "%c", "%x %X", "%%", "%e", "%D", "%F %T", "%s" if False else "%C", "%n%t", "%", "%Q", "%-d", "%5Y", "\u00e9%Y", "%h", "%R", "%r", "%k"]


def datetimes():
    a, b, d = a_datetime(), a_datetime(), a_delta()
    check(a + " - " + pick([b, d]))
    check(a + " + " + d)
    check(a + " " + pick(["<", "==", ">", "!="]) + " " + pick([b, a_date(), "5"]))
    check(pick(["str", "repr", "bool"]) + "(" + a + ")" if chance(3) else "str(" + a + ")")
    check(a + ".strftime('" + pick(FORMATS) + "')")
    check("format(" + a + ", '" + pick(FORMATS) + "')")
    check(a + "." + pick(["isoformat()", "isoformat(' ')", "isoformat(timespec='minutes')", "isoformat(timespec='milliseconds')", "isoformat(timespec='auto')", "isoformat(timespec='x')", "date()", "time()", "timetz()", "timetuple()", "utctimetuple()", "toordinal()", "weekday()", "isoweekday()", "isocalendar()", "ctime()", "replace(year=2023)", "replace(month=13)", "replace(day=31)", "replace(tzinfo=None)", "utcoffset()", "tzname()", "dst()", "tzinfo", "fold", "min", "resolution", "max"]))
    check(pick(["dt(2024, 1, 1, tzinfo=timezone.utc)", "dt(1969, 12, 31, 23, tzinfo=timezone.utc)", "dt(2038, 1, 19, 3, 14, 7, 999999, timezone(td(hours=2)))"]) + "." + pick(["timestamp()", "astimezone(" + a_zone() + ")", "utctimetuple()"]))
    check("dt.fromtimestamp(" + pick([str(between(-10**9, 2 * 10**9)), a_finite_small(), "1e18", "-1e10", "nan", "1234567890.123456", "0.5", "1e9 + 0.0000005"]) + ", timezone.utc)")
    check("dt.strptime('" + pick(["2024-02-29', '%Y-%m-%d", "29/02/2023', '%d/%m/%Y", "Jan 5 2024', '%b %d %Y", "12:30 PM', '%I:%M %p", "2024-060', '%Y-%j", "2024-01-01T00:00:00+0530', '%Y-%m-%dT%H:%M:%S%z", "x', '%Y", "24', '%y", "69', '%y", "2024 10 1', '%Y %W %w", "5.123', '%S.%f", "2024', '%Q", "Monday', '%A", "2024-1-1 ', '%Y-%m-%d", "UTC', '%Z", "2024-W05-1', '%G-W%V-%u"]) + "')")
    check(pick(["dt", "date", "time"]) + ".fromisoformat('" + pick(["2024-01-31", "20240131", "2024-W05-3", "2024-01-31T12:30", "2024-01-31 12:30:45.123456+05:30", "2024-01-31T12:30:45Z", "12:30", "T12:30:45.5", "1230", "2024-13-01", "2024-02-30", "bad", "", "2024-01-31T12:30:45,123", "2024-031", "12:30:45.1234567", "2024-01-31T12+01", "0000-01-01", "12:30:45+24:00"]) + "')")
    check("dt.combine(" + a_date() + ", time(" + str(below(24)) + ", " + str(below(60)) + "))")
    check(pick(["dt(2024, 13, 1)", "dt(2024, 2, 30)", "dt(0, 1, 1)", "dt(2024, 1, 1, 24)", "dt(2024)", "dt('a', 1, 1)", "dt(2024, 1, 1, tzinfo=5)", "dt(2024, 1, 1) < dt(2024, 1, 1, tzinfo=timezone.utc)", "dt(2024, 1, 1) - dt(2024, 1, 1, tzinfo=timezone.utc)", "dt.max + td(1)", "date.min - td(1)", "dt.min", "date(2024, 1, 1) + 1", "date(2024.0, 1, 1)", "dt(2024, 1, 1).replace(foo=1)", "timezone(td(hours=24))", "timezone('a')", "timezone.utc.utcoffset(None)", "repr(timezone(td(hours=-3)))", "str(timezone(td(hours=5, minutes=30)))", "timezone.min", "datetime.UTC", "datetime.MINYEAR", "dt(2024, 1, 1, fold=1)", "dt(2024, 1, 1, fold=2)", "date.fromordinal(0)", "date.fromisocalendar(2024, 53, 1)", "date.fromisocalendar(2020, 53, 7)", "date.max.toordinal()", "time(25)", "time(12) < time(12, tzinfo=timezone.utc)"]))


def dates():
    a, b = a_date(), a_date()
    check(a + " - " + pick([b, a_delta()]))
    check(a + " " + pick(["<", "==", ">="]) + " " + b)
    check(a + "." + pick(["strftime('" + pick(FORMATS) + "')", "isocalendar()", "weekday()", "isoformat()", "timetuple()", "ctime()", "toordinal()", "replace(day=31)", "replace(month=2)", "__repr__()", "__str__()"]))
    check("date.fromordinal(" + str(between(1, 3652059)) + ")")
    check("time(" + str(below(24)) + ", " + str(below(60)) + ", " + str(below(60)) + ", " + str(below(1000000)) + ")." + pick(["isoformat()", "isoformat('milliseconds')", "strftime('%H-%M-%S.%f %p')", "replace(hour=3)", "__repr__()", "__str__()"]))
    year, month = str(pick([1, 1900, 2000, 2023, 2024, 9999])), str(between(1, 12))
    check("calendar." + pick(["monthrange(" + year + ", " + month + ")", "isleap(" + year + ")", "leapdays(1900, " + year + ")", "weekday(" + year + ", " + month + ", 15)", "monthcalendar(" + year + ", " + month + ")", "month(" + year + ", " + month + ")", "timegm((" + year + ", " + month + ", 5, 3, 4, 5))", "TextCalendar(6).formatmonth(" + year + ", " + month + ")", "month_name[" + month + "]", "day_abbr[3]", "monthrange(2024, 13)", "HTMLCalendar().formatmonth(2024, 5)", "Calendar(3).monthdays2calendar(2024, " + month + ")", "calendar(2024)[:300]", "weekheader(3)", "MONDAY"]))


def run():
    for _ in range(ROUNDS):
        deltas()
        datetimes()
        dates()


run()
