//! Opens pages in a Chromium without a window, where there is one.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A browser without a window, in a container as well.
pub(crate) const FLAGS: [&str; 4] = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

/// The elements of a page after its scripts have run, as HTML; none without a browser, which is said aloud.
pub(crate) fn dom(url: &str) -> Option<String> {
    let browser = find()?;
    let profile = tempfile::tempdir().unwrap();
    let mut command = Command::new(&browser);
    command.args(FLAGS).arg("--dump-dom");
    command.arg(format!("--user-data-dir={}", profile.path().display())).arg(url);
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{}: {}", browser.display(), output.status);
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text of the element with an id: what stands between its tags, without the tags within.
#[track_caller]
pub(crate) fn text_of(dom: &str, id: &str) -> String {
    let start = dom.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no element `{id}` in {dom}"));
    let name = dom[..start].rsplit('<').next().unwrap().split(' ').next().unwrap();
    let rest = &dom[start..];
    let inside = &rest[rest.find('>').unwrap() + 1..rest.find(&format!("</{name}>")).unwrap()];
    let mut text = String::new();
    for part in inside.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text
}

/// A browser; where there is none, that is said aloud.
pub(crate) fn find() -> Option<PathBuf> {
    let named = env::var_os("TAIPAN_BROWSER").map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let in_path = |name: &str| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_file(file));
    let found = named.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "chrome-headless-shell"].iter().find_map(|name| in_path(name))
    });
    if found.is_none() {
        let _ = writeln!(std::io::stderr(), "SKIPPED, for there is no Chromium in PATH; set TAIPAN_BROWSER to one");
    }
    found
}

fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file())
}
