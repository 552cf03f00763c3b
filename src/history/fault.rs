//! What is wrong with a history, in words that name the way out.

use std::path::Path;

use rusqlite::{Error, ErrorCode};

/// What is said of a file that is something else.
pub(super) const NO_DATABASE: &str = "it is no database; move it away, and the next run begins another";

const AWAY: &str = "move it away, and the next run begins another";

/// Why SQLite did not do what it was asked.
pub(super) fn told(path: &Path, error: &Error) -> String {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => String::from(NO_DATABASE),
        Some(ErrorCode::DatabaseCorrupt) => format!("it is damaged; {AWAY}"),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            String::from("another process holds it; try again when that has ended")
        }
        Some(ErrorCode::ReadOnly) => {
            String::from("it can't be written; give it the right, or set history.file to another")
        }
        Some(ErrorCode::DiskFull) => String::from("the disk is full"),
        Some(ErrorCode::CannotOpen) => {
            String::from("it can't be opened; look at the rights of the file and its folder")
        }
        Some(ErrorCode::PermissionDenied) => String::from("permission denied"),
        Some(ErrorCode::SystemIoFailure) => String::from("the disk does not take or give what it should"),
        // Its tables are not ours, or hold what no version of taipan writes.
        _ => format!("it is no history: {error}; {AWAY}"),
    };
    of(path, &why)
}

/// A sentence about the file.
pub(super) fn of(path: &Path, why: &str) -> String {
    format!("history {}: {why}", path.display())
}
