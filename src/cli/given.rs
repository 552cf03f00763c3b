//! Reads the files of `--file`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::read_bounded;
use crate::units::size;

/// Reads `PATH`, `NAME=PATH` or `FOLDER/=PATH`, each path a file or a pattern of files; all may have `most` bytes together.
pub(crate) fn read(files: &[String], most: u64) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut read = Vec::new();
    let mut left = most;
    for file in files {
        for (name, path) in paths(file)? {
            let bytes = read_bounded(&path, left).map_err(|e| format!("file `{file}`: {e}"))?;
            left = left.checked_sub(bytes.len() as u64).ok_or_else(|| {
                format!(
                    "file `{file}`: with it, the files pass the memory limit of {}; raise it with --memory",
                    size(most)
                )
            })?;
            read.push((name, bytes));
        }
    }
    Ok(read)
}

/// The files that an argument names: how the program finds each, and where it lies.
fn paths(file: &str) -> Result<Vec<(String, PathBuf)>, String> {
    let (name, path) = file.split_once('=').map_or((None, file), |(name, path)| (Some(name), path));
    if path.is_empty() || name.is_some_and(str::is_empty) {
        return Err(format!(
            "file `{file}`: write a path, or a name, `=` and a path, such as --file data.csv=in/2026.csv"
        ));
    }
    if !path.contains(['*', '?', '[']) || fs::exists(path).unwrap_or(false) {
        let path = PathBuf::from(path);
        let name = match name {
            Some(name) if !name.ends_with('/') => name.to_owned(),
            folder => format!("{}{}", folder.unwrap_or_default(), base(file, &path)?),
        };
        return Ok(vec![(name, path)]);
    }
    let folder = match name {
        Some(name) if !name.ends_with('/') => {
            return Err(format!("file `{file}`: a pattern may match several files, so end the name with `/`"));
        }
        folder => folder.unwrap_or_default(),
    };
    let found = glob::glob(path).map_err(|e| format!("file `{file}`: position {} of the pattern: {}", e.pos, e.msg))?;
    let mut paths = Vec::new();
    for path in found {
        let path = path.map_err(|e| format!("file `{file}`: {}: {}", e.path().display(), e.error()))?;
        if path.is_file() {
            paths.push((format!("{folder}{}", base(file, &path)?), path));
        }
    }
    if paths.is_empty() { Err(format!("file `{file}`: no file matches the pattern")) } else { Ok(paths) }
}

/// The last part of a path.
fn base(file: &str, path: &Path) -> Result<String, String> {
    let Some(name) = path.file_name() else {
        return Err(format!("file `{file}`: the path has no file name; write a name, `=` and the path"));
    };
    let name = name.to_str().ok_or_else(|| format!("file `{file}`: the name of {} is not UTF-8", path.display()))?;
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(file: &str, most: u64) -> String {
        read(&[file.to_owned()], most).unwrap_err()
    }

    #[test]
    fn names_come_from_the_argument_or_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        for (name, text) in [("b.csv", "bb"), ("a.csv", "a"), ("c.txt", "c"), ("[x].csv", "x")] {
            fs::write(at(name), text).unwrap();
        }
        fs::create_dir(at("d.csv")).unwrap();
        let named = |file: String| -> Vec<(String, String)> {
            let read = read(&[file], 100).unwrap().into_iter();
            read.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
        };
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(named(at("a.csv")), [pair("a.csv", "a")]);
        assert_eq!(named(format!("in/x={}", at("a.csv"))), [pair("in/x", "a")]);
        assert_eq!(named(format!("in/={}", at("a.csv"))), [pair("in/a.csv", "a")]);
        assert_eq!(named(at("[x].csv")), [pair("[x].csv", "x")]);
        assert_eq!(named(at("?.csv")), [pair("a.csv", "a"), pair("b.csv", "bb")]);
        assert_eq!(named(format!("in/={}", at("*.txt"))), [pair("in/c.txt", "c")]);
        let all = [at("a.csv"), at("b.csv")];
        assert_eq!(read(&all, 3).unwrap().len(), 2);
        assert_eq!(
            read(&all, 2).unwrap_err(),
            format!("file `{}`: with it, the files pass the memory limit of 2 bytes; raise it with --memory", all[1])
        );
    }

    #[test]
    fn mistakes_are_explained() {
        let form = "write a path, or a name, `=` and a path, such as --file data.csv=in/2026.csv";
        for file in ["", "a=", "=a", "="] {
            assert_eq!(error(file, 9), format!("file `{file}`: {form}"));
        }
        assert_eq!(error("a=missing", 9), "file `a=missing`: missing: no such file or directory");
        assert_eq!(error("a=src", 9), "file `a=src`: src is a folder; name a file");
        assert_eq!(error("missing*", 9), "file `missing*`: no file matches the pattern");
        assert_eq!(error("a[", 9), "file `a[`: position 1 of the pattern: invalid range pattern");
        assert_eq!(
            error("a=src/*.rs", 9),
            "file `a=src/*.rs`: a pattern may match several files, so end the name with `/`"
        );
        assert_eq!(error("src/..", 9), "file `src/..`: the path has no file name; write a name, `=` and the path");
        assert_eq!(
            error("a=/dev/zero", 9),
            "file `a=/dev/zero`: with it, the files pass the memory limit of 9 bytes; raise it with --memory"
        );
    }
}
