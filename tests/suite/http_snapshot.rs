//! Sessions as bytes through the HTTP door.

use std::io::{Read, Write};

use serde_json::{Value, json};

use crate::command::{has_guest, taipan};
use crate::server::{Answer, JSON, Server, request};

const KIND: &str = "Content-Type: application/vnd.taipan.snapshot\r\n";

/// The body of an answer, as bytes.
fn bytes(server: &Server, path: &str, headers: &str) -> Vec<u8> {
    let mut stream = server.connect();
    stream.write_all(&request("GET", path, headers, b"")).unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    let head = all.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    assert!(all.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&all[..head]));
    all.split_off(head + 4)
}

fn open(server: &Server, headers: &str, body: &[u8]) -> Answer {
    server.ask("POST", "/v1/sessions", headers, body)
}

fn id(answer: &Answer) -> String {
    assert_eq!(answer.status, 201, "{answer:?}");
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn run(server: &Server, id: &str, headers: &str, code: &str) -> Value {
    let body = json!({"code": code}).to_string();
    server.ask("POST", &format!("/v1/sessions/{id}/run"), &format!("{JSON}{headers}"), body.as_bytes()).json()
}

#[test]
fn a_session_goes_on_in_another_server() {
    if !has_guest() {
        return;
    }
    let server = Server::start(&[]);
    let first = id(&open(&server, JSON, b"{}"));
    run(
        &server,
        &first,
        "",
        "squares = (n * n for n in range(10)); next(squares); next(squares); open('a', 'w').write('kept')",
    );
    let snapshot = bytes(&server, &format!("/v1/sessions/{first}/snapshot"), "");
    assert_eq!(server.stop().0, Some(0));

    let server = Server::start(&[]);
    let second = id(&open(&server, KIND, &snapshot));
    assert_ne!(second, first);
    assert_eq!(run(&server, &second, "", "(next(squares), open('a').read())")["repr"], "(4, 'kept')");
    // Each copy goes its own way.
    let third = id(&open(&server, KIND, &snapshot));
    assert_eq!(run(&server, &third, "", "next(squares)")["value"], 4);
    assert_eq!(run(&server, &second, "", "next(squares)")["value"], 9);
}

#[test]
fn what_is_no_snapshot() {
    if !has_guest() {
        return;
    }
    let mut command = taipan();
    let server = Server::started(command.env("TAIPAN_SNAPSHOT", "1MiB"), &[]);
    let refused = |body: &[u8]| open(&server, KIND, body).problem();
    let nothing = (422, String::from("invalid snapshot: these bytes are no snapshot of a session"));
    assert_eq!((refused(b""), refused(b"something else")), (nothing.clone(), nothing));
    assert_eq!(refused(&vec![0; (1 << 20) + 1]), (413, "the body is larger than 1 MiB".into()));
    let small = id(&open(&server, JSON, b"{}"));
    run(&server, &small, "", "x = 1");
    let path = format!("/v1/sessions/{small}/snapshot");
    let mut snapshot = bytes(&server, &path, "");
    let last = snapshot.len() - 1;
    snapshot[last] ^= 1;
    assert_eq!(refused(&snapshot).0, 422);
    assert_eq!(refused(&snapshot[..last]).0, 422);
    run(&server, &small, "", "import random; x = random.randbytes(4 << 20)");
    let large = server.ask("GET", &path, "", b"").problem();
    assert!(large.0 == 507 && large.1.ends_with("and the server hands out 1 MiB"), "{large:?}");
    assert_eq!(server.ask("GET", "/v1/sessions/nobody/snapshot", "", b"").problem().0, 404);
    // None of these has taken a place.
    for _ in 0..15 {
        id(&open(&server, JSON, b"{}"));
    }
    assert_eq!(open(&server, JSON, b"{}").problem().0, 503);
}

#[test]
fn the_native_isolation_has_none() {
    let server = Server::start(&["--isolation", "native"]);
    let first = id(&open(&server, JSON, b"{}"));
    let detail = "unsupported: the native isolation cannot copy an interpreter; sessions of the wasm isolation have \
                  snapshots and forks";
    let wanted = (501, String::from(detail));
    assert_eq!(server.ask("GET", &format!("/v1/sessions/{first}/snapshot"), "", b"").problem(), wanted);
    assert_eq!(open(&server, KIND, b"x").problem(), wanted);
}

#[test]
fn a_snapshot_does_not_loosen_a_token() {
    if !has_guest() {
        return;
    }
    let free = Server::start(&["--allow", "xml"]);
    let first = id(&open(&free, JSON, b"{}"));
    run(&free, &first, "", "x = 1");
    let snapshot = bytes(&free, &format!("/v1/sessions/{first}/snapshot"), "");
    let (server, [one, two]) = Server::with_tokens("policy = 'own'", "[policies.own]\ndeny = ['json']");
    let opened = id(&open(&server, &format!("{KIND}{}", one), &snapshot));
    assert_eq!(run(&server, &opened, &one, "import json")["status"], "denied");
    assert_eq!(run(&server, &opened, &one, "x")["value"], 1);
    assert_eq!(server.ask("GET", &format!("/v1/sessions/{opened}/snapshot"), &two, b"").problem().0, 404);
    let opened = id(&open(&server, &format!("{KIND}{}", two), &snapshot));
    assert_eq!(run(&server, &opened, &two, "import json")["status"], "ok");
}

#[test]
fn a_session_has_a_policy_and_a_seed_from_its_opening() {
    let server = Server::start(&[]);
    let strict = id(&open(&server, JSON, br#"{"policy": "strict"}"#));
    assert_eq!(run(&server, &strict, "", "eval('1')")["status"], "denied");
    let draw = |seed: u64| {
        let body = json!({"seed": seed}).to_string();
        let session = id(&open(&server, JSON, body.as_bytes()));
        run(&server, &session, "", "import random; random.random()")["value"].clone()
    };
    assert_eq!(draw(7), draw(7));
    assert_ne!(draw(7), draw(8));
    let unknown = open(&server, JSON, br#"{"policy": "strct"}"#).problem();
    assert_eq!(unknown, (422, "there is no policy `strct`; did you mean `strict`?".into()));
    assert_eq!(open(&server, JSON, br#"{"polcy": "strict"}"#).problem().0, 422);
    assert_eq!(open(&server, JSON, b"").problem().0, 400);
}
