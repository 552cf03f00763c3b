//! Text with lone surrogates, which UTF-8 has no place for, as text that it has one for.

/// Writes each lone surrogate as `\udc80`, with four digits, and each backslash twice.
pub(crate) fn escape(points: impl Iterator<Item = u32>) -> String {
    let mut text = String::new();
    for point in points {
        match char::from_u32(point) {
            Some('\\') => text.push_str("\\\\"),
            Some(point) => text.push(point),
            None => text.push_str(&format!("\\u{point:04x}")),
        }
    }
    text
}

/// The code points of text that [`escape`] wrote; none where it would not have written that, or had no need to.
pub(crate) fn points(text: &str) -> Option<Vec<u32>> {
    let mut points = Vec::new();
    let mut rest = text;
    while let Some(point) = rest.chars().next() {
        let length = match point {
            '\\' if rest.starts_with("\\\\") => {
                points.push(u32::from('\\'));
                2
            }
            '\\' => {
                let digits = rest.strip_prefix("\\u")?.get(..4)?;
                if !digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
                    return None;
                }
                points.push(u32::from_str_radix(digits, 16).ok().filter(|point| is_surrogate(*point))?);
                6
            }
            _ => {
                points.push(u32::from(point));
                point.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    points.iter().any(|point| is_surrogate(*point)).then_some(points)
}

fn is_surrogate(point: u32) -> bool {
    (0xd800..0xe000).contains(&point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for original in [&[0xd800][..], &[0x61, 0x5c, 0xdfff, 0x75, 0x1f40d], &[0xd83d, 0xdc0d]] {
            let text = escape(original.iter().copied());
            assert_eq!(points(&text).as_deref(), Some(original), "{text}");
        }
        assert_eq!(escape([0x61, 0x5c, 0xdfff, 0xe9].into_iter()), r"a\\\udfffé");
    }

    #[test]
    fn what_would_not_have_been_written_is_refused() {
        for text in
            ["", "a", r"\\", r"\d800", r"\ud80", r"\uD800", r"\ud800\", r"\u0041", r"\u+d80", r"\ud80é", r"\\ud800"]
        {
            assert_eq!(points(text), None, "{text}");
        }
    }
}
