//! What follows a time of ISO 8601 in the manner of RFC 9557: the zone by its name, and `fold`.

/// The suffix of a time that comes a second time, when clocks go back.
pub(crate) const FOLD: &str = "[fold=1]";

/// The parts of a time's text, such as `2026-10-25T02:30:00+01:00[Europe/Paris][fold=1]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moment<'a> {
    /// What Python's `isoformat()` writes.
    pub(crate) iso: &'a str,
    pub(crate) zone: Option<&'a str>,
    pub(crate) fold: bool,
}

impl Moment<'_> {
    /// None where something else than a zone and `fold` follows the time, which is not looked at.
    pub(crate) fn read(text: &str) -> Option<Moment<'_>> {
        let (iso, mut rest) = text.split_at(text.find('[').unwrap_or(text.len()));
        let fold = match rest.strip_suffix(FOLD) {
            Some(before) => {
                rest = before;
                true
            }
            None => false,
        };
        let zone = match rest {
            "" => None,
            _ => Some(rest.strip_prefix('[')?.strip_suffix(']').filter(|zone| is_zone(zone))?),
        };
        Some(Moment { iso, zone, fold })
    }
}

/// Whether a name can be one of the IANA time-zone database.
pub(crate) fn is_zone(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b));
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_and_a_fold_may_follow() {
        let moment = |iso, zone, fold| Some(Moment { iso, zone, fold });
        assert_eq!(Moment::read("02:30"), moment("02:30", None, false));
        assert_eq!(Moment::read("02:30[fold=1]"), moment("02:30", None, true));
        assert_eq!(Moment::read("02:30+01:00[Etc/GMT-1]"), moment("02:30+01:00", Some("Etc/GMT-1"), false));
        assert_eq!(
            Moment::read("x[America/Port-au-Prince][fold=1]"),
            moment("x", Some("America/Port-au-Prince"), true)
        );
        for text in [
            "1[",
            "1[]",
            "1[UTC",
            "1[UTC]x",
            "1[fold=0]",
            "1[fold=1][UTC]",
            "1[UTC][UTC]",
            "1[../x]",
            "1[a//b]",
            "1[+1]",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
