//! Lines and columns of places in a text.

use ruff_text_size::TextSize;

/// Where each line of a text begins.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Lines<'a> {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { text, starts }
    }

    /// How many there are; an empty last one does not count.
    pub(super) fn count(&self) -> usize {
        self.text.lines().count()
    }

    /// Line and column of a place, counted from 1, the column in characters.
    pub(super) fn place(&self, at: TextSize) -> (u32, u32) {
        let at = at.to_usize().min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at);
        let before = self.text.get(self.starts[line - 1]..at).unwrap_or_default();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (number(line), number(before.chars().count() + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let lines = Lines::new("aé\n\nx");
        let places = [0, 1, 3, 4, 5, 6, 99].map(|at| lines.place(TextSize::new(at)));
        assert_eq!(places, [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (3, 2)]);
        assert_eq!((lines.count(), Lines::new("").count()), (3, 0));
    }
}
