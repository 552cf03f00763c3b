//! An uncaught exception as data, and its text: byte for byte what CPython 3.14 prints to standard error, without colours.
//!
//! Not done here: finding what a misspelt name may have meant, and reading source files. Who makes the data brings both.

use std::fmt;

use serde::{Deserialize, Serialize};

mod anchors;
mod bounds;
mod chain;
mod frame;
mod nesting;
mod pytext;
mod source;
mod stack;
mod syntax;
mod width;

#[cfg(test)]
mod tests;

pub use bounds::{MAX_FRAMES, MAX_GROUP_DEPTH, MAX_GROUP_WIDTH, MAX_LINKS, MAX_MESSAGE, MAX_SOURCE};
pub use frame::Frame;
#[cfg(feature = "snap")]
pub(crate) use nesting::is_flat;

/// An uncaught exception with the exceptions that led to it.
///
/// `Display` writes the text with its last newline, as CPython's standard error has it. The text is bounded by the constants of this
/// module; whatever the data, writing it neither panics nor recurses deeper than [`MAX_GROUP_DEPTH`] groups.
///
/// ```
/// use taipan::traceback::{Frame, Link, Traceback};
///
/// let source = ["def half(x):", "    return x / 0", "half(2)"];
/// let mut link = Link::new("ZeroDivisionError", "division by zero");
/// link.frames = vec![
///     Frame::new("main.py", "<module>", 3).spanning(3, 0, 7).with_source(&source),
///     Frame::new("main.py", "half", 2).spanning(2, 11, 16).with_source(&source),
/// ];
/// assert_eq!(
///     Traceback::from(link).to_string(),
///     r#"Traceback (most recent call last):
///   File "main.py", line 3, in <module>
///     half(2)
///     ~~~~^^^
///   File "main.py", line 2, in half
///     return x / 0
///            ~~^~~
/// ZeroDivisionError: division by zero
/// "#
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Traceback {
    /// The exceptions, the oldest first: each was raised while or because the one before it was handled. The last one went uncaught.
    pub links: Vec<Link>,
}

/// One exception of a chain.
///
/// ```
/// use taipan::traceback::{Link, Relation, Traceback};
///
/// let mut cause = Link::new("KeyError", "'a'");
/// cause.notes.push("asked twice".to_owned());
/// let mut last = Link::new("ValueError", "");
/// last.relation = Relation::Cause;
/// let text = Traceback { links: vec![cause, last] }.to_string();
/// assert_eq!(
///     text,
///     "KeyError: 'a'\nasked twice\n\n\
///      The above exception was the direct cause of the following exception:\n\n\
///      ValueError\n"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// How this exception came from the one before it in the chain. Not read for the first.
    pub relation: Relation,
    /// The frames that the exception went through, the outermost first.
    pub frames: Vec<Frame>,
    /// The class, with its module unless that is `builtins` or `__main__`.
    pub type_name: String,
    /// `str` of the exception, or `<exception str() failed>`. Lone surrogates are already escaped, as Python's standard error does.
    pub message: String,
    /// What is appended to the message as it is, such as `. Did you mean: 'sum'?`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// `str` of each note.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// For a SyntaxError or a subclass: what it says. It is printed instead of `message` and `suggestion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub syntax: Option<SyntaxDetail>,
    /// For an exception group: its members, or as many of the first ones as are worth printing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Traceback>,
    /// For an exception group: how many members follow those in `members`. They are only counted.
    #[serde(skip_serializing_if = "is_zero")]
    pub omitted_members: usize,
}

/// How an exception came from the one before it.
///
/// ```
/// use taipan::traceback::{Link, Relation, Traceback};
///
/// let mut last = Link::new("ValueError", "");
/// last.relation = Relation::Context;
/// let text = Traceback { links: vec![Link::new("KeyError", ""), last] }.to_string();
/// assert_eq!(text, "KeyError\n\nDuring handling of the above exception, another exception occurred:\n\nValueError\n");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// It begins the chain.
    #[default]
    Start,
    /// It was raised `from` the one before.
    Cause,
    /// It was raised while the one before was handled.
    Context,
}

/// What a SyntaxError says, in its own attributes.
///
/// ```
/// use taipan::traceback::{Link, SyntaxDetail, Traceback};
///
/// let mut link = Link::new("SyntaxError", "invalid syntax (main.py, line 1)");
/// link.syntax = Some(SyntaxDetail {
///     message: "invalid syntax".to_owned(),
///     file: Some("main.py".to_owned()),
///     line: Some(1),
///     end_line: Some(1),
///     offset: Some(5),
///     end_offset: Some(6),
///     text: Some("1 + )\n".to_owned()),
/// });
/// assert_eq!(
///     Traceback::from(link).to_string(),
///     r#"  File "main.py", line 1
///     1 + )
///         ^
/// SyntaxError: invalid syntax
/// "#
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SyntaxDetail {
    /// `msg`. When empty, `<no detail available>` is printed.
    pub message: String,
    /// `filename`. When it is `None` and `line` is not, `<string>` is printed.
    pub file: Option<String>,
    /// `lineno`, as it is: code that makes its own SyntaxError may give any number.
    pub line: Option<i64>,
    /// `end_lineno`.
    pub end_line: Option<i64>,
    /// `offset`: where the fault starts, in characters counted from 1.
    pub offset: Option<i64>,
    /// `end_offset`: where it ends, likewise.
    pub end_offset: Option<i64>,
    /// `text`: the line of source, with or without its line end.
    pub text: Option<String>,
}

/// A place in a file.
///
/// ```
/// use taipan::traceback::{Frame, Link, Traceback};
///
/// let mut link = Link::new("NameError", "");
/// link.frames = vec![Frame::new("main.py", "<module>", 4)];
/// let position = Traceback::from(link).position_in("main.py").unwrap();
/// assert_eq!((position.line, position.column), (4, None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in characters. `None` when it, or the source line that it counts in, is not known.
    pub column: Option<u32>,
}

impl Traceback {
    /// The frames of the exception that went uncaught, the outermost first.
    ///
    /// ```
    /// use taipan::traceback::{Frame, Link, Traceback};
    ///
    /// let mut link = Link::new("KeyError", "1");
    /// link.frames = vec![Frame::new("main.py", "<module>", 1)];
    /// assert_eq!(Traceback::from(link).frames()[0].line, 1);
    /// assert!(Traceback::default().frames().is_empty());
    /// ```
    pub fn frames(&self) -> &[Frame] {
        self.links.last().map_or(&[], |link| &link.frames)
    }

    /// Where in `file` the uncaught exception arose: the place that a SyntaxError names when it is in that file, else the innermost
    /// frame there. `None` when it went through no frame of that file.
    ///
    /// ```
    /// use taipan::traceback::{Frame, Link, Traceback};
    ///
    /// let mut link = Link::new("ValueError", "");
    /// link.frames = vec![
    ///     Frame::new("main.py", "<module>", 1).spanning(1, 6, 10).with_source(&["é = f(x)"]),
    ///     Frame::new("lib.py", "f", 9),
    /// ];
    /// let traceback = Traceback::from(link);
    /// let position = traceback.position_in("main.py").unwrap();
    /// assert_eq!((position.line, position.column), (1, Some(6)));
    /// assert_eq!(traceback.position_in("other.py"), None);
    /// ```
    pub fn position_in(&self, file: &str) -> Option<Position> {
        let link = self.links.last()?;
        let named = link.syntax.as_ref().and_then(|detail| detail.position_in(file));
        let innermost = || link.frames.iter().rfind(|frame| frame.file == file);
        named.or_else(|| innermost().map(Frame::position))
    }
}

impl From<Link> for Traceback {
    fn from(link: Link) -> Self {
        Self { links: vec![link] }
    }
}

impl fmt::Display for Traceback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        chain::write(self, f)
    }
}

impl Link {
    /// An exception without frames.
    ///
    /// ```
    /// use taipan::traceback::{Link, Traceback};
    ///
    /// assert_eq!(Traceback::from(Link::new("ValueError", "no")).to_string(), "ValueError: no\n");
    /// ```
    pub fn new(type_name: impl Into<String>, message: impl Into<String>) -> Self {
        Self { type_name: type_name.into(), message: message.into(), ..Self::default() }
    }

    fn is_group(&self) -> bool {
        !self.members.is_empty() || self.omitted_members > 0
    }
}

impl SyntaxDetail {
    fn position_in(&self, file: &str) -> Option<Position> {
        if self.file.as_deref() != Some(file) {
            return None;
        }
        let line = u32::try_from(self.line?).ok()?;
        let offset = self.offset.filter(|&offset| offset > 0);
        Some(Position { line, column: offset.and_then(|offset| u32::try_from(offset).ok()) })
    }
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}
