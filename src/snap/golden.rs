//! A golden: a file in the format of the crate `insta` that holds what a case gave.

use std::fs;
use std::io;
use std::path::Path;

use super::error;

/// The largest golden that is read, in bytes.
const MAX_GOLDEN: u64 = 256 << 20;

/// The version that writes goldens.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a golden file holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Golden {
    /// What the case gave.
    pub(crate) text: String,
    /// The taipan that wrote it.
    pub(crate) version: Option<String>,
}

impl Golden {
    /// Reads what a golden file holds.
    ///
    /// # Errors
    /// What is wrong with the file and the way out.
    pub(crate) fn read(path: &Path, bytes: &[u8]) -> Result<Golden, String> {
        Golden::parse(bytes).map_err(|why| damaged(path, &why))
    }

    /// Reads the text of a golden file.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Golden, String> {
        if bytes.is_empty() {
            return Err(String::from("it is empty"));
        }
        let text = str::from_utf8(bytes).map_err(|e| {
            let line = bytes[..e.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            format!("line {line} is not UTF-8 text")
        })?;
        let plain;
        // As a checkout with another idea of line ends leaves it.
        let text = if text.starts_with("---\r\n") {
            plain = text.replace("\r\n", "\n");
            &plain
        } else {
            text
        };
        let Some(rest) = text.strip_prefix("---\n") else {
            return Err(String::from("line 1 is not `---`"));
        };
        let Some((head, body)) = rest.split_once("\n---\n") else {
            return Err(String::from("no second line `---` ends its head"));
        };
        if head.lines().any(|line| line == "snapshot_kind: binary") {
            return Err(String::from("it is one of a binary snapshot"));
        }
        let field = |name: &str| {
            let line = head.lines().find_map(|line| line.trim_start().strip_prefix(name)?.strip_prefix(':'))?;
            Some(line.trim().trim_matches(['"', '\'']).to_owned())
        };
        Ok(Golden { text: body.trim_end().to_owned(), version: field("taipan") })
    }

    /// The text of a golden file for what a case gave.
    pub(crate) fn file(text: &str, case: &str) -> String {
        let source = serde_json::to_string(case).unwrap_or_default();
        format!("---\nsource: {source}\ninfo:\n  taipan: {VERSION}\n---\n{}\n", text.trim_end())
    }

    /// Whether a newer taipan than this one wrote it.
    pub(crate) fn newer(&self) -> Option<&str> {
        let parts = |version: &str| -> Vec<u64> {
            version.split(['.', '-', '+']).take(3).map(|part| part.parse().unwrap_or_default()).collect()
        };
        self.version.as_deref().filter(|version| parts(version) > parts(VERSION))
    }
}

/// The bytes of a golden file; none where there is no file.
pub(crate) fn bytes(path: &Path) -> Result<Option<Vec<u8>>, String> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
        Err(e) => return Err(error::io(path, &e)),
    };
    let meta = file.metadata().map_err(|e| error::io(path, &e))?;
    if !meta.is_file() {
        return Err(damaged(path, "it is no file"));
    }
    if meta.len() > MAX_GOLDEN {
        return Err(damaged(path, &format!("it has {} bytes, more than any case can give", meta.len())));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or_default() + 1);
    io::Read::read_to_end(&mut &file, &mut bytes).map_err(|e| error::io(path, &e))?;
    Ok(Some(bytes))
}

fn damaged(path: &Path, why: &str) -> String {
    let path = error::shown(path);
    format!("{path} is no golden, for {why}; restore it, or delete it and accept the case anew")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Golden, String> {
        Golden::parse(text.as_bytes())
    }

    #[test]
    fn what_is_written_is_read() {
        let text = "status: ok\n--- stdout\n---\na: b\n";
        let golden = parse(&Golden::file(text, "docs/a \"b\".py")).unwrap();
        assert_eq!(golden.text, text.trim_end());
        assert_eq!(golden.version.as_deref(), Some(VERSION));
        assert_eq!(golden.newer(), None);
    }

    #[test]
    fn insta_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.snap");
        let case = "docs/a: \"b\" ünï #c\\.py";
        fs::write(&path, Golden::file("status: ok\nvalue:  4\n", case)).unwrap();
        let snapshot = insta::Snapshot::from_file(&path).unwrap();
        assert_eq!(snapshot.metadata().source(), Some(case));
        assert_eq!(snapshot.contents().as_text().unwrap().to_string(), "status: ok\nvalue:  4");
        snapshot.save(&path).unwrap();
        let read = Golden::read(&path, &fs::read(&path).unwrap()).unwrap();
        assert_eq!((read.text.as_str(), read.version.as_deref()), ("status: ok\nvalue:  4", Some(VERSION)));
    }

    #[test]
    fn what_insta_wrote_is_read() {
        let golden = parse("---\nsource: tests/suite/goldens.rs\n---\nstatus: ok\n").unwrap();
        assert_eq!(golden, Golden { text: "status: ok".into(), version: None });
        assert_eq!(parse("---\r\nsource: a\r\n---\r\nstatus: ok\r\n").unwrap().text, "status: ok");
    }

    #[test]
    fn damage_is_named() {
        assert_eq!(parse("").unwrap_err(), "it is empty");
        assert_eq!(parse("status: ok\n").unwrap_err(), "line 1 is not `---`");
        assert_eq!(parse("---\nsource: a\n").unwrap_err(), "no second line `---` ends its head");
        assert_eq!(Golden::parse(b"---\nsource: a\n---\n\xff\n").unwrap_err(), "line 4 is not UTF-8 text");
        assert_eq!(
            parse("---\nextension: png\nsnapshot_kind: binary\n---\n").unwrap_err(),
            "it is one of a binary snapshot"
        );
    }

    #[test]
    fn a_newer_version_is_known() {
        let of = |version: &str| Golden { text: String::new(), version: Some(version.into()) };
        assert_eq!(of("999.0.1").newer(), Some("999.0.1"));
        assert_eq!(of("0.0.99").newer(), None);
        assert_eq!(of(VERSION).newer(), None);
    }
}
