//! What keeps a suite from being run at all.

use std::io;
use std::path::Path;

/// Why a suite was not run. What goes wrong with one case is in the [`Report`](super::Report).
///
/// ```
/// let error = taipan::snap::dir("no/such/folder").run().unwrap_err();
/// assert_eq!(error.to_string(), "no/such/folder: no such file or folder");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(String);

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Error {
        Error(text.into())
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Error {
        Error(error.to_string())
    }
}

/// What the system says of a path, without Rust's error number.
pub(crate) fn io(path: &Path, error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => String::from("no such file or folder"),
        io::ErrorKind::PermissionDenied => String::from("permission denied"),
        io::ErrorKind::StorageFull => String::from("the disk is full"),
        io::ErrorKind::FileTooLarge => String::from("the system allows no file of this size"),
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    };
    format!("{}: {words}", shown(path))
}

/// A path as reports write it: `/` between its parts on every system, and no `./` before them.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text };
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}
