//! `taipan snap`: suites of cases and their goldens.

mod bad_input;
mod choice;
mod documents;
mod files;
mod library;
mod reports;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::command::{Said, said, taipan};

/// A folder with some files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

pub(crate) fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs `taipan snap` in a folder; the time that it took is left out.
pub(crate) fn snap(folder: &Path, args: &[&str]) -> Said {
    let mut command = taipan();
    command.args(["snap", "--isolation", "native"]).args(args).current_dir(folder);
    let mut said = said(&mut command, b"");
    said.out = said.out.lines().map(untimed).collect();
    said
}

/// A line without the time at its end.
fn untimed(line: &str) -> String {
    let timed = line.contains(" case").then(|| line.rfind(" in ")).flatten();
    format!("{}\n", &line[..timed.unwrap_or(line.len())])
}

/// The last line of what was said.
pub(crate) fn summary(said: &Said) -> (i32, &str) {
    (said.status, said.out.lines().last().unwrap_or_default())
}

/// Every file below a folder, sorted.
pub(crate) fn tree(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            all.extend(tree(&entry.path()).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            all.push(name);
        }
    }
    all.sort();
    all
}
