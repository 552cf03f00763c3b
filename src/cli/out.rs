//! Writes what a program made into the folder of `--out`, and nowhere else.
//!
//! Each folder is opened from the one above it and no link is followed, so that no name leads out of the folder, whatever
//! else happens in it meanwhile.

use std::ffi::CString;
use std::fs::{self, File as HostFile};
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, mkdirat, open, openat, renameat, statat, unlinkat};
use rustix::io::Errno;

use crate::file::{self, File, shown};

const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
const NEW: OFlags =
    OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// Writes the files; none of them if one is there already and `force` does not say to overwrite it.
pub(crate) fn write(made: &[File], folder: &Path, force: bool) -> Result<(), String> {
    let fail = |error: &dyn std::fmt::Display| format!("--out {}: {error}", folder.display());
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(fail(&plain(&error))),
        _ => {}
    }
    let flags = OFlags::DIRECTORY | OFlags::CLOEXEC;
    let top = open(folder, flags, Mode::empty()).map_err(|error| fail(&plain(&error.into())))?;
    for file in made {
        check(&top, &file.path, force).map_err(|error| fail(&error))?;
    }
    for file in made {
        let content = file.content.as_deref().unwrap_or_default();
        put(&top, &file.path, content, force).map_err(|error| fail(&error))?;
    }
    Ok(())
}

/// Refuses what is no path in the folder, or is there already.
fn check(top: &OwnedFd, path: &str, force: bool) -> Result<(), String> {
    if let Some(mistake) = file::mistake(path) {
        return Err(format!("`{}` {mistake}", shown(path)));
    }
    let (folders, name) = path.rsplit_once('/').map_or(("", path), |(folders, name)| (folders, name));
    let mut at: Option<OwnedFd> = None;
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        match openat(at.as_ref().unwrap_or(top), text(part), FOLDER, Mode::empty()) {
            Ok(folder) => at = Some(folder),
            Err(Errno::NOENT) => return Ok(()),
            Err(error) => return Err(in_the_way(path, part, error)),
        }
    }
    match statat(at.as_ref().unwrap_or(top), text(name), AtFlags::SYMLINK_NOFOLLOW) {
        Err(Errno::NOENT) => Ok(()),
        Err(error) => Err(in_the_way(path, name, error)),
        Ok(_) if !force => Err(format!("`{}` is there already; --force overwrites it", shown(path))),
        Ok(found) if FileType::from_raw_mode(found.st_mode) == FileType::RegularFile => Ok(()),
        Ok(_) => Err(format!("`{}` is there and is no file; remove it", shown(path))),
    }
}

fn put(top: &OwnedFd, path: &str, content: &[u8], force: bool) -> Result<(), String> {
    let (folders, name) = path.rsplit_once('/').map_or(("", path), |(folders, name)| (folders, name));
    let mut at: Option<OwnedFd> = None;
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        let above = at.as_ref().unwrap_or(top);
        match mkdirat(above, text(part), Mode::from_raw_mode(0o777)) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(error) => return Err(in_the_way(path, part, error)),
        }
        let below = openat(above, text(part), FOLDER, Mode::empty());
        at = Some(below.map_err(|error| in_the_way(path, part, error))?);
    }
    let folder = at.as_ref().unwrap_or(top);
    // What is overwritten is whole at every moment: the new file takes the place of the old.
    let temporary = format!(".taipan-{}", std::process::id());
    let written_as = if force { temporary.as_str() } else { name };
    let file = openat(folder, text(written_as), NEW, Mode::from_raw_mode(0o666));
    let file = file.map_err(|error| in_the_way(path, written_as, error))?;
    let done = HostFile::from(file).write_all(content);
    let done = done.and_then(|()| match force {
        true => renameat(folder, text(written_as), folder, text(name)).map_err(io::Error::from),
        false => Ok(()),
    });
    done.map_err(|error| {
        let _ = unlinkat(folder, text(written_as), AtFlags::empty());
        format!("`{}`: {}", shown(path), plain(&error))
    })
}

/// A name that was checked for NUL.
fn text(part: &str) -> CString {
    CString::new(part).unwrap_or_default()
}

/// Why a part of a path can't be opened.
fn in_the_way(path: &str, part: &str, error: Errno) -> String {
    let why = match error {
        Errno::LOOP => String::from("is a link, and none is followed"),
        Errno::NOTDIR => String::from("is there and is no folder"),
        Errno::EXIST => String::from("is there already; --force overwrites it"),
        error => plain(&error.into()),
    };
    format!("`{}`: `{}` {why}", shown(path), shown(part))
}

fn plain(error: &io::Error) -> String {
    crate::files::plain(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join("out");
        for (path, mistake) in [
            ("../x", "has a part `.` or `..`; write the path without it"),
            ("a/../../x", "has a part `.` or `..`; write the path without it"),
            ("/tmp/x", "is absolute; write it as it is in /sandbox"),
            ("a\\0b", "holds a NUL"),
        ] {
            let files = [File::new("fine".into(), vec![1]), File::new(path.replace("\\0", "\0"), vec![1])];
            let error = write(&files, &folder, true).unwrap_err();
            assert_eq!(error, format!("--out {}: `{path}` {mistake}", folder.display()));
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "none is written where one is refused");
        assert_eq!(fs::read_dir(top.path()).unwrap().count(), 1);
    }
}
