//! Finds the files of a suite.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::case::Problem;
use super::error::{self, shown};

/// The folder beside a case in which its golden lies.
pub(crate) const GOLDENS: &str = "snapshots";

/// The largest file that is read, in bytes.
pub(crate) const MAX_FILE: u64 = 64 << 20;

/// A file that may hold cases.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// How reports write that.
    pub(crate) shown: Arc<str>,
    /// Its folder as seen from the one that was named.
    pub(crate) below: PathBuf,
    pub(crate) kind: Kind,
}

/// What was found in the folders of a suite.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) sources: Vec<Source>,
    /// The folders of goldens beside them.
    pub(crate) goldens: Vec<PathBuf>,
    pub(crate) problems: Vec<Problem>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One program, or docstrings with examples.
    Python,
    /// Blocks between fences.
    Markdown,
    /// Blocks below directives, and examples.
    Rst,
    /// A program on each line.
    Lines,
}

impl Kind {
    fn of(path: &Path) -> Option<Kind> {
        match path.extension()?.to_str()? {
            "py" => Some(Kind::Python),
            "md" | "markdown" => Some(Kind::Markdown),
            "rst" => Some(Kind::Rst),
            "jsonl" | "ndjson" => Some(Kind::Lines),
            _ => None,
        }
    }
}

/// The files below a folder in the order of their names, or one file. Hidden files and folders of goldens are left out.
///
/// # Errors
/// Where there is nothing of this name, or it can hold no case.
pub(crate) fn files(root: &Path, into: &mut Files) -> Result<(), super::Error> {
    let meta = fs::metadata(root).map_err(|e| super::Error::new(error::io(root, &e)))?;
    if meta.is_dir() {
        let top = root.canonicalize().map_err(|e| super::Error::new(error::io(root, &e)))?;
        Walk { top, into }.folder(root, Path::new(""));
        return Ok(());
    }
    match Kind::of(root) {
        Some(kind) => into.sources.push(source(root.to_owned(), PathBuf::new(), kind)),
        None => {
            let text = format!("{}: this holds no cases; .py, .md, .rst and .jsonl files do", shown(root));
            return Err(super::Error::new(text));
        }
    }
    Ok(())
}

fn source(path: PathBuf, below: PathBuf, kind: Kind) -> Source {
    Source { shown: shown(&path).into(), path, below, kind }
}

struct Walk<'a> {
    top: PathBuf,
    into: &'a mut Files,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, below: &Path) {
        let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(e) => return self.problem(folder, plain(folder, &e)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.entry(&entry, below);
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, below: &Path) {
        let (path, name) = (entry.path(), entry.file_name());
        let Some(text) = name.to_str() else {
            if Kind::of(&path).is_some() {
                self.problem(&path, "the name of this file is not UTF-8; rename it");
            }
            return;
        };
        if text.starts_with('.') || text == "__pycache__" {
            return;
        }
        if text == GOLDENS {
            return self.into.goldens.push(path);
        }
        let mut kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(e) => return self.problem(&path, plain(&path, &e)),
        };
        if kind.is_symlink() {
            match path.canonicalize().and_then(|target| Ok((fs::metadata(&target)?, target))) {
                Ok((meta, target)) if target.starts_with(&self.top) && !meta.is_dir() => kind = meta.file_type(),
                // A folder in the tree is found where it is.
                Ok((meta, target)) if target.starts_with(&self.top) && meta.is_dir() => return,
                Ok((meta, _)) if Kind::of(&path).is_none() && !meta.is_dir() => return,
                Ok((_, target)) => {
                    let text = format!(
                        "a link out of the suite, to {}; copy what it names, or name that folder",
                        target.display()
                    );
                    return self.problem(&path, text);
                }
                Err(_) if Kind::of(&path).is_none() => return,
                Err(e) => return self.problem(&path, format!("a link to nothing: {}", plain(&path, &e))),
            }
        }
        if kind.is_dir() {
            return self.folder(&path, &below.join(&name));
        }
        match Kind::of(&path) {
            Some(of) if kind.is_file() => self.into.sources.push(source(path, below.to_owned(), of)),
            Some(_) => self.problem(&path, "this is no plain file"),
            None => {}
        }
    }

    fn problem(&mut self, path: &Path, text: impl Into<String>) {
        self.into.problems.push(Problem::of_file(&shown(path), text));
    }
}

fn plain(path: &Path, e: &io::Error) -> String {
    let text = error::io(path, e);
    text.strip_prefix(&format!("{}: ", shown(path))).map_or(text.clone(), str::to_owned)
}

/// Reads a file as text; what it says of one that is none has no path before it.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    let meta = fs::metadata(path).map_err(|e| plain(path, &e))?;
    if meta.len() > MAX_FILE {
        return Err(format!("the file has {} bytes; a suite reads at most {MAX_FILE} (64 MiB)", meta.len()));
    }
    let bytes = fs::read(path).map_err(|e| plain(path, &e))?;
    let text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let bytes = e.as_bytes();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("line {line}: byte 0x{:02x} is not UTF-8; save the file as UTF-8", bytes[at])
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
