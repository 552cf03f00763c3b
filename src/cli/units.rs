//! Numbers with units, as flags take them and messages show them.

use std::time::Duration;

use crate::limits::duration_text;

const UNITS: [(&str, u64); 8] = [
    ("", 1),
    ("b", 1),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
];

/// A number of bytes: `64MiB`, `1.5 GiB`, `500kB` or `4096`.
pub(crate) fn parse_size(text: &str) -> Result<u64, String> {
    let bad = || format!("`{text}` is not a size; write a number and a unit, such as 64MiB, 500kB or 4096");
    let unit_at = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '_').unwrap_or(text.len());
    let unit = text[unit_at..].trim().to_ascii_lowercase();
    let (_, factor) = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(bad)?;
    let number = text[..unit_at].replace('_', "");
    if let Ok(whole) = number.parse::<u64>() {
        return whole.checked_mul(*factor).ok_or_else(|| format!("`{text}` is more than this machine can count"));
    }
    let bytes = number.parse::<f64>().map_err(|_| bad())? * *factor as f64;
    if bytes.fract() != 0.0 || bytes >= u64::MAX as f64 {
        return Err(format!("`{text}` is not a whole number of bytes"));
    }
    Ok(bytes as u64)
}

/// A whole number; `_` may group its digits.
pub(crate) fn parse_count(text: &str) -> Result<u64, String> {
    let digits = text.replace('_', "");
    let grouped = digits.chars().all(|c| c.is_ascii_digit()) && !digits.is_empty();
    grouped.then(|| digits.parse().ok()).flatten().ok_or_else(|| {
        format!("`{text}` is not a number; write a whole number from 0 to {}, such as 1_000_000", group(u64::MAX))
    })
}

/// A time span: `5s`, `250ms`, `2m`.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, String> {
    duration_text::parse(text)
}

/// A whole number with its thousands apart.
pub(crate) fn group(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Bytes in the largest unit that has no fraction; from 10 MiB on with one decimal.
pub(crate) fn size(bytes: u64) -> String {
    for (name, factor) in [("GiB", 1_u64 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] {
        if bytes.is_multiple_of(factor) && bytes >= factor {
            return format!("{} {name}", group(bytes / factor));
        }
    }
    if bytes >= 10 << 20 {
        return format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
    }
    if bytes == 1 { String::from("1 byte") } else { format!("{} bytes", group(bytes)) }
}

/// Milliseconds as `5 s`, `1.25 s` or `250 ms`.
pub(crate) fn span(milliseconds: u64) -> String {
    if milliseconds < 1000 {
        return format!("{milliseconds} ms");
    }
    let text = format!("{:.3}", milliseconds as f64 / 1000.0);
    format!("{} s", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        for (text, bytes) in [
            ("4096", 4096),
            ("64MiB", 64 << 20),
            ("64 mib", 64 << 20),
            ("1.5GiB", 3 << 29),
            ("500kB", 500_000),
            ("10_000 B", 10_000),
            ("0", 0),
        ] {
            assert_eq!(parse_size(text), Ok(bytes), "{text}");
        }
    }

    #[test]
    fn bad_sizes_are_explained() {
        let bad = "is not a size; write a number and a unit, such as 64MiB, 500kB or 4096";
        for text in ["", "MiB", "64 megs", "-1", "1.2.3kB", "5s"] {
            assert_eq!(parse_size(text), Err(format!("`{text}` {bad}")));
        }
        assert_eq!(parse_size("1.5"), Err("`1.5` is not a whole number of bytes".into()));
        assert_eq!(parse_size("99999999999GiB"), Err("`99999999999GiB` is more than this machine can count".into()));
    }

    #[test]
    fn counts_are_read() {
        assert_eq!(parse_count("25_000_000"), Ok(25_000_000));
        for text in ["", "_", "1e6", "-5", "1,000", "99999999999999999999"] {
            assert_eq!(
                parse_count(text),
                Err(format!(
                    "`{text}` is not a number; write a whole number from 0 to 18,446,744,073,709,551,615, such as 1_000_000"
                ))
            );
        }
    }

    #[test]
    fn numbers_are_shown() {
        assert_eq!([group(0), group(999), group(1000), group(25_000_000)], ["0", "999", "1,000", "25,000,000"]);
        assert_eq!(
            [
                size(0),
                size(1),
                size(1024),
                size(2000),
                size(1 << 20),
                size((300 << 10) + 7),
                size(3 << 29),
                size(12_345_678)
            ],
            ["0 bytes", "1 byte", "1 KiB", "2,000 bytes", "1 MiB", "307,207 bytes", "1,536 MiB", "11.8 MiB"]
        );
        assert_eq!([span(250), span(5000), span(5012), span(60_000)], ["250 ms", "5 s", "5.012 s", "60 s"]);
    }
}
