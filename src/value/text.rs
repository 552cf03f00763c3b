//! Checks of the text that stands for numbers and dates.

use super::error::shorten;
use super::{Moment, Value, points_of};

impl Value {
    /// What is wrong with the text that a number, a time or a text with surrogates is kept as, if something is.
    pub(crate) fn misstatement(&self) -> Option<String> {
        let is_what =
            |fits: bool, what: &str, text: &str| (!fits).then(|| format!("{:?} is not {what}", shorten(text)));
        match self {
            Value::BigInt(text) => is_what(is_int(text), "an int", text),
            Value::Decimal(text) => is_what(is_decimal(text), "a decimal number", text),
            Value::Fraction { numerator, denominator } => {
                let text = format!("{numerator}/{denominator}");
                is_what(fraction(&text).is_some(), "a fraction", &text)
            }
            Value::Date(text) => is_what(is_date(text), "a date", text),
            Value::Time(text) => is_what(is_time(text), "a time", text),
            Value::DateTime(text) => is_what(is_datetime(text), "a datetime", text),
            Value::Surrogates(text) => is_what(points_of(text).is_some(), "text with escaped surrogates", text),
            _ => None,
        }
    }
}

/// The int that `text` writes in its one canonical form.
pub(super) fn int(text: &str) -> Option<Value> {
    if !is_int(text) {
        return None;
    }
    Some(match text.parse() {
        Ok(small) => Value::Int(small),
        Err(_) => Value::BigInt(text.to_owned()),
    })
}

/// The number that `text` writes in JSON: an int of any size, or a finite float.
pub(super) fn number(text: &str) -> Option<Value> {
    int(text).or_else(|| {
        let float: f64 = text.parse().ok()?;
        float.is_finite().then_some(Value::Float(float))
    })
}

pub(super) fn is_int(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    is_digits(digits) && (!digits.starts_with('0') || text == "0")
}

pub(super) fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let lower = text.to_ascii_lowercase();
    if lower == "inf" || lower == "infinity" {
        return true;
    }
    if let Some(payload) = lower.strip_prefix('s').unwrap_or(&lower).strip_prefix("nan") {
        return payload.is_empty() || is_digits(payload);
    }
    let (number, exponent) = match lower.split_once('e') {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (lower.as_str(), None),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let is_number =
        [whole, part].iter().all(|text| text.is_empty() || is_digits(text)) && !(whole.is_empty() && part.is_empty());
    is_number && exponent.is_none_or(|text| is_digits(text.strip_prefix(['-', '+']).unwrap_or(text)))
}

/// The parts of `n/d`, where `n` is any int and `d` one above zero.
pub(super) fn fraction(text: &str) -> Option<(&str, &str)> {
    let (numerator, denominator) = text.split_once('/')?;
    let is_fraction = is_int(numerator) && is_int(denominator) && !denominator.starts_with(['-', '0']);
    is_fraction.then_some((numerator, denominator))
}

pub(super) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut next = |width, range: std::ops::RangeInclusive<u32>| {
        parts.next().and_then(|part| fixed(part, width)).filter(|number| range.contains(number))
    };
    let (Some(year), Some(month), Some(day)) = (next(4, 1..=9999), next(2, 1..=12), next(2, 1..=31)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= days && parts.next().is_none()
}

pub(super) fn is_time(text: &str) -> bool {
    Moment::read(text).is_some_and(|moment| is_clock_and_offset(moment.iso))
}

fn is_clock_and_offset(text: &str) -> bool {
    if let Some(clock) = text.strip_suffix('Z') {
        return is_clock(clock);
    }
    match text.split_once(['+', '-']) {
        Some((clock, offset)) => is_clock(clock) && is_clock(offset),
        None => is_clock(text),
    }
}

pub(super) fn is_datetime(text: &str) -> bool {
    text.split_once('T').is_some_and(|(date, time)| is_date(date) && is_time(time))
}

/// Whether `text` is `HH:MM`, `HH:MM:SS` or `HH:MM:SS.ffffff`.
fn is_clock(text: &str) -> bool {
    let (whole, part) = match text.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (text, None),
    };
    let mut parts = whole.split(':');
    let mut next = |end| parts.next().map(|part| fixed(part, 2).is_some_and(|number| number < end));
    let (hour, minute, second) = (next(24), next(60), next(60));
    hour == Some(true)
        && minute == Some(true)
        && second != Some(false)
        && parts.next().is_none()
        && part.is_none_or(|part| second.is_some() && is_digits(part) && part.len() <= 6)
}

fn fixed(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && is_digits(text)).then(|| text.parse().ok()).flatten()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
