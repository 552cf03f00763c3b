//! Reads files and streams up to a bound.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a file up to one byte more than `most`. Endless files and folders are no trouble.
pub(crate) fn read_bounded(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let fail = |error: io::Error| format!("{}: {}", path.display(), plain(&error));
    let file = File::open(path).map_err(fail)?;
    if file.metadata().map_err(fail)?.is_dir() {
        return Err(format!("{} is a folder; name a file", path.display()));
    }
    bounded(file, most).map_err(fail)
}

/// Reads up to one byte more than `most`.
pub(crate) fn bounded(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The system's words without Rust's error number.
pub(crate) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
