//! Broken-down time in UTC, and its way from and to `struct_time`.

use rustpython_vm::builtins::{PyFloat, PyTuple, PyTypeRef, PyUtf8StrRef};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

const DAY: i64 = 86_400;

/// The first float beyond 64 bits.
pub(super) const TWO_63: f64 = 9.223_372_036_854_776e18;

/// C's `struct tm`, with the year as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tm {
    pub(super) year: i64,
    /// 0 to 11.
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    /// 0 to 6, from Sunday.
    pub(super) weekday: i64,
    /// 0 to 365.
    pub(super) year_day: i64,
    pub(super) is_dst: i64,
    pub(super) zone: Option<String>,
    pub(super) offset: Option<i64>,
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar; month is 1 to 12, day may be any number.
pub(super) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date that lies so many days after 1970-01-01.
pub(super) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let mp = (5 * day_of_year + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * mp + 2) / 5 + 1)
}

impl Tm {
    /// The UTC time at so many seconds since 1970; `None` where the year does not fit C's `int`.
    pub(super) fn at(seconds: i64) -> Option<Tm> {
        let days = seconds.div_euclid(DAY);
        let rest = seconds.rem_euclid(DAY);
        let (year, month, day) = civil_from_days(days);
        i32::try_from(year - 1900).ok()?;
        Some(Tm {
            year,
            month: month - 1,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 4).rem_euclid(7),
            year_day: days - days_from_civil(year, 1, 1),
            is_dst: 0,
            zone: Some(String::from("UTC")),
            offset: Some(0),
        })
    }

    /// Seconds since 1970; fields beyond their range carry over, as in C's `mktime`, and summer time is an hour.
    pub(super) fn seconds(&self) -> i64 {
        let year = self.year + self.month.div_euclid(12);
        let days = days_from_civil(year, self.month.rem_euclid(12) + 1, self.day);
        let summer = if self.is_dst > 0 { 3600 } else { 0 };
        days * DAY + self.hour * 3600 + self.minute * 60 + self.second - summer
    }

    /// Reads a `struct_time` or a tuple of nine whole numbers.
    pub(super) fn read(object: &PyObjectRef, caller: &str, vm: &VirtualMachine) -> PyResult<Tm> {
        let Some(tuple) = object.downcast_ref::<PyTuple>() else {
            return Err(vm.new_type_error("Tuple or struct_time argument required"));
        };
        let items = tuple.as_slice();
        let is_struct = items.len() > 9;
        if items.len() != 9 && !(is_struct && object.class().name().contains("struct_time")) {
            return Err(vm.new_type_error(format!("{caller}(): illegal time tuple argument")));
        }
        let mut fields = [0i64; 9];
        for (field, item) in fields.iter_mut().zip(items) {
            *field = c_int(item, vm)?;
        }
        let [year, month, day, hour, minute, second, weekday, year_day, is_dst] = fields;
        if year < i64::from(i32::MIN) + 1900 {
            return Err(vm.new_overflow_error("year out of range"));
        }
        let mut tm = Tm {
            year,
            month: month - 1,
            day,
            hour,
            minute,
            second,
            weekday: (weekday + 1) % 7,
            year_day: year_day - 1,
            is_dst,
            zone: None,
            offset: None,
        };
        if let Ok(zone) = object.get_attr("tm_zone", vm) {
            tm.zone = zone.try_into_value::<PyUtf8StrRef>(vm).ok().map(|zone| zone.as_str().to_owned());
            let offset = object.get_attr("tm_gmtoff", vm)?;
            tm.offset = offset.try_into_value::<i64>(vm).ok();
        }
        Ok(tm)
    }

    /// Checks the ranges that formatting relies on; a zero month, day or day of the year counts as the first.
    pub(super) fn checked(mut self, vm: &VirtualMachine) -> PyResult<Tm> {
        if self.month == -1 {
            self.month = 0;
        }
        if self.day == 0 {
            self.day = 1;
        }
        if self.year_day == -1 {
            self.year_day = 0;
        }
        let wrong = [
            (!(0..=11).contains(&self.month), "month out of range"),
            (!(0..=31).contains(&self.day), "day of month out of range"),
            (!(0..=23).contains(&self.hour), "hour out of range"),
            (!(0..=59).contains(&self.minute), "minute out of range"),
            (!(0..=61).contains(&self.second), "seconds out of range"),
            (self.weekday < 0, "day of week out of range"),
            (!(0..=365).contains(&self.year_day), "day of year out of range"),
        ];
        match wrong.iter().find(|(wrong, _)| *wrong) {
            Some((_, text)) => Err(vm.new_value_error(*text)),
            None => Ok(self),
        }
    }

    /// A `struct_time` of the class given.
    pub(super) fn to_struct(&self, zone: &str, class: &PyTypeRef, vm: &VirtualMachine) -> PyResult {
        let numbers = [
            self.year,
            self.month + 1,
            self.day,
            self.hour,
            self.minute,
            self.second,
            (self.weekday + 6) % 7,
            self.year_day + 1,
            self.is_dst,
        ];
        let mut fields: Vec<PyObjectRef> = numbers.iter().map(|n| vm.ctx.new_int(*n).into()).collect();
        fields.push(vm.ctx.new_str(zone).into());
        fields.push(vm.ctx.new_int(0).into());
        class.as_object().call((vm.ctx.new_tuple(fields),), vm)
    }
}

/// C's conversion of a Python number to `int`.
fn c_int(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i64> {
    let number = object.try_index(vm)?;
    let number: i64 =
        number.try_to_primitive(vm).map_err(|_| vm.new_overflow_error("Python int too large to convert to C long"))?;
    if number > i64::from(i32::MAX) {
        return Err(vm.new_overflow_error("signed integer is greater than maximum"));
    }
    if number < i64::from(i32::MIN) {
        return Err(vm.new_overflow_error("signed integer is less than minimum"));
    }
    Ok(number)
}

/// Whole seconds of a timestamp, rounded down.
pub(super) fn whole_seconds(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i64> {
    let beyond = || vm.new_overflow_error("timestamp out of range for platform time_t");
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        let seconds = float.to_f64().floor();
        if seconds.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        return if (-TWO_63..TWO_63).contains(&seconds) { Ok(seconds as i64) } else { Err(beyond()) };
    }
    object.try_index(vm)?.try_to_primitive(vm).map_err(|_| beyond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_day_numbers_agree_over_eight_centuries() {
        for days in -150_000..150_000 {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
            assert_eq!(days_from_civil(year, month, 1) + day - 1, days);
        }
    }

    #[test]
    fn a_known_instant() {
        let tm = Tm::at(1_709_210_709).unwrap();
        assert_eq!((tm.year, tm.month, tm.day, tm.hour, tm.minute, tm.second), (2024, 1, 29, 12, 45, 9));
        assert_eq!((tm.weekday, tm.year_day), (4, 59));
        assert_eq!(tm.seconds(), 1_709_210_709);
    }

    #[test]
    fn years_beyond_an_int_have_no_date() {
        assert_eq!(Tm::at(67_768_036_191_676_799).map(|tm| tm.year), Some(2_147_485_547));
        assert_eq!(Tm::at(67_768_036_191_676_800), None);
    }
}
