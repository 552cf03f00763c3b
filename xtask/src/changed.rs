//! The crates of RustPython that are changed in some places for the guest.

mod same_bytes;
mod speed;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::Error;
use crate::files::{edit, read};
use crate::licences::packages;

/// What the copy of a published crate says in one place.
#[derive(Clone, Copy)]
struct Place {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

/// Puts the crates into the files of a tree, beside the engine's, and has the tree's manifest and lock file take them from
/// there.
pub fn plant(root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    let packages = packages(&root.join("guest"))?;
    let (mut excluded, mut patch) = (String::from("\"taipan\""), String::from("[patch.crates-io]\n"));
    let places = [&same_bytes::SAME_BYTES[..], &words::WORDS, &speed::SPEED].concat();
    let names: BTreeSet<&str> = places.iter().map(|place| place.name).collect();
    for name in names {
        let published = packages.iter().find(|package| package.name == name).ok_or_else(|| format!("no {name}"))?;
        let parts = ["Cargo.toml", "build.rs", "src", "Lib"].map(|part| (part, published.folder().join(part)));
        for (part, path) in parts.iter().filter(|(_, path)| path.exists()) {
            read(path, &Path::new(name).join(part), files)?;
        }
        // As cargo does with what is not the project's own.
        let library =
            files.get_mut(&Path::new(name).join("src/lib.rs")).ok_or_else(|| format!("no library in {name}"))?;
        library.splice(..0, *b"#![allow(warnings)]\n");
        let lock = files.get_mut(Path::new("Cargo.lock")).ok_or("the guest has no lock file")?;
        *lock = without_source(std::str::from_utf8(lock)?, name)?.into_bytes();
        excluded += &format!(", \"{name}\"");
        patch += &format!("{name} = {{ path = \"{name}\" }}\n");
    }
    for Place { name, file, from, to } in places {
        edit(files, &format!("{name}/{file}"), from, to)?;
    }
    edit(files, "Cargo.toml", "[workspace]", &format!("{patch}\n[workspace]\nexclude = [{excluded}]"))
}

/// A lock file as cargo writes it where a crate is a folder of the tree.
fn without_source(lock: &str, name: &str) -> Result<String, Error> {
    let head = format!("[[package]]\nname = \"{name}\"\n");
    let (before, entry) = lock.split_once(&head).ok_or_else(|| format!("Cargo.lock does not know {name}"))?;
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
                "{other}\n[[package]]\nname = \"changed\"\nversion = \"0.6.0\"\n{source}dependencies = [\n \"a\",\n]\n\n{other}"
            )
        };
        let changed = without_source(&locked("source = \"registry\"\nchecksum = \"01\"\n"), "changed").unwrap();
        assert_eq!(changed, locked(""));
        assert_eq!(without_source(other, "changed").unwrap_err().to_string(), "Cargo.lock does not know changed");
    }
}
