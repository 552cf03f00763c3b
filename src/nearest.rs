//! Finds the known word that a misspelt one may have meant.

/// The longest word that is looked at.
const MAX_LENGTH: usize = 64;

/// The nearest of `known`, if it is near enough to be a misspelling: a slip, and one more for each three letters.
/// The first one of several.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_LENGTH {
        return None;
    }
    let slips = word.chars().count() / 3 + 1;
    known
        .into_iter()
        .filter(|candidate| *candidate != word)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= slips && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The number of letters to insert, drop, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().take(2 * MAX_LENGTH).collect());
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (a, b, expected) in [("clok", "clock", 1), ("", "abc", 3), ("colck", "clock", 1), ("seed", "seed", 0)] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn only_near_words_are_offered() {
        let known = ["allow", "deny", "clock", "seed"];
        assert_eq!(nearest("clok", known), Some("clock"));
        assert_eq!(nearest("alow", known), Some("allow"));
        assert_eq!(nearest("sead", known), Some("seed"));
        assert_eq!(nearest("limits", known), None);
        assert_eq!(nearest("seed", known), None);
        assert_eq!(nearest("x", ["y"]), None);
    }
}
