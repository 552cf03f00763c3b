//! The history over HTTP: everybody sees their own runs, and nobody else's.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::{said, taipan};
use crate::server::{JSON, Server};

/// A server with two tokens and a history of its own; what each sends as its head.
fn with_tokens(folder: &TempDir) -> (Server, [String; 2]) {
    let file = folder.path().join("h.db");
    Server::with_tokens("", &format!("[history]\nfile = '{}'", file.display()))
}

#[test]
fn a_token_sees_its_own_runs() {
    let folder = tempfile::tempdir().unwrap();
    let (server, [one, two]) = with_tokens(&folder);
    let run = |token: &str, code: &str| {
        let body = json!({"code": code}).to_string();
        assert_eq!(server.ask("POST", "/v1/run", &format!("{JSON}{token}"), body.as_bytes()).status, 200);
    };
    run(&one, "1");
    run(&one, "import socket");
    run(&two, "1 / 0");
    let get = |token: &str, path: &str| server.ask("GET", path, token, b"").json();
    let numbers = |token: &str, path: &str| -> Vec<u64> {
        let runs = get(token, path);
        runs["runs"].as_array().unwrap().iter().map(|run| run["no"].as_u64().unwrap()).collect()
    };
    assert_eq!(numbers(&one, "/v1/history"), [2, 1]);
    assert_eq!(numbers(&two, "/v1/history"), [3]);
    assert_eq!(numbers(&one, "/v1/history?limit=1"), [2]);
    assert_eq!(numbers(&one, "/v1/history?before=2"), [1]);
    assert_eq!(numbers(&one, "/v1/history?status=denied&refused=socket&since=2020-01-01T00:00:00Z"), [2]);
    assert!(numbers(&two, "/v1/history?before=3").is_empty());
    let row = &get(&two, "/v1/history")["runs"][0];
    assert_eq!(
        (&row["who"], &row["door"], &row["error"]),
        (&json!("two"), &json!("http"), &json!("ZeroDivisionError"))
    );
    let stats = |token: &str| get(token, "/v1/stats");
    assert_eq!(
        (&stats(&one)["runs"], &stats(&one)["ok"], &stats(&one)["success"]),
        (&json!(2), &json!(1), &json!(0.5))
    );
    assert_eq!((&stats(&two)["runs"], &stats(&two)["refused"]), (&json!(1), &json!([])));
    for path in ["/v1/history", "/v1/stats"] {
        assert_eq!(server.ask("GET", path, "", b"").status, 401);
    }
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (server, [one, _]) = with_tokens(&folder);
    let ask = |query: &str| server.ask("GET", &format!("/v1/history?{query}"), &one, b"").problem();
    let fields = "expected one of `status`, `session`, `refused`, `since`, `before`, `limit`";
    for (query, detail) in [
        ("who=b", format!("the query: who: unknown field `who`, {fields}")),
        ("limit=0", "the query: limit is 1 to 1000".into()),
        ("limit=1001", "the query: limit is 1 to 1000".into()),
        (
            "status=fine",
            "the query: status is none of ok, error, exit, denied, fuel, timeout, memory, output, cancelled, crashed"
                .into(),
        ),
        ("since=yesterday", "the query: since is no time such as 2026-01-01T00:00:00Z".into()),
    ] {
        assert_eq!(ask(query), (422, detail), "{query}");
    }
    let twice = ask("limit=1&limit=2");
    assert!(twice.0 == 422 && twice.1.ends_with("duplicate field `limit`"), "{twice:?}");
    for query in ["limit=-1", "limit=x", "before=-1"] {
        let (status, detail) = ask(query);
        assert_eq!(status, 422, "{query}");
        assert!(detail.starts_with("the query: "), "{query}: {detail}");
    }
    // What a name may be is a name, never part of a question to the database.
    let odd = server.ask("GET", "/v1/history?session=%27%20OR%201=1%20--", &one, b"").json();
    assert_eq!(odd, json!({"runs": []}));
}

#[test]
fn without_tokens_a_caller_sees_what_came_without() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("h.db").display().to_string();
    // Another door's runs are none of its.
    said(
        taipan().args(["run", "--isolation", "native", "-c", "1", "--history"]).env("TAIPAN_HISTORY_FILE", &file),
        b"",
    );
    let server = Server::start(&["--history-file", &file]);
    server.post("/v1/run", &json!({"code": "2"}));
    let runs = server.ask("GET", "/v1/history", "", b"").json();
    let numbers: Vec<&Value> = runs["runs"].as_array().unwrap().iter().map(|run| &run["no"]).collect();
    assert_eq!(numbers, [2]);
}

#[test]
fn a_history_that_is_off_or_broken_is_a_problem() {
    let server = Server::start(&["--no-history"]);
    let detail = "this server keeps no history; history.on = true makes it";
    assert_eq!(server.ask("GET", "/v1/stats", "", b"").problem(), (404, detail.into()));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("h.db");
    let server = Server::start(&["--history-file", file.to_str().unwrap()]);
    assert_eq!(server.post("/v1/run", &json!({"code": "2"})).status, 200);
    for name in ["h.db", "h.db-wal", "h.db-shm"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    fs::write(&file, "x".repeat(5000)).unwrap();
    // The answer comes; the operator is told, and the client is not told where files of the host lie.
    assert_eq!(server.post("/v1/run", &json!({"code": "6 * 7"})).json()["value"], 42);
    let detail = "the history can't be read; the server's log says why";
    assert_eq!(server.ask("GET", "/v1/history", "", b"").problem(), (500, detail.into()));
    let (status, said) = server.stop();
    assert_eq!(status, Some(0));
    let why = format!("history {}: it is no database; move it away, and the next run begins another", file.display());
    assert_eq!(said, format!("taipan: {why}; runs go on without it\ntaipan: {why}\n"));
}

#[test]
fn a_killed_server_has_written_what_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("h.db").display().to_string();
    let log = folder.path().join("audit.log").display().to_string();
    for round in 1..=4 {
        let server = Server::start(&["--history-file", &file, "--audit", &log]);
        for _ in 0..5 {
            assert_eq!(server.post("/v1/run", &json!({"code": "1"})).status, 200);
        }
        server.signal("-KILL");
        drop(server);
        let list = said(taipan().args(["history", "--json", "--limit", "99", "--history-file", &file]), b"").out;
        let rows: Vec<Value> = serde_json::from_str(&list).unwrap();
        assert_eq!(rows.len(), 5 * round);
        let verified = said(taipan().args(["audit", "verify", &log]), b"").out;
        assert!(verified.contains(&format!("whole: {} entries", 5 * round)), "{verified}");
    }
}
