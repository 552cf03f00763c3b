//! The crate of RustPython's macros, changed in one place for the guest: it writes the properties of a class in one order.
//!
//! The published crate keeps them in a map whose order is drawn anew in each process, so that no two builds of the guest
//! would have the same bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::files::{edit, read};
use crate::licences::packages;

/// The crate, and the folder of the tree that its copy is in.
pub const NAME: &str = "rustpython-derive-impl";

const DRAWN: &str = "map: HashMap<(String, Vec<Attribute>), GetSetEntry>,";
const FIXED: &str =
    "map: HashMap<(String, Vec<Attribute>), GetSetEntry, std::hash::BuildHasherDefault<std::hash::DefaultHasher>>,";

/// Puts the crate into the files of a tree, and has the tree's manifest and lock file take it from there.
pub fn plant(root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    let packages = packages(&root.join("guest"))?;
    let published = packages.iter().find(|package| package.name == NAME).ok_or_else(|| format!("no {NAME}"))?;
    for name in ["Cargo.toml", "src"] {
        read(&published.folder().join(name), &Path::new(NAME).join(name), files)?;
    }
    edit(files, &format!("{NAME}/src/pyclass.rs"), DRAWN, FIXED)?;
    let patch = format!("[patch.crates-io]\n{NAME} = {{ path = \"{NAME}\" }}\n\n[workspace]");
    edit(files, "Cargo.toml", "[workspace]", &patch)?;
    let lock = files.get_mut(Path::new("Cargo.lock")).ok_or("the guest has no lock file")?;
    *lock = without_source(std::str::from_utf8(lock)?)?.into_bytes();
    Ok(())
}

/// A lock file as cargo writes it where the crate is a folder of the tree.
fn without_source(lock: &str) -> Result<String, Error> {
    let head = format!("[[package]]\nname = \"{NAME}\"\n");
    let (before, entry) = lock.split_once(&head).ok_or_else(|| format!("Cargo.lock does not know {NAME}"))?;
    let (entry, after) = entry.split_once("\n\n").unwrap_or((entry, ""));
    let kept = entry.lines().filter(|line| !line.starts_with("source = ") && !line.starts_with("checksum = "));
    Ok(format!("{before}{head}{}\n\n{after}", kept.collect::<Vec<_>>().join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_loses_the_source_of_one_crate() {
        let other = "[[package]]\nname = \"other\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"00\"\n";
        let locked = |source| {
            format!(
                "{other}\n[[package]]\nname = \"{NAME}\"\nversion = \"0.6.0\"\n{source}dependencies = [\n \"a\",\n]\n\n{other}"
            )
        };
        let changed = without_source(&locked("source = \"registry\"\nchecksum = \"01\"\n")).unwrap();
        assert_eq!(changed, locked(""));
        assert_eq!(without_source(other).unwrap_err().to_string(), "Cargo.lock does not know rustpython-derive-impl");
    }
}
