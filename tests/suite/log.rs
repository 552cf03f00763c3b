//! What the doors say on standard error: JSON on request, never source or data unless asked.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::command::{said, taipan};

/// What a server of MCP says on standard error while it serves these runs.
fn logged(args: &[&str], calls: &[Value]) -> String {
    let args = [&["mcp", "--isolation", "native", "--no-history"], args].concat();
    let mut child =
        taipan().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut ask = |message: Value| {
        writeln!(input, "{message}").unwrap();
        if message["id"].is_u64() {
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
        }
    };
    let hello =
        json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
    ask(json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": hello}));
    ask(json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
    for (at, call) in calls.iter().enumerate() {
        let params = json!({"name": "run_python", "arguments": call});
        ask(json!({"jsonrpc": "2.0", "id": at + 1, "method": "tools/call", "params": params}));
    }
    drop(input);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    said
}

fn calls() -> [Value; 2] {
    [
        json!({"code": "print('s3cr3t-0utput')\n's3cr3t-c0de' + word", "inputs": {"word": "s3cr3t-1nput"}, "session_id": "s"}),
        json!({"code": "import socket"}),
    ]
}

#[test]
fn json_lines_name_the_run_and_the_session() {
    let text = logged(&["--log", "json"], &calls());
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{text}");
    for (line, status) in lines.iter().zip(["ok", "denied"]) {
        assert_eq!([&line["level"], &line["message"], &line["status"]], ["INFO", "run ended", status]);
        assert!(line["timestamp"].as_str().unwrap().ends_with('Z') && line["fuel"].as_u64().unwrap() > 0, "{line}");
        assert_eq!((&line["span"]["name"], &line["span"]["door"]), (&json!("run"), &json!("mcp")));
        assert_eq!(line["span"]["run"].as_str().unwrap().len(), 16);
    }
    assert_eq!((&lines[0]["span"]["session"], &lines[1]["span"]["session"]), (&json!("s"), &Value::Null));
    assert_eq!((&lines[0]["denials"], &lines[1]["denials"]), (&json!(0), &json!(1)));
    assert!(!text.contains("s3cr3t") && !text.contains("socket"), "{text}");
}

#[test]
fn code_is_in_it_only_when_asked_for() {
    let text = logged(&["--log", "json", "--log-code", "--log-level", "debug"], &calls());
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[1]["code"], "import socket");
    assert!(!text.contains("s3cr3t-1nput"), "{text}");
    // Nothing at all that could be data, however much is logged.
    let text = logged(&["--log", "text", "--log-level", "debug"], &calls());
    assert!(text.contains("taipan: run ended status=ok isolation=native fuel="), "{text}");
    assert!(text.contains(" denials=1 door=\"mcp\" run=\""), "{text}");
    assert!(text.contains(" denials=0 door=\"mcp\" session=\"s\" run=\"") && !text.contains("s3cr3t"), "{text}");
}

#[test]
fn a_person_is_told_only_what_goes_wrong() {
    assert_eq!(logged(&[], &calls()), "");
    assert_eq!(logged(&["--log-level", "off", "--log", "json"], &calls()), "");
    let bad = |args: &[&str]| said(taipan().args(["mcp", "--isolation", "native"]).args(args), b"").err;
    assert_eq!(bad(&["--log", "xml"]), "error: log.form is `xml`; write text or json\n");
    assert_eq!(bad(&["--log-level", "loud"]), "error: log.level is `loud`; write off, error, warn, info or debug\n");
}
