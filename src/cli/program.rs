//! Reads the program that is to be run.

use std::io;
use std::path::Path;

use super::args::ProgramArgs;
use crate::files::{bounded, plain, read_bounded};

/// The most that any limit lets a source have, in bytes. What is longer is read this far, to say so.
pub(crate) const MAX_SOURCE: u64 = 16 << 20;

/// A program and how tracebacks name it.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) text: String,
    pub(crate) name: String,
    pub(crate) is_stdin: bool,
}

impl Program {
    /// Reads it from where the arguments say. A text beyond `limit` is kept, for the engine to refuse.
    pub(crate) fn read(args: &ProgramArgs, limit: u64) -> Result<Program, String> {
        if let Some(code) = &args.code {
            return Ok(Program { text: code.clone(), name: String::from("<string>"), is_stdin: false });
        }
        let path = args.file.as_deref().unwrap_or(Path::new("-"));
        let is_stdin = path.as_os_str() == "-";
        let name = if is_stdin { String::from("<stdin>") } else { path.display().to_string() };
        let bytes = if is_stdin {
            bounded(io::stdin().lock(), MAX_SOURCE).map_err(|e| format!("standard input: {}", plain(&e)))?
        } else {
            read_bounded(path, MAX_SOURCE)?
        };
        if bytes.len() as u64 > limit {
            return Ok(Program { text: String::from_utf8_lossy(&bytes).into_owned(), name, is_stdin });
        }
        let text =
            String::from_utf8(bytes).map_err(|e| undecodable(&name, e.as_bytes(), e.utf8_error().valid_up_to()))?;
        Ok(Program { text, name, is_stdin })
    }
}

fn undecodable(name: &str, bytes: &[u8], at: usize) -> String {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return format!("{name}: this is UTF-16 text; taipan reads UTF-8, so save it as that");
    }
    let before = &bytes[..at];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    let declared = match coding(bytes) {
        Some(coding) => format!("; its coding line says {coding}, but taipan reads UTF-8 alone"),
        None => String::new(),
    };
    format!(
        "{name}: line {line}, column {column}: byte 0x{:02x} is not UTF-8{declared}; save the file as UTF-8",
        bytes[at]
    )
}

/// The encoding that a comment in one of the first two lines declares.
fn coding(bytes: &[u8]) -> Option<String> {
    bytes.split(|byte| *byte == b'\n').take(2).find_map(|line| {
        let line = String::from_utf8_lossy(line);
        let comment = line.trim_start().strip_prefix('#')?.split_once("coding")?.1;
        let name = comment.strip_prefix([':', '='])?.trim_start();
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c)).unwrap_or(name.len());
        (end > 0).then(|| name[..end].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coding_lines_are_found() {
        assert_eq!(coding(b"# -*- coding: latin-1 -*-\n"), Some("latin-1".into()));
        assert_eq!(coding(b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n"), Some("cp1252".into()));
        assert_eq!(coding(b"x = 1\n\n# coding: latin-1\n"), None);
        assert_eq!(coding(b"coding: latin-1"), None);
    }

    #[test]
    fn the_bad_byte_is_placed() {
        assert_eq!(
            undecodable("a.py", b"x\ny\xc3\xa9\xe9", 5),
            "a.py: line 2, column 3: byte 0xe9 is not UTF-8; save the file as UTF-8"
        );
    }
}
