//! The bounds of the HTTP door on time, size and number, each as a client meets it.

use std::io::Write;
use std::thread;

use serde_json::json;

use crate::command::taipan;
use crate::server::{Answer, JSON, Server, request};

#[test]
fn a_slow_body_is_not_waited_for() {
    let server = Server::started(taipan().env("TAIPAN_BODY_TIME", "50ms"), &[]);
    let mut slow = server.connect();
    let whole = request("POST", "/v1/run", JSON, b"{\"code\": \"1\"}");
    slow.write_all(&whole[..whole.len() - 3]).unwrap();
    assert_eq!(Answer::read(slow).problem(), (408, "the body took longer than 50ms".into()));
    let mut slow = server.connect();
    let headers = format!("{JSON}Accept: application/json, text/event-stream\r\n");
    let whole = request("POST", "/mcp", &headers, b"{\"jsonrpc\": \"2.0\"}");
    slow.write_all(&whole[..whole.len() - 3]).unwrap();
    assert_eq!(Answer::read(slow).problem().0, 408);
}

/// The most memory that a server has had, in KiB.
#[cfg(target_os = "linux")]
fn peak(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_hundred_mebibytes_are_not_taken() {
    let server = Server::start(&[]);
    assert_eq!(server.post("/v1/run", &json!({"code": "1"})).status, 200);
    let before = peak(&server);
    let chunk = format!("100000\r\n{}\r\n", " ".repeat(1 << 20));
    for headers in ["Content-Length: 104857600", "Transfer-Encoding: chunked"] {
        for (path, kind) in [("/v1/run", "application/json"), ("/v1/sessions", "application/vnd.taipan.snapshot")] {
            let mut stream = server.connect();
            let mut writing = stream.try_clone().unwrap();
            let head = format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n{headers}\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            let chunk = chunk.clone();
            // The server closes while it is written to.
            let writer = thread::spawn(move || (0..100).all(|_| writing.write_all(chunk.as_bytes()).is_ok()));
            let answer = Answer::read(stream);
            assert!(matches!(answer.status, 413 | 0), "{answer:?}");
            writer.join().unwrap();
        }
    }
    assert_eq!(server.post("/v1/run", &json!({"code": "6 * 7"})).json()["value"], 42);
    // A snapshot may have 64 MiB, and is held once; JSON a mebibyte.
    assert!(peak(&server) - before < 160 << 10, "{} KiB beyond {before}", peak(&server) - before);
}

#[test]
fn what_has_expired_is_gone() {
    let server = Server::started(taipan().env("TAIPAN_IDLE", "1ms").env("TAIPAN_FILE_TIME", "1ms"), &[]);
    let id = server.post("/v1/sessions", &json!({})).json()["id"].as_str().unwrap().to_owned();
    thread::sleep(std::time::Duration::from_millis(2));
    let absent = (404, String::from("there is no such session; POST /v1/sessions opens one"));
    assert_eq!(server.post(&format!("/v1/sessions/{id}/run"), &json!({"code": "1"})).problem(), absent);
    assert_eq!(server.ask("GET", &format!("/v1/sessions/{id}"), "", b"").problem(), absent);
    assert_eq!(server.ask("DELETE", &format!("/v1/sessions/{id}"), "", b"").problem(), absent);
    let outcome = server.post("/v1/run", &json!({"code": "open('a', 'w').write('x')"})).json();
    thread::sleep(std::time::Duration::from_millis(2));
    assert_eq!(server.ask("GET", outcome["files"][0]["uri"].as_str().unwrap(), "", b"").problem().0, 404);
}

#[test]
fn a_session_that_cannot_go_on_says_so() {
    let server = Server::start(&["--isolation", "native"]);
    let id = server.post("/v1/sessions", &json!({})).json()["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/sessions/{id}/run");
    assert_eq!(server.post(&path, &json!({"code": "while True: pass", "fuel": 1000})).json()["status"], "fuel");
    let detail = "the session is over: its run was stopped, and the native isolation cannot go back to before it";
    assert_eq!(server.post(&path, &json!({"code": "1"})).problem(), (410, detail.into()));
}

#[test]
fn a_token_has_its_number_of_sessions() {
    let (server, [one, two]) = Server::with_tokens("sessions = 1", "");
    let open = |token: &str| server.ask("POST", "/v1/sessions", &format!("{JSON}{token}"), b"{}");
    assert_eq!(open(&one).status, 201);
    let full = open(&one);
    let detail = "all 1 sessions of this token are open; end one, or try again when one has expired";
    assert_eq!(full.problem(), (503, detail.into()));
    assert!(full.head.contains("retry-after: 1"), "{full:?}");
    assert_eq!((open(&two).status, open(&two).status), (201, 201));
}
