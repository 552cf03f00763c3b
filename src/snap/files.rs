//! The files that a case finds: written in its directives, or named there and read from beside it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Component, Path};
use std::sync::Arc;

use serde::Deserialize;

/// The most bytes that the files of a case may have together.
const MOST: u64 = 256 << 20;

/// Files as directives name them, by the paths at which the program finds them.
pub(crate) type Named = BTreeMap<String, Content>;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged, expecting = "write its text, or {from = 'PATH'} for one that lies beside the case")]
pub(crate) enum Content {
    Text(String),
    From(From),
}

/// A file beside the case.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct From {
    from: String,
}

/// A file that a program finds.
#[derive(Clone, PartialEq)]
pub(crate) struct Given {
    pub(crate) path: String,
    pub(crate) content: Arc<[u8]>,
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} bytes", self.path, self.content.len())
    }
}

/// Reads what directives name; `folder` is that of the case.
///
/// # Errors
/// Which file can't be given, and why.
pub(crate) fn given(named: &Named, folder: &Path) -> Result<Vec<Given>, String> {
    let mut room = MOST;
    let one = |(path, content): (&String, &Content)| {
        let wrong = |why: &str| format!("`{path}` {why}");
        if let Some(mistake) = crate::file::mistake(path) {
            return Err(wrong(mistake));
        }
        let content = match content {
            Content::Text(text) => text.as_bytes().into(),
            Content::From(From { from }) => {
                beside(folder, from, room).map_err(|why| wrong(&format!("is from `{from}`, which {why}")))?
            }
        };
        room = room.saturating_sub(content.len() as u64);
        Ok(Given { path: path.clone(), content })
    };
    named.iter().map(one).collect()
}

/// The bytes of a file in a folder or below it.
fn beside(folder: &Path, from: &str, room: u64) -> Result<Arc<[u8]>, String> {
    let path = Path::new(from);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(String::from("is not below the folder of the case; name it without `..` and from there"));
    }
    let io = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => String::from("is not there"),
        _ => e.to_string(),
    };
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (top, file) = (here.canonicalize().map_err(io)?, here.join(path).canonicalize().map_err(io)?);
    if !file.starts_with(&top) {
        return Err(String::from("is a link out of the folder of the case"));
    }
    let meta = fs::metadata(&file).map_err(io)?;
    if !meta.is_file() {
        return Err(String::from("is no file"));
    }
    if meta.len() > room {
        return Err(format!("has {} bytes; the files of a case may have {MOST} together", meta.len()));
    }
    fs::read(&file).map(Arc::from).map_err(io)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(directive: &str, folder: &Path) -> Result<Vec<(String, String)>, String> {
        let table: BTreeMap<String, Named> = toml::from_str(directive).unwrap();
        let files = given(&table["files"], folder)?;
        Ok(files.into_iter().map(|file| (file.path, String::from_utf8(file.content.to_vec()).unwrap())).collect())
    }

    #[test]
    fn files_are_text_or_lie_beside_the_case() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        fs::write(folder.path().join("in/data.csv"), "1,2\n").unwrap();
        let files = of("files = {b = 'text', 'a/x.csv' = {from = 'in/data.csv'}}", folder.path()).unwrap();
        assert_eq!(files, [("a/x.csv".into(), "1,2\n".into()), ("b".into(), "text".into())]);
    }

    #[test]
    fn files_that_can_not_be_given_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let wrong = |directive: &str| of(directive, folder.path()).unwrap_err();
        assert_eq!(wrong("files = {'../x' = ''}"), "`../x` has a part `.` or `..`; write the path without it");
        assert_eq!(wrong("files = {x = {from = 'no'}}"), "`x` is from `no`, which is not there");
        assert_eq!(
            wrong("files = {x = {from = '/etc/passwd'}}"),
            "`x` is from `/etc/passwd`, which is not below the folder of the case; name it without `..` and from there"
        );
        fs::create_dir(folder.path().join("in")).unwrap();
        assert_eq!(wrong("files = {x = {from = 'in'}}"), "`x` is from `in`, which is no file");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("/etc", folder.path().join("out")).unwrap();
            let said = wrong("files = {x = {from = 'out/passwd'}}");
            assert_eq!(said, "`x` is from `out/passwd`, which is a link out of the folder of the case");
        }
    }
}
