//! A syntax error as plain data.

use std::ops::Range;

use super::script::Script;

/// The attributes of a SyntaxError. Lines and offsets count from 1, offsets in characters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) line: i64,
    pub(super) offset: i64,
    pub(super) end_line: Option<i64>,
    pub(super) end_offset: Option<i64>,
    pub(super) text: Option<String>,
}

impl Fault {
    /// Gives the line of source to an error that has none.
    pub(super) fn fill_text(&mut self, script: &Script<'_>) {
        if self.text.is_none() {
            self.text =
                usize::try_from(self.line).ok().and_then(|line| script.line(line)).map(|line| format!("{line}\n"));
        }
    }

    /// Takes the line's end from what the tokenizer could not read to its end, as CPython does.
    pub(super) fn cut_text(&mut self) {
        let unread = ["unterminated ", "f-string: expecting '}'"].iter().any(|words| self.message.starts_with(words));
        if let Some(text) = self.text.as_mut().filter(|text| unread && text.ends_with('\n')) {
            text.pop();
        }
    }

    /// Makes offsets that count bytes count characters.
    pub(super) fn count_characters(&mut self, script: &Script<'_>) {
        let characters = |line: i64, offset: i64| {
            let text = script.line(usize::try_from(line).ok()?)?;
            let before = text.get(..usize::try_from(offset).ok()?.checked_sub(1)?)?;
            i64::try_from(before.chars().count() + 1).ok()
        };
        self.offset = characters(self.line, self.offset).unwrap_or(self.offset);
        if let (Some(line), Some(offset)) = (self.end_line, self.end_offset) {
            self.end_offset = characters(line, offset).or(Some(offset));
        }
    }

    /// Where in the source, in bytes, the error starts.
    pub(super) fn start(&self, script: &Script<'_>) -> Option<usize> {
        script.byte(usize::try_from(self.line).ok()?, usize::try_from(self.offset).ok()?)
    }

    /// Places the error on a range of the source, in bytes.
    pub(super) fn mark(&mut self, range: Range<usize>, script: &Script<'_>) {
        let (line, offset) = script.place(range.start);
        let (end_line, end_offset) = script.place(range.end);
        (self.line, self.offset) = (line, offset);
        (self.end_line, self.end_offset) = (Some(end_line), Some(end_offset));
        self.text = usize::try_from(line).ok().and_then(|line| script.line(line)).map(|line| format!("{line}\n"));
    }
}
