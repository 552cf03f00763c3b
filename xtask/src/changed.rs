//! The crates of RustPython that are changed in one place each for the guest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::files::{edit, read};
use crate::licences::packages;

/// A published crate, and what its copy says in a place.
struct Change {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

const CHANGES: [Change; 2] = [
    // It writes the properties of a class in the order of a map, which is drawn anew in each process: no two builds of the
    // guest would have the same bytes.
    Change {
        name: "rustpython-derive-impl",
        file: "src/pyclass.rs",
        from: "map: HashMap<(String, Vec<Attribute>), GetSetEntry>,",
        to: "map: HashMap<(String, Vec<Attribute>), GetSetEntry, std::hash::BuildHasherDefault<std::hash::DefaultHasher>>,",
    },
    // It begins each of three lists a code object with this many instructions, and writes them all: each a page and a half
    // that a small program has no use for.
    Change {
        name: "rustpython-codegen",
        file: "src/ir.rs",
        from: "const INITIAL_INSTR_SEQUENCE_SIZE: usize = 100;",
        to: "const INITIAL_INSTR_SEQUENCE_SIZE: usize = 16;",
    },
];

/// Puts the crates into the files of a tree, beside the engine's, and has the tree's manifest and lock file take them from
/// there.
pub fn plant(root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    let packages = packages(&root.join("guest"))?;
    let (mut excluded, mut patch) = (String::from("\"taipan\""), String::from("[patch.crates-io]\n"));
    for Change { name, file, from, to } in CHANGES {
        let published = packages.iter().find(|package| package.name == name).ok_or_else(|| format!("no {name}"))?;
        for part in ["Cargo.toml", "src"] {
            read(&published.folder().join(part), &Path::new(name).join(part), files)?;
        }
        edit(files, &format!("{name}/{file}"), from, to)?;
        let lock = files.get_mut(Path::new("Cargo.lock")).ok_or("the guest has no lock file")?;
        *lock = without_source(std::str::from_utf8(lock)?, name)?.into_bytes();
        excluded += &format!(", \"{name}\"");
        patch += &format!("{name} = {{ path = \"{name}\" }}\n");
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
