//! A `taipan serve` of a test's own, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::command::{has_guest, said, taipan};

/// Where the runs of tests of the doors happen: behind the wall, where this build has one.
pub(crate) fn isolation() -> &'static str {
    if has_guest() { "wasm" } else { "native" }
}

/// A server on a free port.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    talk: BufReader<ChildStderr>,
}

impl Server {
    pub(crate) fn start(args: &[&str]) -> Server {
        Server::started(&mut taipan(), args)
    }

    pub(crate) fn started(command: &mut Command, args: &[&str]) -> Server {
        let mut fixed = vec!["serve", "--listen", "127.0.0.1:0"];
        if !args.contains(&"--isolation") {
            fixed.extend(["--isolation", isolation()]);
        }
        let mut child = command.args(fixed).args(args).stderr(Stdio::piped()).spawn().unwrap();
        let mut talk = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        talk.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("taipan: listening on http://").unwrap_or_else(|| panic!("{line}"));
        Server { address: address.parse().unwrap(), child, talk }
    }

    /// One with the tokens `one` and `two`, each with more lines of its own in the configuration; what each sends as its head.
    pub(crate) fn with_tokens(one: &str, two: &str) -> (Server, [String; 2]) {
        let mut config = String::new();
        let heads = [("one", one), ("two", two)].map(|(name, more)| {
            let made = said(taipan().args(["token", name]), b"").out;
            config += &format!("{made}{more}\n");
            let token = made.lines().next().unwrap().rsplit(' ').next().unwrap();
            format!("Authorization: Bearer {token}\r\n")
        });
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(config.as_bytes()).unwrap();
        // Whoever listens has read its configuration.
        (Server::start(&["--config", file.path().to_str().unwrap()]), heads)
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends bytes and reads one answer.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // A server that has refused may close before it has read all.
        let _ = stream.write_all(request);
        Answer::read(stream)
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        self.raw(&request(method, path, headers, body))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, JSON, body.to_string().as_bytes())
    }

    pub(crate) fn signal(&self, signal: &str) {
        // The shell has it built in; a program of that name is not everywhere.
        let command = format!("kill {signal} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &command]).status().unwrap().success());
    }

    /// Waits until the server's metrics have a line.
    pub(crate) fn until(&self, line: &str) {
        let start = Instant::now();
        while !self.ask("GET", "/metrics", "", b"").body.lines().any(|found| found == line) {
            assert!(start.elapsed() < Duration::from_secs(60), "{line}");
            std::thread::yield_now();
        }
    }

    /// Tells the server to stop, and gives its exit status and what it said.
    pub(crate) fn stop(mut self) -> (Option<i32>, String) {
        self.signal("-TERM");
        self.wait()
    }

    pub(crate) fn wait(&mut self) -> (Option<i32>, String) {
        let status = self.child.wait().unwrap().code();
        let mut said = String::new();
        self.talk.read_to_string(&mut said).unwrap();
        (status, said)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) const JSON: &str = "Content-Type: application/json\r\n";

pub(crate) fn request(method: &str, path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// An answer: its status, its head and its body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn read(mut stream: TcpStream) -> Answer {
        let mut bytes = Vec::new();
        // A reset after the answer is as good as its end.
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let head = head.to_ascii_lowercase();
        let chunked = head.contains("transfer-encoding: chunked");
        Answer { status, body: if chunked { joined(body) } else { body.to_owned() }, head }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Status and detail of a problem.
    #[track_caller]
    pub(crate) fn problem(&self) -> (u16, String) {
        assert!(self.head.contains("content-type: application/problem+json"), "{self:?}");
        let problem = self.json();
        assert_eq!((&problem["type"], &problem["status"]), (&json!("about:blank"), &json!(self.status)));
        (self.status, problem["detail"].as_str().unwrap().to_owned())
    }
}

/// A body without the lengths of its chunks; of one that broke off, what came.
fn joined(mut rest: &str) -> String {
    let mut body = String::new();
    while let Some((length, chunks)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        body += &chunks[..length.min(chunks.len())];
        rest = chunks.get(length + 2..).unwrap_or_default();
    }
    body
}
