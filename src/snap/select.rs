//! Which of the cases that were found are taken.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Error;
use super::case::Case;
use super::name;

/// Which cases are taken; all where nothing is said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// A part of the name; of several one is enough.
    pub(crate) filters: Vec<String>,
    /// A tag; of several one is enough.
    pub(crate) tags: Vec<String>,
    /// Which part, counted from 1, of how many.
    pub(crate) shard: Option<(u32, u32)>,
    /// The revision since which a case or its golden has changed.
    pub(crate) changed_since: Option<String>,
}

impl Selection {
    pub(crate) fn is_all(&self) -> bool {
        self.filters.is_empty() && self.tags.is_empty() && self.shard.is_none() && self.changed_since.is_none()
    }

    pub(crate) fn takes_name(&self, id: &str) -> bool {
        let filtered = self.filters.is_empty() || self.filters.iter().any(|text| id.contains(text.as_str()));
        filtered && self.shard.is_none_or(|(part, parts)| name::shard(id, u64::from(parts)) == u64::from(part) - 1)
    }

    pub(crate) fn takes_tags(&self, tags: &[String]) -> bool {
        self.tags.is_empty() || self.tags.iter().any(|tag| tags.contains(tag))
    }

    /// The files that have changed, where that is asked for.
    pub(crate) fn changed(&self, roots: &[PathBuf]) -> Result<Option<Changed>, Error> {
        self.changed_since.as_deref().map(|revision| Changed::since(revision, roots)).transpose()
    }
}

/// The files that have changed since a revision, committed or not, new ones included.
#[derive(Debug)]
pub(crate) struct Changed(HashSet<PathBuf>);

impl Changed {
    fn since(revision: &str, roots: &[PathBuf]) -> Result<Changed, Error> {
        let mut files = HashSet::new();
        for root in roots {
            let folder = if root.is_dir() { root.as_path() } else { root.parent().unwrap_or(Path::new("")) };
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let top = PathBuf::from(git(folder, &["rev-parse", "--show-toplevel"])?.trim_end_matches('\n'));
            let commit = git(
                folder,
                &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
            )
            .map_err(|_| {
                Error::new(format!("`{revision}` is no revision that git knows in {}", super::error::shown(folder)))
            })?;
            let changed = git(&top, &["diff", "--name-only", "-z", commit.trim_end()])?;
            let new = git(&top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
            files.extend(
                changed.split('\0').chain(new.split('\0')).filter(|name| !name.is_empty()).map(|name| top.join(name)),
            );
        }
        Ok(Changed(files))
    }

    /// Whether a case's file or its golden is among them.
    pub(crate) fn has(&self, case: &Case) -> bool {
        let is_in = |path: &Path| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            // The file itself may be gone.
            let (Ok(folder), Some(name)) = (folder.canonicalize(), path.file_name()) else { return false };
            self.0.contains(&folder.join(name))
        };
        is_in(Path::new(&*case.place.file)) || case.golden().is_some_and(is_in)
    }
}

fn git(folder: &Path, args: &[&str]) -> Result<String, Error> {
    let output = Command::new("git").arg("-C").arg(folder).args(args).output();
    let output = output.map_err(|e| Error::new(format!("git does not start, and tells what has changed: {e}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!("git: {}", said.trim().trim_start_matches("fatal: "))));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
