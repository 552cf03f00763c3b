//! The difference between a golden and what was found, as lines.

use std::borrow::Cow;
use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// Lines around each change.
const AROUND: usize = 3;

/// The most lines that are shown of one case.
const MOST: usize = 400;

/// Removed lines with `-`, added ones with `+`, a few around them, and `…` for what is between.
pub(crate) fn lines(expected: &str, found: &str) -> String {
    // That the last line has no end is no difference beside another one.
    let (whole_expected, whole_found) = (whole(expected), whole(found));
    let (expected, found) =
        if whole_expected == whole_found { (expected, found) } else { (&*whole_expected, &*whole_found) };
    let mut text = String::new();
    let mut shown = 0;
    // A time that similar may take before it looks less closely; the result is a difference all the same.
    let diff = TextDiff::configure().timeout(std::time::Duration::from_millis(500)).diff_lines(expected, found);
    for (at, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if at > 0 {
            text.push_str("  …\n");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            if shown == MOST {
                text.push_str("  … and more\n");
                return text;
            }
            shown += 1;
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let _ = writeln!(text, "{sign} {}", change.value().trim_end_matches('\n'));
        }
    }
    text
}

fn whole(text: &str) -> Cow<'_, str> {
    if text.is_empty() || text.ends_with('\n') { text.into() } else { format!("{text}\n").into() }
}

/// Both texts beside each other in columns of so many characters: `<` for a line that is only left, `>` only right, `|` for two
/// that differ.
#[cfg(feature = "cli")]
pub(crate) fn side_by_side(expected: &str, found: &str, width: usize) -> Vec<(char, String, String)> {
    let diff = TextDiff::configure().timeout(std::time::Duration::from_millis(500)).diff_lines(expected, found);
    let cut = |line: &str| -> String {
        let line = line.trim_end_matches('\n').replace('\t', "    ");
        if line.chars().count() <= width {
            line
        } else {
            line.chars().take(width.saturating_sub(1)).chain(['…']).collect()
        }
    };
    let mut rows = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        for op in group {
            let side = |tag: ChangeTag| -> Vec<String> {
                diff.iter_changes(&op).filter(|change| change.tag() == tag).map(|change| cut(change.value())).collect()
            };
            rows.extend(side(ChangeTag::Equal).into_iter().map(|line| (' ', line.clone(), line)));
            let (mut left, mut right) = (side(ChangeTag::Delete).into_iter(), side(ChangeTag::Insert).into_iter());
            loop {
                match (left.next(), right.next()) {
                    (Some(left), Some(right)) => rows.push(('|', left, right)),
                    (Some(left), None) => rows.push(('<', left, String::new())),
                    (None, Some(right)) => rows.push(('>', String::new(), right)),
                    (None, None) => break,
                }
            }
        }
    }
    rows.truncate(MOST);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_shown_with_what_is_around_them() {
        let before: String = (1..=20).map(|n| format!("{n}\n")).collect();
        let after = before.replace("10\n", "ten\n").replace("20\n", "20");
        assert_eq!(lines(&before, &after), "  7\n  8\n  9\n- 10\n+ ten\n  11\n  12\n  13\n");
        let both = after.replace("18", "x");
        assert_eq!(
            lines(&before, &both),
            "  7\n  8\n  9\n- 10\n+ ten\n  11\n  12\n  13\n  …\n  15\n  16\n  17\n- 18\n+ x\n  19\n  20\n"
        );
        assert_eq!(lines("19\n20\n", "19\n20"), "  19\n- 20\n+ 20\n");
        assert_eq!(lines("a\n", "a\n"), "");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn two_texts_stand_beside_each_other() {
        let row = |mark: char, left: &str, right: &str| (mark, left.to_owned(), right.to_owned());
        assert_eq!(
            side_by_side("a\nb\nlong line\n", "a\nc\nd\ne\n", 5),
            [row(' ', "a", "a"), row('|', "b", "c"), row('|', "long…", "d"), row('>', "", "e")]
        );
    }
}
