//! A page in a Chromium without a window, driven as a person would: clicks, texts, files.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::{FLAGS, find};

/// A page and the pipe to its browser (Chromium's devtools protocol, messages ending in NUL).
pub(crate) struct Page {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: Option<String>,
    next: u64,
    _profile: TempDir,
}

impl Page {
    /// Opens an address and waits until it has loaded; none without a browser, which is said aloud.
    pub(crate) fn open(url: &str) -> Option<Page> {
        let browser = find()?;
        let profile = tempfile::tempdir().unwrap();
        // The browser's end of the pipe is at descriptors 3 and 4.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", "sh"])
            .arg(&browser)
            .args(FLAGS)
            .arg("--remote-debugging-pipe")
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut page = Page { child, input, output, session: None, next: 0, _profile: profile };
        let target = page.ask("Target.createTarget", json!({"url": "about:blank"}));
        let attached = page.ask("Target.attachToTarget", json!({"targetId": target["targetId"], "flatten": true}));
        page.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        page.ask("Page.enable", json!({}));
        page.ask("Page.navigate", json!({"url": url}));
        while page.read()["method"] != "Page.loadEventFired" {}
        Some(page)
    }

    /// The value of an expression; of a promise, what it comes to.
    #[track_caller]
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let how = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.ask("Runtime.evaluate", how);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// The text of the elements that a selector finds, as a person sees it; none where they are hidden.
    #[track_caller]
    pub(crate) fn text(&mut self, selector: &str) -> Vec<String> {
        let expression = format!(
            "[...document.querySelectorAll({selector:?})].filter((e) => e.checkVisibility()).map((e) => e.innerText)"
        );
        serde_json::from_value(self.evaluate(&expression)).unwrap()
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub(crate) fn until(&mut self, expression: &str) {
        self.evaluate(&format!(
            "new Promise((done) => {{ const look = () => ({expression}) ? done() : requestAnimationFrame(look); look(); }})"
        ));
    }

    /// Puts a file of the host's into an upload.
    pub(crate) fn upload(&mut self, selector: &str, file: &Path) {
        let root = self.ask("DOM.getDocument", json!({}));
        let found = self.ask("DOM.querySelector", json!({"nodeId": root["root"]["nodeId"], "selector": selector}));
        self.ask("DOM.setFileInputFiles", json!({"nodeId": found["nodeId"], "files": [file]}));
    }

    /// Puts downloads into a folder.
    pub(crate) fn download_to(&mut self, folder: &Path) {
        self.ask("Browser.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": folder}));
    }

    #[track_caller]
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        let mut message = json!({"id": id, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.input.write_all(format!("{message}\0").as_bytes()).unwrap();
        self.input.flush().unwrap();
        loop {
            let answer = self.read();
            if answer["id"] == id {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    fn read(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.output.read_until(0, &mut bytes).unwrap();
        assert_eq!(bytes.pop(), Some(0), "the browser has gone: {}", self.rest());
        serde_json::from_slice(&bytes).unwrap()
    }

    fn rest(&mut self) -> String {
        let mut text = String::new();
        let _ = self.output.read_to_string(&mut text);
        text
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
