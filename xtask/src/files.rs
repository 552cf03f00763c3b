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

/// Replaces what stands in one place of a file; it is an error where it does not stand there once.
pub fn edit(files: &mut BTreeMap<PathBuf, Vec<u8>>, name: &str, from: &str, to: &str) -> Result<(), Error> {
    let file = files.get_mut(Path::new(name)).ok_or_else(|| format!("no {name}"))?;
    let text = std::str::from_utf8(file)?;
    if text.matches(from).count() != 1 {
        return Err(format!("{name} does not say `{from}` once: see xtask/src/changed").into());
    }
    *file = text.replace(from, to).into_bytes();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_stand_there_once_is_not_replaced() {
        for text in ["", "from from"] {
            let mut files = BTreeMap::from([(PathBuf::from("a"), text.into())]);
            let error = edit(&mut files, "a", "from", "to").unwrap_err();
            assert_eq!(error.to_string(), "a does not say `from` once: see xtask/src/changed");
        }
    }
}
