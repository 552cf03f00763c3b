//! Numbers with units, as messages show them.

#[cfg(feature = "snap")]
mod parse;

#[cfg(feature = "snap")]
pub(crate) use parse::{parse_count, parse_duration, parse_size};

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
