//! The room that the description of one error may take, so that guest code cannot make it large or slow.

use std::cell::Cell;

use rustpython_vm::Py;
use rustpython_vm::builtins::PyStr;

use super::raised::escaped;

/// Bytes of messages, notes and names in one error, in UTF-8.
pub(crate) const MAX_TEXT: usize = 512 << 10;

/// Bytes of source lines that its frames hold, and of the printed traceback.
pub(crate) const MAX_PRINTED: usize = 4 << 20;

/// What an exception, a frame and a note count besides their text.
const EACH: usize = 32;

/// What is left of the room.
pub(crate) struct Room {
    text: Cell<usize>,
    source: Cell<usize>,
    left_out: Cell<usize>,
}

impl Room {
    pub(crate) fn new() -> Room {
        Room { text: Cell::new(MAX_TEXT), source: Cell::new(MAX_PRINTED), left_out: Cell::new(0) }
    }

    /// Counts one more part; `false` when there is no room for it.
    pub(crate) fn enter(&self) -> bool {
        let left = self.text.get().checked_sub(EACH);
        self.text.set(left.unwrap_or(0));
        if left.is_none() {
            self.left_out.set(self.left_out.get() + 1);
        }
        left.is_some()
    }

    /// A text as far as there is room, and how much of it is missing.
    pub(crate) fn take(&self, text: &str) -> String {
        let left = self.text.get();
        if text.len() <= left {
            self.text.set(left - text.len());
            return text.to_owned();
        }
        self.text.set(0);
        let end = text.floor_char_boundary(left);
        let missing = text.len() - end;
        self.left_out.set(self.left_out.get() + missing);
        format!("{} [{missing} bytes left out]", &text[..end])
    }

    /// Likewise of a string of the interpreter's, in which lone surrogates are escaped.
    pub(crate) fn take_str(&self, text: &Py<PyStr>) -> String {
        match text.to_str() {
            Some(text) => self.take(text),
            None if text.as_bytes().len() <= self.text.get() => self.take(&escaped(text)),
            None => self.take(&text.as_wtf8().to_string_lossy()),
        }
    }

    /// Whether the lines of source that one more frame shows still fit.
    pub(crate) fn shows(&self, lines: &[&str]) -> bool {
        let bytes: usize = lines.iter().map(|line| line.len()).sum();
        let left = self.source.get().checked_sub(bytes);
        self.source.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Whether something did not fit.
    pub(crate) fn is_short(&self) -> bool {
        self.left_out.get() > 0
    }
}

/// The text of what can be displayed, or its first [`MAX_PRINTED`] bytes and a line that says so.
pub(crate) fn printed(what: &impl std::fmt::Display) -> String {
    let mut page = Page(String::new());
    if std::fmt::write(&mut page, format_args!("{what}")).is_err() {
        page.0.push_str("\n[the rest is left out]\n");
    }
    page.0
}

struct Page(String);

impl std::fmt::Write for Page {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let left = MAX_PRINTED - self.0.len();
        self.0.push_str(&text[..text.floor_char_boundary(left)]);
        if text.len() > left { Err(std::fmt::Error) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_counted() {
        let room = Room::new();
        assert_eq!(room.take("short"), "short");
        assert!(!room.is_short());
        let long = "é".repeat(MAX_TEXT);
        let cut = room.take(&long);
        assert!(cut.starts_with("éé") && cut.ends_with("é [524294 bytes left out]"), "{}", &cut[cut.len() - 40..]);
        assert!(room.is_short() && !room.enter());
        assert_eq!(room.take("more"), " [4 bytes left out]");
    }

    #[test]
    fn a_page_ends() {
        let text = printed(&"é".repeat(MAX_PRINTED));
        assert_eq!(text.len(), MAX_PRINTED + "\n[the rest is left out]\n".len());
        assert_eq!(printed(&"short"), "short");
    }
}
