//! Trees of files, held in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// Reads a file, or all files of a folder, under a name.
pub fn read(path: &Path, name: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            read(&entry.path(), &name.join(entry.file_name()), files)?;
        }
        return Ok(());
    }
    files.insert(name.to_owned(), fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?);
    Ok(())
}
