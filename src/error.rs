//! What the host or the engine got wrong; never what guest code did.

use std::fmt;

/// An error of the host or of the engine. What guest code does, however bad, is an [`Outcome`](crate::Outcome).
///
/// ```
/// use taipan::{Engine, ErrorKind, Limits};
///
/// let limits = Limits { recursion: 1, ..Limits::default() };
/// let error = Engine::builder().limits(limits).build().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::InvalidLimits);
/// assert_eq!(error.to_string(), "invalid limits: recursion is 1; it must be between 50 and 5000");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{}: {}", .0.kind, .0.detail)]
pub struct Error(Box<Repr>);

#[derive(Debug)]
struct Repr {
    kind: ErrorKind,
    detail: String,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<String>) -> Error {
        Error(Box::new(Repr { kind, detail: detail.into() }))
    }

    /// No interpreter became free in the time that a caller was ready to wait.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn busy(interpreters: usize, wait: std::time::Duration) -> Error {
        let detail = format!("all {interpreters} interpreters were in runs for {wait:?}; wait longer or make more");
        Error::new(ErrorKind::Busy, detail)
    }

    /// A child of the process that made the engine asked for a run.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn forked() -> Error {
        let detail = "the engine was made before this process was forked; its threads stayed behind: make another";
        Error::new(ErrorKind::Unsupported, detail)
    }

    /// What kind of error it is.
    ///
    /// ```
    /// let error = taipan::Policy::from_toml("clok = 'system'").unwrap_err();
    /// assert_eq!(error.kind(), taipan::ErrorKind::InvalidPolicy);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The text without its kind.
    #[cfg(feature = "cli")]
    pub(crate) fn detail(&self) -> &str {
        &self.0.detail
    }
}

/// The kinds of [`Error`].
///
/// ```
/// assert_eq!(taipan::ErrorKind::InvalidInput.to_string(), "invalid input");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A limit is out of its range, or two limits contradict each other.
    InvalidLimits,
    /// A policy has an unknown field, a malformed value or names a module that does not exist.
    InvalidPolicy,
    /// An input's name is no identifier, is a keyword, or is given twice.
    InvalidInput,
    /// The isolation is not part of this build, or the engine is that of the process which this one was forked from.
    Unsupported,
    /// The operating system refused a thread, or the engine has lost too many workers.
    Exhausted,
    /// All interpreters were in runs for as long as the caller was ready to wait.
    Busy,
    /// A session has used up one of its totals, or cannot go on after what its last run did.
    SessionOver,
    /// Bytes that are no snapshot, a damaged one, or one of another guest.
    InvalidSnapshot,
    /// A defect of the engine.
    Internal,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ErrorKind::InvalidLimits => "invalid limits",
            ErrorKind::InvalidPolicy => "invalid policy",
            ErrorKind::InvalidInput => "invalid input",
            ErrorKind::Unsupported => "unsupported",
            ErrorKind::Busy => "busy",
            ErrorKind::Exhausted => "host exhausted",
            ErrorKind::SessionOver => "the session is over",
            ErrorKind::InvalidSnapshot => "invalid snapshot",
            ErrorKind::Internal => "internal error",
        })
    }
}
