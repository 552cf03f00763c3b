//! One frame of a stack, as data.

use serde::{Deserialize, Serialize};

use super::Position;
use super::pytext::ceil_boundary;

/// One frame that an exception went through.
///
/// ```
/// use taipan::traceback::Frame;
///
/// let frame = Frame::new("main.py", "<module>", 2).spanning(3, 4, 1).with_source(&["x = 1", "y = (x +", ")", "z = 2"]);
/// assert_eq!(frame.source, ["y = (x +", ")"]);
/// assert_eq!((frame.end_line, frame.column, frame.end_column), (3, Some(4), Some(1)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Frame {
    /// The file's name.
    pub file: String,
    /// `co_name`, as CPython 3.14 prints it: `method`, not `Class.method`.
    pub name: String,
    /// The line where the instruction that raised or called starts, counted from 1.
    pub line: u32,
    /// The line where that instruction ends. `line` when it is not known.
    pub end_line: u32,
    /// Where the instruction starts in its first line, in bytes of UTF-8 counted from 0. `None` leaves the carets out.
    pub column: Option<u32>,
    /// Where it ends in its last line, likewise.
    pub end_column: Option<u32>,
    /// The file's lines from `line` to `end_line`, without line ends. Empty when the source is not known.
    ///
    /// Only the first three of a run of equal frames show their source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<String>,
}

impl Frame {
    /// A frame whose columns and source are not known.
    ///
    /// ```
    /// let frame = taipan::traceback::Frame::new("main.py", "f", 3);
    /// assert_eq!((frame.line, frame.end_line, frame.column), (3, 3, None));
    /// ```
    pub fn new(file: impl Into<String>, name: impl Into<String>, line: u32) -> Self {
        Self { file: file.into(), name: name.into(), line, end_line: line, ..Self::default() }
    }

    /// Says where the instruction ends and in which bytes of its lines it is, as `co_positions` does.
    ///
    /// ```
    /// let frame = taipan::traceback::Frame::new("main.py", "f", 3).spanning(4, 8, 1);
    /// assert_eq!((frame.end_line, frame.column, frame.end_column), (4, Some(8), Some(1)));
    /// ```
    #[must_use]
    pub fn spanning(mut self, end_line: u32, column: u32, end_column: u32) -> Self {
        self.end_line = end_line;
        self.column = Some(column);
        self.end_column = Some(end_column);
        self
    }

    /// Takes the frame's source from the lines of its whole file. Call it after [`Frame::spanning`].
    ///
    /// ```
    /// let frame = taipan::traceback::Frame::new("main.py", "f", 2).with_source(&["a", "b", "c"]);
    /// assert_eq!(frame.source, ["b"]);
    /// ```
    #[must_use]
    pub fn with_source(mut self, lines: &[impl AsRef<str>]) -> Self {
        let first = usize::try_from(self.line).unwrap_or(usize::MAX).saturating_sub(1);
        let lines = lines.iter().skip(first).take(self.height());
        self.source = lines.map(|line| line.as_ref().to_owned()).collect();
        self
    }

    /// How many lines the instruction is on; 0 when it ends before it starts.
    pub(super) fn height(&self) -> usize {
        let lines = (u64::from(self.end_line) + 1).saturating_sub(u64::from(self.line));
        usize::try_from(lines).unwrap_or(usize::MAX)
    }

    pub(super) fn position(&self) -> Position {
        let characters = |(line, column): (&String, u32)| {
            let before = ceil_boundary(line, usize::try_from(column).ok()?);
            u32::try_from(line[..before].chars().count() + 1).ok()
        };
        Position { line: self.line, column: self.source.first().zip(self.column).and_then(characters) }
    }
}
