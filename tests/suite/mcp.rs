//! The Model Context Protocol on standard input and output: recorded exchanges, bad messages, and the official client.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::case::root;
use crate::cli::golden;
use crate::command::{said, taipan};
use crate::server::isolation;

/// A server and the two ends of its pipe.
pub(crate) struct Session {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    next: u64,
}

impl Session {
    fn start(args: &[&str]) -> Session {
        Session::started(&mut taipan(), args)
    }

    /// One that a command starts, which takes arguments as `taipan` does.
    fn started(command: &mut Command, args: &[&str]) -> Session {
        command.arg("mcp");
        if !args.contains(&"--isolation") {
            command.args(["--isolation", isolation()]);
        }
        let mut child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Session { child, input, output, next: 1 }
    }

    /// A server whose client has said hello.
    pub(crate) fn greeted(args: &[&str]) -> Session {
        Session::greeted_by(&mut taipan(), args)
    }

    /// The same, of one that a command starts.
    pub(crate) fn greeted_by(command: &mut Command, args: &[&str]) -> Session {
        let mut session = Session::started(command, args);
        let hello =
            json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
        let answer = session.ask("initialize", hello);
        assert_eq!(answer["result"]["serverInfo"]["name"], "taipan");
        session.send(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        session
    }

    fn send(&mut self, message: &Value) {
        self.line(&message.to_string());
    }

    fn line(&mut self, line: &str) {
        let input = self.input.as_mut().unwrap();
        writeln!(input, "{line}").unwrap();
        input.flush().unwrap();
    }

    fn read(&mut self) -> Value {
        let mut line = String::new();
        assert!(self.output.read_line(&mut line).unwrap() > 0, "the server closed its output");
        serde_json::from_str(&line).unwrap()
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.next;
        self.next += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.read();
        assert_eq!(answer["id"], id);
        answer
    }

    /// Sends a call and does not wait for its answer.
    pub(crate) fn start_call(&mut self, tool: &str, arguments: Value) {
        let id = self.next;
        self.next += 1;
        let params = json!({"name": tool, "arguments": arguments});
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params}));
    }

    pub(crate) fn call(&mut self, tool: &str, arguments: Value) -> Value {
        self.ask("tools/call", json!({"name": tool, "arguments": arguments}))
    }

    /// Ends the server as the system would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Closes standard input and waits for the end.
    pub(crate) fn end(mut self) {
        drop(self.input.take());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

/// An answer without what differs from one run to the next.
fn steady(mut answer: Value) -> Value {
    if let Some(usage) = answer.pointer_mut("/result/structuredContent/usage") {
        *usage = json!("[...]");
    }
    for place in ["/result/serverInfo/version", "/result/structuredContent/isolation"] {
        if let Some(varies) = answer.pointer_mut(place) {
            *varies = json!("[...]");
        }
    }
    if let Some(uri) = answer.pointer_mut("/result/content/1/uri") {
        *uri = json!("taipan://files/[...]");
    }
    if let Some(uri) = answer.pointer_mut("/result/structuredContent/files/0/uri") {
        *uri = json!("taipan://files/[...]");
    }
    answer
}

#[test]
fn an_exchange() {
    let mut session = Session::start(&["--clock", "fixed", "--seed", "1"]);
    let mut text = String::new();
    let mut exchange = |session: &mut Session, method: &str, params: Value| {
        let _ = writeln!(text, "--> {method} {params}");
        let answer = steady(session.ask(method, params));
        let _ = writeln!(text, "<-- {}", serde_json::to_string_pretty(&answer).unwrap());
    };
    let hello =
        json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
    exchange(&mut session, "initialize", hello);
    session.send(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
    exchange(&mut session, "tools/list", json!({}));
    for (tool, arguments) in [
        ("run_python", json!({"code": "print('hi')\nsum(prices)", "inputs": {"prices": [1, 2.5]}})),
        ("run_python", json!({"python_code": "x", "global_variables": {"x": {"$type": "decimal", "value": "0.1"}}})),
        ("run_python", json!({"code": "import socket"})),
        ("run_python", json!({"code": "eval('1')", "policy": "strict"})),
        ("run_python", json!({"code": "1", "policy": "strct"})),
        ("run_python", json!({"code": "1", "timeout_ms": 0})),
        ("run_python", json!({"code": "1", "inputs": {"class": 1}})),
        ("run_python", json!({"code": "1", "shell": true})),
        ("run_python", json!({})),
        ("check_python", json!({"code": "import numpy\nwhile True: pass"})),
        ("check_python", json!({"code": "1 + 1"})),
        ("run_python", json!({"code": "x = 20", "session_id": "s"})),
        ("run_python", json!({"code": "x + 1", "session_id": "s"})),
        ("run_python", json!({"code": "x", "session_id": "other"})),
        ("run_python", json!({"code": "x", "session_id": "s", "policy": "strict"})),
        ("run_python", json!({"code": "x", "session_id": "../s"})),
        ("reset_session", json!({"session_id": "s"})),
        ("reset_session", json!({"session_id": "s"})),
        ("run_python", json!({"code": "x", "session_id": "s"})),
        ("delete_everything", json!({})),
    ] {
        exchange(&mut session, "tools/call", json!({"name": tool, "arguments": arguments}));
    }
    exchange(&mut session, "no/such/method", json!({}));
    session.end();
    golden("mcp_exchange", &text);
}

#[test]
fn modules_are_listed() {
    let mut session = Session::greeted(&[]);
    let answer = session.call("list_modules", json!({}));
    let modules = answer["result"]["structuredContent"]["modules"].as_array().unwrap();
    let standard = taipan::modules().iter().filter(|module| module.tier == taipan::Tier::Standard).count();
    assert_eq!(modules.len(), standard);
    assert!(modules.iter().any(|module| module["name"] == "json"));
    session.end();
}

#[test]
fn a_cancelled_run_ends() {
    let mut session = Session::greeted(&["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
    session.send(&json!({
        "jsonrpc": "2.0", "id": 7, "method": "tools/call",
        "params": {"name": "run_python", "arguments": {"code": "while True: pass"}, "_meta": {"progressToken": "p"}},
    }));
    // The run is on once it tells of itself.
    let progress = session.read();
    assert_eq!(
        (&progress["method"], &progress["params"]["progressToken"]),
        (&json!("notifications/progress"), &json!("p"))
    );
    assert_eq!(progress["params"]["message"], "running for 1 s");
    session.send(&json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 7}}));
    // Whether or not a cancelled request is answered, the next one is.
    session.next = 8;
    session.send(&json!({"jsonrpc": "2.0", "id": 8, "method": "tools/call",
        "params": {"name": "run_python", "arguments": {"code": "6 * 7"}}}));
    let answer = loop {
        let message = session.read();
        if message["id"] == 8 {
            break message;
        }
    };
    assert_eq!(answer["result"]["structuredContent"]["value"], 42);
    session.end();
}

#[test]
fn a_client_that_leaves_takes_its_runs_along() {
    let mut session = Session::greeted(&["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
    session.send(&json!({
        "jsonrpc": "2.0", "id": 7, "method": "tools/call",
        "params": {"name": "run_python", "arguments": {"code": "while True: pass"}, "_meta": {"progressToken": 1}},
    }));
    assert_eq!(session.read()["method"], "notifications/progress");
    session.end();
}

#[test]
fn bad_messages() {
    // Silence, and a message before the first.
    let nothing = said(taipan().args(["mcp", "--isolation", isolation()]), b"");
    assert_eq!((nothing.status, nothing.out.as_str(), nothing.err.as_str()), (0, "", ""));
    let early = json!({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}});
    let early = said(taipan().args(["mcp", "--isolation", isolation()]), format!("{early}\n").as_bytes());
    assert!(early.err.is_empty() || early.err.starts_with("error: the client's first message"), "{}", early.err);

    // What is no message does not end the session.
    let mut session = Session::greeted(&[]);
    for line in ["", "{", "[]", "null", "\"text\"", "{\"jsonrpc\": \"1.0\"}", &"[".repeat(100_000)] {
        session.line(line);
    }
    session.next = 50;
    session.send(&json!({"jsonrpc": "2.0", "id": 50, "method": "tools/call",
        "params": {"name": "run_python", "arguments": {"code": "6 * 7"}}}));
    let answer = loop {
        let message = session.read();
        if message["id"] == 50 {
            break message;
        }
    };
    assert_eq!(answer["result"]["structuredContent"]["value"], 42);
    session.end();
}

/// The Python that has the official client.
pub(crate) fn python() -> Option<PathBuf> {
    tool("python-clients", "python")
}

/// A program of a Python that `tools/python-clients` makes; none where it could not, which is said aloud.
pub(crate) fn tool(list: &str, program: &str) -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_BIN_EXE_taipan")).parent()?.parent()?;
    let found = target.join(list).join("bin").join(program);
    if found.exists() {
        return Some(found);
    }
    let _ = writeln!(std::io::stderr(), "SKIPPED, for tools/python-clients has not made {}", found.display());
    None
}

#[test]
fn the_official_client() {
    let Some(python) = python() else { return };
    let client = root().join("tests/suite/mcp_client.py");
    let output = Command::new(python).arg(client).args([env!("CARGO_BIN_EXE_taipan"), isolation()]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
    golden("mcp_official_client", &said);
}
