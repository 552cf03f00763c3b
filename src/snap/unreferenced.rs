//! Goldens that no case has.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::shown;
use super::golden;
use super::report::{Checked, Verdict};
use super::store;

/// What is done with goldens that no case has.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// use taipan::snap::{self, Unreferenced};
///
/// let case = folder.path().join("sum.py");
/// std::fs::write(&case, "1 + 1")?;
/// snap::dir(folder.path()).accept(true).run()?;
/// std::fs::remove_file(&case)?;
/// let suite = snap::dir(folder.path()).unreferenced(Unreferenced::Reject);
/// assert_eq!(suite.run()?.summary(), "0 cases: 1 unreferenced");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreferenced {
    /// They are not looked for.
    #[default]
    Ignore,
    /// Each is a failure.
    Reject,
    /// They are deleted.
    Delete,
}

/// The goldens in some folders that are not among the known ones; those that taipan did not write are left alone.
pub(crate) fn find(folders: &[PathBuf], known: &HashSet<PathBuf>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in folders {
        collect(folder, known, &mut found);
    }
    found.sort();
    found
}

fn collect(folder: &Path, known: &HashSet<PathBuf>, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&path, known, found);
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let golden = match name.strip_suffix(".new") {
            Some(golden) => path.with_file_name(golden),
            None => path.clone(),
        };
        let is_golden = golden.extension().is_some_and(|extension| extension == "snap");
        if is_golden && !known.contains(&golden) && is_ours(&path) {
            found.push(path);
        }
    }
}

fn is_ours(path: &Path) -> bool {
    let bytes = golden::bytes(path).ok().flatten().unwrap_or_default();
    golden::Golden::parse(&bytes).is_ok_and(|golden| golden.version.is_some())
}

/// The failure that such a golden is, or what became of it.
pub(crate) fn settle(path: &Path, then: Unreferenced) -> Checked {
    let mut checked = Checked::of(&shown(path), 0);
    checked.verdict = Verdict::Unreferenced;
    checked.golden = path.to_owned();
    checked.reason = Some(String::from("no case has this golden; --unreferenced delete removes it"));
    if then == Unreferenced::Delete {
        match store::remove(path) {
            Ok(()) => checked.accepted = true,
            Err(why) => {
                checked.verdict = Verdict::Bad;
                checked.reason = Some(why);
            }
        }
    }
    checked
}
