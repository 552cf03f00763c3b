//! The lines that make one run.

use crate::check::{self, Typed};

/// What has been typed since the last run.
#[derive(Debug)]
pub(super) struct Block {
    text: Option<String>,
    state: Typed,
    /// Bytes beyond which no line is waited for: a run refuses them.
    most: u64,
}

impl Block {
    pub(super) fn new(most: u64) -> Block {
        Block { text: None, state: Typed::Whole, most }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_none()
    }

    /// Takes a line, or several that were pasted; gives the program where they are one.
    pub(super) fn push(&mut self, line: &str) -> Option<String> {
        let text = match self.text.take() {
            Some(text) => text + "\n" + line,
            None => line.to_owned(),
        };
        // A line that is indented neither ends a block nor needs a look at what is before it.
        let goes_on = self.state == Typed::Block && line.starts_with([' ', '\t']) && !line.contains('\n');
        if !goes_on {
            self.state = if text.len() as u64 > self.most { Typed::Whole } else { check::typed(&text) };
        }
        if self.state == Typed::Whole {
            return Some(text);
        }
        self.text = Some(text);
        None
    }

    /// Gives up what is not whole; none where nothing was typed.
    pub(super) fn take(&mut self) -> Option<String> {
        self.state = Typed::Whole;
        self.text.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programs(lines: &[&str]) -> (Vec<String>, Option<String>) {
        let mut block = Block::new(100);
        let programs = lines.iter().filter_map(|line| block.push(line)).collect();
        (programs, block.take())
    }

    fn whole(lines: &[&str], expected: &[&str]) {
        assert_eq!(programs(lines), (expected.iter().map(|text| (*text).to_owned()).collect(), None), "{lines:?}");
    }

    #[test]
    fn lines_become_programs() {
        whole(&["1", "", "x = (", "2,", ")", "y"], &["1", "", "x = (\n2,\n)", "y"]);
        whole(
            &["def f():", "    '''a", "", "b'''", "    return (", "", "1)", "", "f()"],
            &["def f():\n    '''a\n\nb'''\n    return (\n\n1)\n", "f()"],
        );
        whole(&["if x:", "    y", "else:", "    z", ""], &["if x:\n    y\nelse:\n    z\n"]);
        whole(&["if x:\n    y\n\nz"], &["if x:\n    y\n\nz"]);
        assert_eq!(programs(&["if x:", "    y"]), (vec![], Some("if x:\n    y".into())));
    }

    #[test]
    fn what_is_too_long_is_waited_for_no_longer() {
        let long = format!("({}", " ".repeat(100));
        whole(&[&long, "1"], &[&long, "1"]);
    }
}
