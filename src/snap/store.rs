//! Writes goldens: whole or not at all, and one process at a time.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::error;

/// Puts a text in the place of a file in one step: whoever reads it sees the one or the other, also if this process is killed.
///
/// `seen` is what the file held when it was compared; where it holds something else by now, another process was there first,
/// and it stays.
///
/// # Errors
/// What went wrong; the file is as it was.
pub(crate) fn replace(path: &Path, text: &str, seen: Option<&[u8]>) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|e| error::io(folder, &e))?;
    let _lock = lock(folder).map_err(|e| error::io(folder, &e))?;
    if super::golden::bytes(path)?.as_deref() != seen {
        return Err(format!("{}: another process changed it meanwhile; run again", error::shown(path)));
    }
    write(folder, path, text).map_err(|e| error::io(path, &e))
}

fn write(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".taipan-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path).map_or(0o644, |meta| meta.permissions().mode());
        file.as_file().set_permissions(fs::Permissions::from_mode(mode))?;
    }
    file.persist(path)?;
    Ok(())
}

/// Puts bytes in the place of a file in one step, for its user alone.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Removes a file if it is there.
pub(crate) fn remove(path: &Path) -> Result<(), String> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(error::io(path, &e)),
        _ => Ok(()),
    }
}

/// The file beside a golden that `cargo insta review` looks for.
pub(crate) fn pending(golden: &Path) -> PathBuf {
    golden.with_extension("snap.new")
}

/// Makes what was left beside a golden the golden.
#[cfg(feature = "cli")]
pub(crate) fn accept_pending(golden: &Path) -> Result<(), String> {
    let pending = pending(golden);
    let text = fs::read_to_string(&pending).map_err(|e| error::io(&pending, &e))?;
    replace(golden, &text, super::golden::bytes(golden)?.as_deref())?;
    remove(&pending)
}

/// Removes what was left beside a golden.
#[cfg(feature = "cli")]
pub(crate) fn reject_pending(golden: &Path) -> Result<(), String> {
    remove(&pending(golden))
}

/// Holds the folder of some goldens until it is dropped; another process that wants it waits.
#[cfg(unix)]
fn lock(folder: &Path) -> io::Result<File> {
    let folder = File::open(folder)?;
    folder.lock()?;
    Ok(folder)
}

/// A folder cannot be held here.
#[cfg(not(unix))]
fn lock(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_process_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("snapshots/a.snap");
        replace(&path, "one", None).unwrap();
        let error = replace(&path, "two", None).unwrap_err();
        assert_eq!(error, format!("{}: another process changed it meanwhile; run again", path.display()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        replace(&path, "two", Some(b"one")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["a.snap"]);
    }

    #[test]
    fn many_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.snap");
        let texts: Vec<String> = (0..8).map(|n| n.to_string().repeat(100_000)).collect();
        let done: Vec<_> = std::thread::scope(|scope| {
            let path = &path;
            let all: Vec<_> = texts.iter().map(|text| scope.spawn(move || replace(path, text, None))).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
        let first = done.iter().position(Result::is_ok).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), texts[first]);
    }
}
