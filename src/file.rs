//! Files that go into a run and come out of it.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest name of a file or folder, in bytes.
pub(crate) const LONGEST_NAME: usize = 255;

/// The length that an absolute path stays below, in bytes.
pub(crate) const LONGEST_PATH: usize = 4096;

/// Files and folders that a run can have at one time.
pub(crate) const MOST_FILES: u64 = 65_536;

/// Bytes that all files of a run can have together. Its memory limit is smaller, as a rule, and counts them too.
pub(crate) const MOST_BYTES: u64 = 1 << 30;

/// The folder that a run works in.
pub(crate) const FOLDER: &str = "/sandbox/";

/// A file that a run made or changed.
///
/// In JSON its content is text where it is UTF-8, else base 64 in the form that bytes have as a value.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let outcome = engine.run("with open('a.csv', 'w') as file:\n    print(1, 2, sep=',', file=file)")?;
/// let file = &outcome.files[0];
/// assert_eq!((file.path.as_str(), file.size, file.media_type.as_str()), ("a.csv", 4, "text/csv"));
/// assert_eq!(file.content.as_deref(), Some(&b"1,2\n"[..]));
/// let json = serde_json::to_string(file).unwrap();
/// assert_eq!(json, r#"{"path":"a.csv","size":4,"media_type":"text/csv","content":"1,2\n"}"#);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct File {
    /// Its path in `/sandbox`, with `/` between folders: never absolute, and without `.` and `..`.
    pub path: String,
    /// Bytes of its content.
    pub size: u64,
    /// A guess by the end of its name; `application/octet-stream` where that says nothing.
    pub media_type: String,
    /// Its content. `None` where the front door has put it elsewhere, as `taipan run --out` does.
    #[serde(with = "content")]
    #[cfg_attr(feature = "cli", schemars(with = "Option<serde_json::Value>"))]
    pub content: Option<Vec<u8>>,
}

impl File {
    pub(crate) fn new(path: String, content: Vec<u8>) -> File {
        let media_type = media_type(&path).to_owned();
        File { size: content.len() as u64, media_type, path, content: Some(content) }
    }
}

/// A file that a run finds in `/sandbox`. Behind the wall the content is asked for in parts.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) path: String,
    pub(crate) size: u64,
    pub(crate) content: Arc<Vec<u8>>,
}

impl Given {
    pub(crate) fn new(path: String, content: Vec<u8>) -> Given {
        Given { path, size: content.len() as u64, content: Arc::new(content) }
    }
}

/// What is wrong with the path of a file in `/sandbox`; `None` where nothing is.
pub(crate) fn mistake(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty; write the file's name");
    }
    if path.starts_with('/') {
        return Some("is absolute; write it as it is in /sandbox");
    }
    if path.contains('\0') {
        return Some("holds a NUL");
    }
    if FOLDER.len() + path.len() >= LONGEST_PATH {
        return Some("is longer than the 4,086 bytes that a path in /sandbox may have");
    }
    path.split('/').find_map(|part| match part {
        "" => Some("has an empty part; write one `/` between two names"),
        "." | ".." => Some("has a part `.` or `..`; write the path without it"),
        _ if part.len() > LONGEST_NAME => Some("has a part that is longer than 255 bytes"),
        _ => None,
    })
}

/// What is wrong with the files of a run taken together.
pub(crate) fn mistake_of_all(files: &[Given]) -> Option<String> {
    if files.len() as u64 > MOST_FILES {
        return Some(format!("{} files are more than the {MOST_FILES} that a run may have", files.len()));
    }
    let bytes: u64 = files.iter().map(|file| file.size).sum();
    if bytes > MOST_BYTES {
        return Some(format!("files of {bytes} bytes are more than the {MOST_BYTES} that a run may have"));
    }
    let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    paths.sort_unstable_by(|a, b| a.split('/').cmp(b.split('/')));
    paths.windows(2).find_map(|pair| match pair[1].strip_prefix(pair[0]) {
        Some("") => Some(format!("file `{}` is given twice", shown(pair[0]))),
        Some(rest) if rest.starts_with('/') => {
            Some(format!("file `{}` is the folder of file `{}`; rename one", shown(pair[0]), shown(pair[1])))
        }
        _ => None,
    })
}

/// A path as a message shows it: short, and without what would move a terminal's cursor.
pub(crate) fn shown(path: &str) -> String {
    const MOST: usize = 200;
    let escaped: String = path.chars().take(MOST).flat_map(char::escape_debug).collect();
    if path.chars().count() > MOST { format!("{escaped}...") } else { escaped }
}

/// A guess of what a file holds, by the end of its name.
fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(stem, end)| if stem.is_empty() { "" } else { end });
    let end = end.to_ascii_lowercase();
    let found = MEDIA_TYPES.iter().find(|(ends, _)| ends.split(' ').any(|known| known == end));
    found.map_or("application/octet-stream", |(_, media_type)| media_type)
}

const MEDIA_TYPES: [(&str, &str); 26] = [
    ("txt log", "text/plain"),
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("md", "text/markdown"),
    ("html htm", "text/html"),
    ("css", "text/css"),
    ("js mjs", "text/javascript"),
    ("py", "text/x-python"),
    ("json", "application/json"),
    ("jsonl ndjson", "application/x-ndjson"),
    ("xml", "application/xml"),
    ("toml", "application/toml"),
    ("yaml yml", "application/yaml"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
    ("tar", "application/x-tar"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("wav", "audio/x-wav"),
    ("mp3", "audio/mpeg"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
];

/// Content as JSON has it.
mod content {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Tagged {
        #[serde(rename = "$type")]
        kind: String,
        value: String,
    }

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        Text(String),
        Tagged(Tagged),
    }

    pub(super) fn serialize<S: Serializer>(content: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
        match content.as_deref().map(|bytes| (std::str::from_utf8(bytes), bytes)) {
            None => serializer.serialize_none(),
            Some((Ok(text), _)) => serializer.serialize_str(text),
            Some((Err(_), bytes)) => {
                Tagged { kind: String::from("bytes"), value: BASE64.encode(bytes) }.serialize(serializer)
            }
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
        match Option::<Form>::deserialize(deserializer)? {
            None => Ok(None),
            Some(Form::Text(text)) => Ok(Some(text.into_bytes())),
            Some(Form::Tagged(tagged)) if tagged.kind == "bytes" => {
                BASE64.decode(tagged.value).map(Some).map_err(D::Error::custom)
            }
            Some(Form::Tagged(tagged)) => {
                Err(D::Error::custom(format!("`{}` is not the content of a file", tagged.kind)))
            }
        }
    }
}

#[cfg(test)]
mod tests;
