//! `strftime` in the C locale, with glibc's flags and widths, the same on every machine.

use super::time_tuple::Tm;

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Beyond this a width is one that CPython gives up on.
const MAX_WIDTH: usize = 1 << 16;

/// The flags, width and modifier between `%` and its letter.
#[derive(Default)]
struct Shape {
    pad: Option<char>,
    upper: bool,
    swap: bool,
    width: usize,
}

/// Formats ASCII text that has no NUL in it.
pub(super) fn format(text: &str, tm: &Tm) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let (shape, used) = shape(&rest[at + 1..]);
        let tail = &rest[at + 1 + used..];
        let Some(letter) = tail.chars().next() else {
            out.push_str(&rest[at..]);
            return out;
        };
        rest = &tail[letter.len_utf8()..];
        if !directive(letter, &shape, tm, &mut out) {
            out.push_str(&text[text.len() - rest.len() - letter.len_utf8() - used - 1..text.len() - rest.len()]);
        }
    }
    out.push_str(rest);
    out
}

fn shape(text: &str) -> (Shape, usize) {
    let mut shape = Shape::default();
    let flags = text.len() - text.trim_start_matches(['_', '-', '0', '+', '^', '#']).len();
    for flag in text[..flags].chars() {
        match flag {
            '^' => shape.upper = true,
            '#' => shape.swap = true,
            pad => shape.pad = Some(pad),
        }
    }
    let digits = text[flags..].bytes().take_while(u8::is_ascii_digit).count();
    shape.width = text[flags..flags + digits].parse().unwrap_or(if digits == 0 { 0 } else { MAX_WIDTH }).min(MAX_WIDTH);
    let modifier = usize::from(text[flags + digits..].starts_with(['E', 'O']));
    (shape, flags + digits + modifier)
}

/// Appends what one letter stands for; says whether it is a directive at all.
fn directive(letter: char, shape: &Shape, tm: &Tm, out: &mut String) -> bool {
    let twelve = (tm.hour + 11) % 12 + 1;
    let half = if tm.hour < 12 { "AM" } else { "PM" };
    let (iso_year, iso_week) = iso(tm);
    match letter {
        'a' => word(&DAYS[tm.weekday as usize][..3], shape, out),
        'A' => word(DAYS[tm.weekday as usize], shape, out),
        'b' | 'h' => word(&MONTHS[tm.month as usize][..3], shape, out),
        'B' => word(MONTHS[tm.month as usize], shape, out),
        'c' => word(&format("%a %b %e %H:%M:%S %Y", tm), shape, out),
        'C' => number(tm.year.div_euclid(100), 1, '0', shape, out),
        'd' => number(tm.day, 2, '0', shape, out),
        'D' | 'x' => word(&format("%m/%d/%y", tm), shape, out),
        'e' => number(tm.day, 2, '_', shape, out),
        'F' => word(&format("%Y-%m-%d", tm), shape, out),
        'g' => number(iso_year.rem_euclid(100), 2, '0', shape, out),
        'G' => number(iso_year, 1, '0', shape, out),
        'H' => number(tm.hour, 2, '0', shape, out),
        'I' => number(twelve, 2, '0', shape, out),
        'j' => number(tm.year_day + 1, 3, '0', shape, out),
        'k' => number(tm.hour, 2, '_', shape, out),
        'l' => number(twelve, 2, '_', shape, out),
        'm' => number(tm.month + 1, 2, '0', shape, out),
        'M' => number(tm.minute, 2, '0', shape, out),
        'n' => word("\n", shape, out),
        'p' if shape.swap => word(&half.to_lowercase(), &Shape { swap: false, ..*shape }, out),
        'p' => word(half, shape, out),
        'P' => word(&half.to_lowercase(), &Shape { swap: false, ..*shape }, out),
        'r' => word(&format("%I:%M:%S %p", tm), shape, out),
        'R' => word(&format("%H:%M", tm), shape, out),
        's' => number(tm.seconds(), 1, '0', shape, out),
        'S' => number(tm.second, 2, '0', shape, out),
        't' => word("\t", shape, out),
        'T' | 'X' => word(&format("%H:%M:%S", tm), shape, out),
        'u' => number((tm.weekday + 6) % 7 + 1, 1, '0', shape, out),
        'U' => number((tm.year_day + 7 - tm.weekday) / 7, 2, '0', shape, out),
        'V' => number(iso_week, 2, '0', shape, out),
        'w' => number(tm.weekday, 1, '0', shape, out),
        'W' => number((tm.year_day + 7 - (tm.weekday + 6) % 7) / 7, 2, '0', shape, out),
        'y' => number(tm.year.rem_euclid(100), 2, '0', shape, out),
        'Y' => number(tm.year, 1, '0', shape, out),
        'z' => offset(tm, shape, out),
        'Z' => word(tm.zone.as_deref().unwrap_or(if tm.is_dst < 0 { "" } else { "UTC" }), shape, out),
        '%' => word("%", shape, out),
        _ => return false,
    }
    true
}

fn number(value: i64, digits: usize, pad: char, shape: &Shape, out: &mut String) {
    let pad = shape.pad.unwrap_or(pad);
    let text = value.unsigned_abs().to_string();
    let width = if pad == '-' { 0 } else { digits.max(shape.width) };
    let fill = width.saturating_sub(text.len() + usize::from(value < 0));
    let sign = if value < 0 { "-" } else { "" };
    if pad == '_' {
        out.extend(std::iter::repeat_n(' ', fill));
        out.push_str(sign);
    } else {
        out.push_str(sign);
        out.extend(std::iter::repeat_n('0', fill));
    }
    out.push_str(&text);
}

fn word(text: &str, shape: &Shape, out: &mut String) {
    let fill = if shape.pad == Some('-') { 0 } else { shape.width.saturating_sub(text.chars().count()) };
    out.extend(std::iter::repeat_n(if matches!(shape.pad, Some('0' | '+')) { '0' } else { ' ' }, fill));
    if shape.upper || shape.swap {
        out.push_str(&text.to_uppercase());
    } else {
        out.push_str(text);
    }
}

fn offset(tm: &Tm, shape: &Shape, out: &mut String) {
    if tm.is_dst >= 0 {
        let offset = tm.offset.unwrap_or(0);
        let minutes = offset.abs() / 60;
        out.push(if offset < 0 { '-' } else { '+' });
        number(minutes / 60 * 100 + minutes % 60, 4, '0', shape, out);
    }
}

/// ISO 8601's year and week.
fn iso(tm: &Tm) -> (i64, i64) {
    let monday = (tm.weekday + 6) % 7;
    let week = (tm.year_day - monday + 10) / 7;
    if week < 1 {
        return (tm.year - 1, weeks(tm.year - 1));
    }
    if week > weeks(tm.year) { (tm.year + 1, 1) } else { (tm.year, week) }
}

fn weeks(year: i64) -> i64 {
    let ends_on = |year: i64| (year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)).rem_euclid(7);
    if ends_on(year) == 4 || ends_on(year - 1) == 3 { 53 } else { 52 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leap_day() -> Tm {
        Tm::at(1_709_210_709).unwrap()
    }

    #[test]
    fn every_directive_of_the_c_locale() {
        let text = "%a %A %b %B|%c|%C %d %D %e %F %g %G %h %H %I %j %k %l %m %M %p %P|%r|%R %s %S %T %u %U %V %w %W %x %X %y %Y %z %Z %%";
        assert_eq!(
            format(text, &leap_day()),
            "Thu Thursday Feb February|Thu Feb 29 12:45:09 2024|20 29 02/29/24 29 2024-02-29 24 2024 Feb 12 12 060 12 12 \
             02 45 PM pm|12:45:09 PM|12:45 1709210709 09 12:45:09 4 08 09 4 09 02/29/24 12:45:09 24 2024 +0000 UTC %"
        );
    }

    #[test]
    fn flags_and_widths_are_those_of_glibc() {
        assert_eq!(
            format("%-d|%-m|%5d|%_m|%^a|%#p|%10A|%010A|%-j", &leap_day()),
            "29|2|00029| 2|THU|pm|  Thursday|00Thursday|60"
        );
    }

    #[test]
    fn what_is_no_directive_stays() {
        assert_eq!(format("%Q %E %:z %+ 100%", &leap_day()), "%Q %E %:z %+ 100%");
    }

    #[test]
    fn iso_years_at_the_turn_of_the_year() {
        for (seconds, expected) in [
            (1_609_459_200, "2020 53 5"),
            (1_735_603_200, "2025 01 2"),
            (1_230_768_000, "2009 01 4"),
            (1_104_537_600, "2004 53 6"),
        ] {
            assert_eq!(format("%G %V %u", &Tm::at(seconds).unwrap()), expected);
        }
    }
}
