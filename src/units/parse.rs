//! Numbers with units, as flags and files give them.

use std::time::Duration;

use super::group;
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
}
