//! The HTTP door: answers, refusals, overload, and how it stops.

use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::command::{said, taipan};
use crate::server::{Answer, JSON, Server, isolation, request};

#[test]
fn runs_checks_and_modules() {
    let server = Server::start(&[]);
    let answer = server.post("/v1/run", &json!({"code": "print('hi')\nn + 1", "inputs": {"n": 41}}));
    let outcome = answer.json();
    assert_eq!((answer.status, &outcome["value"], &outcome["stdout"]), (200, &json!(42), &json!("hi\n")));
    assert!(answer.head.contains("x-content-type-options: nosniff") && answer.head.contains("cache-control: no-store"));
    // A run that fails is an answer too.
    let outcome = server.post("/v1/run", &json!({"code": "import socket"})).json();
    assert_eq!((&outcome["status"], &outcome["denials"][0]["name"]), (&json!("denied"), &json!("socket")));
    let outcome = server.post("/v1/run", &json!({"code": "while True: pass", "fuel": 1000})).json();
    assert_eq!(outcome["limit"], json!({"kind": "fuel", "limit": 1000, "used": 1001}));
    let outcome = server.post("/v1/run", &json!({"code": "eval('1')", "policy": "strict"})).json();
    assert_eq!(outcome["status"], "denied");
    let draw =
        |seed: u64| server.post("/v1/run", &json!({"code": "import random; random.random()", "seed": seed})).json();
    assert_eq!(draw(7)["value"], draw(7)["value"]);
    assert_ne!(draw(7)["value"], draw(8)["value"]);

    let text = |accept: &str| {
        let headers = format!("{JSON}Accept: {accept}\r\n");
        server.ask("POST", "/v1/run", &headers, br#"{"code": "6 * 7"}"#).body
    };
    assert_eq!(text("text/plain"), "value: 42\n");
    assert_eq!(text("text/markdown"), "```text taipan\n42\n```\n");
    assert!(text("application/vnd.taipan.openai+json").contains("code_interpreter_call"));
    assert!(text("application/vnd.taipan.anthropic+json").contains("code_execution_result"));
    assert!(text("image/png, */*;q=0.1").contains(r#""value":42"#));

    let found = server.post("/v1/check", &json!({"code": "import socket\nrate", "inputs": ["rate"]})).json();
    assert_eq!(found["findings"].as_array().unwrap().len(), 1);
    assert_eq!((&found["findings"][0]["code"], &found["findings"][0]["line"]), (&json!("module-refused"), &json!(1)));
    let modules = server.ask("GET", "/v1/modules", "", b"").json();
    assert_eq!(modules["modules"].as_array().unwrap().len(), taipan::modules().len());
    assert_eq!(server.ask("GET", "/healthz", "", b"").body, "ok\n");
    assert_eq!(server.ask("GET", "/readyz", "", b"").body, "ready\n");
    let metrics = server.ask("GET", "/metrics", "", b"").body;
    let line = format!("\ntaipan_runs_total{{status=\"fuel\",isolation=\"{}\"}} 1\n", isolation());
    assert!(metrics.contains(&line), "{metrics}");
    assert!(metrics.contains("\ntaipan_denials_total{module=\"socket\"} 1\n"), "{metrics}");
    assert!(metrics.contains("\ntaipan_runs_in_flight 0\n"), "{metrics}");
    assert_eq!(server.stop(), (Some(0), String::new()));
}

#[test]
fn bad_requests_get_a_problem() {
    let server = Server::start(&["--body", "64KiB"]);
    let post = |headers: &str, body: &[u8]| server.ask("POST", "/v1/run", headers, body).problem();
    for (body, status, detail) in [
        (&b""[..], 400, "EOF while parsing a value at line 1 column 0"),
        (b"{", 400, "EOF while parsing an object at line 1 column 1"),
        (b"code=1", 400, "expected value at line 1 column 1"),
        (b"{\"code\": \"\xff\"}", 400, "byte 10 of the body is not UTF-8"),
        (b"{}", 422, "missing field `code` at line 1 column 2"),
        (b"[\"1\", {}, {}, null, null, null, null, null]", 422, "the body is a list; send an object"),
        (b"{\"code\": 1}", 422, "invalid type: integer `1`, expected a string at line 1 column 10"),
        (b"{\"code\": \"1\", \"code\": \"2\"}", 422, "duplicate field `code` at line 1 column 20"),
        (
            b"{\"code\": \"1\", \"inputs\": {\"a\": 1, \"a\": 2}}",
            422,
            "the input `a` is given twice at line 1 column 40",
        ),
        (
            b"{\"code\": \"1\", \"inputs\": {\"class\": 1}}",
            422,
            "invalid input: `class` is a keyword of Python; choose another name",
        ),
        (b"{\"code\": \"1\", \"timeout_ms\": 0}", 422, "timeout_ms is 0; it must be at least 1"),
        (b"{\"code\": \"1\", \"policy\": \"strct\"}", 422, "there is no policy `strct`; did you mean `strict`?"),
    ] {
        assert_eq!(post(JSON, body), (status, detail.to_owned()), "{}", String::from_utf8_lossy(body));
    }
    let nested = format!("{{\"code\": \"1\", \"inputs\": {{\"a\": {}", "[".repeat(10_000));
    assert_eq!(post(JSON, nested.as_bytes()).0, 400);
    let (status, detail) = post(JSON, br#"{"code": "1", "shell": 1}"#);
    assert!(status == 422 && detail.starts_with("unknown field `shell`"), "{detail}");

    let wanted = "send JSON, with `Content-Type: application/json`";
    assert_eq!(post("", b"{\"code\": \"1\"}"), (415, wanted.into()));
    assert_eq!(post("Content-Type: text/plain\r\n", b"{\"code\": \"1\"}"), (415, wanted.into()));
    let (status, _) = post(&format!("{JSON}Accept: image/png\r\n"), b"{\"code\": \"1\"}");
    assert_eq!(status, 406);
    let large = (413, String::from("the body is larger than 64 KiB"));
    assert_eq!(post(JSON, &vec![b' '; 65 << 10]), large);
    // A hundred mebibytes that are only announced are refused unread.
    let announced = "POST /v1/run HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\
                     Content-Length: 104857600\r\n\r\n";
    assert_eq!(server.raw(announced.as_bytes()).problem(), large);
    let chunked = "POST /v1/run HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\
                   Transfer-Encoding: chunked\r\n\r\n";
    let chunks = format!("{chunked}{}0\r\n\r\n", format!("1000\r\n{}\r\n", " ".repeat(4096)).repeat(20));
    assert_eq!(server.raw(chunks.as_bytes()).problem(), large);

    assert_eq!(server.ask("GET", "/v1", "", b"").problem().0, 404);
    assert_eq!(server.ask("GET", "/v1/../etc/passwd", "", b"").problem().0, 404);
    assert_eq!(server.ask("GET", "/v1/run", "", b"").problem().0, 405);
    assert_eq!(server.ask("DELETE", "/v1/modules", "", b"").problem().0, 405);
    // What is no HTTP.
    assert_eq!(server.raw(b"hello\r\n\r\n").status, 400);
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(100_000));
    assert!(matches!(server.raw(long.as_bytes()).status, 414 | 431));
    let many = format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "A: b\r\n".repeat(300));
    assert_eq!(server.raw(many.as_bytes()).status, 431);
    // A body that breaks off, and a half-closed socket whose request is whole.
    let mut half = server.connect();
    half.write_all(&request("POST", "/v1/run", JSON, b"{\"code\": \"1\"}")[..100]).unwrap();
    half.shutdown(Shutdown::Write).unwrap();
    assert!(matches!(Answer::read(half).status, 0 | 400));
    let mut whole = server.connect();
    whole.write_all(&request("POST", "/v1/run", JSON, b"{\"code\": \"6 * 7\"}")).unwrap();
    whole.shutdown(Shutdown::Write).unwrap();
    let answer = Answer::read(whole);
    assert!(answer.status == 200 || answer.status == 0, "{answer:?}");
    assert_eq!(server.post("/v1/run", &json!({"code": "1"})).status, 200);
}

#[test]
fn pages_of_other_sites_are_refused() {
    let server = Server::start(&[]);
    let from = |headers: &str| server.ask("POST", "/v1/run", &format!("{JSON}{headers}"), br#"{"code": "1"}"#);
    assert_eq!(
        from("Origin: https://example.com\r\n").problem(),
        (403, "pages of other sites may not use this server".into())
    );
    assert_eq!(from("Origin: null\r\n").problem().0, 403);
    assert_eq!(from("Origin: http://localhost\r\n").status, 200);
    // A name that was rebound to this machine.
    let rebound = "GET /v1/modules HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n";
    let detail = "the request's Host is not this machine's own name; ask for 127.0.0.1 or localhost";
    assert_eq!(server.raw(rebound.as_bytes()).problem(), (403, detail.into()));
    let own = format!("GET /v1/modules HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address);
    assert_eq!(server.raw(own.as_bytes()).status, 200);
}

#[test]
fn tokens() {
    let folder = tempfile::tempdir().unwrap();
    let made = said(taipan().args(["token", "ci"]), b"");
    let token = made.out.lines().next().unwrap().rsplit(' ').next().unwrap().to_owned();
    assert_eq!(made.out.lines().nth(1), Some("[tokens.ci]"));
    let path = folder.path().join("t.toml");
    std::fs::write(&path, format!("{}policy = 'strict'\nper_minute = 3\n", made.out)).unwrap();
    let server = Server::start(&["--config", path.to_str().unwrap()]);
    let run = |headers: &str| server.ask("POST", "/v1/run", &format!("{JSON}{headers}"), br#"{"code": "eval('1')"}"#);
    let wanted = "send a known token as `Authorization: Bearer TOKEN`";
    for headers in
        ["", "Authorization: Bearer wrong\r\n", &format!("Authorization: Basic {token}\r\n"), "Authorization: \r\n"]
    {
        let answer = run(headers);
        assert_eq!(answer.problem(), (401, wanted.into()), "{headers}");
        assert!(answer.head.contains("www-authenticate: bearer"), "{answer:?}");
        assert!(!answer.body.contains(&token));
    }
    let good = format!("Authorization: Bearer {token}\r\n");
    // The token's policy holds whatever the request asks for.
    assert_eq!(run(&good).json()["status"], "denied");
    assert_eq!(server.ask("GET", "/v1/modules", &good, b"").status, 200);
    assert_eq!(server.ask("GET", "/v1/modules", "", b"").status, 401);
    assert_eq!(server.ask("GET", "/metrics", "", b"").status, 401);
    assert_eq!(server.ask("GET", "/healthz", "", b"").status, 200);
    assert_eq!((run(&good).status, run(&good).status), (200, 200));
    let answer = run(&good);
    assert_eq!(answer.status, 429);
    assert!(answer.head.contains("retry-after: "), "{answer:?}");
}

#[test]
fn sessions() {
    let server = Server::start(&[]);
    let open = || server.post("/v1/sessions", &json!({})).json()["id"].as_str().unwrap().to_owned();
    let (first, second) = (open(), open());
    assert!(first.len() == 32 && first != second);
    let run = |id: &str, code: &str| server.post(&format!("/v1/sessions/{id}/run"), &json!({"code": code}));
    assert_eq!(run(&first, "x = 20").status, 200);
    assert_eq!(run(&first, "x + 1").json()["value"], 21);
    assert_eq!(run(&second, "x").json()["error"]["type"], "NameError");
    let usage = server.ask("GET", &format!("/v1/sessions/{first}"), "", b"").json();
    assert_eq!(usage["usage"]["runs"], 2);
    let close = |id: &str| server.ask("DELETE", &format!("/v1/sessions/{id}"), "", b"").status;
    assert_eq!((close(&first), close(&first)), (204, 404));
    let absent = (404, String::from("there is no such session; POST /v1/sessions opens one"));
    assert_eq!(run(&first, "x").problem(), absent);
    assert_eq!(run("..%2Fx", "x").problem(), absent);
    let twice = server.post(&format!("/v1/sessions/{second}/run"), &json!({"code": "1", "session_id": "a"}));
    assert_eq!(twice.problem(), (422, "the path names the session; leave session_id out".into()));
    // A name of the client's own opens one as well.
    let named = |code: &str| server.post("/v1/run", &json!({"code": code, "session_id": "mine"})).json();
    named("y = 1");
    assert_eq!(named("y")["value"], 1);
    for _ in 0..14 {
        open();
    }
    let full = server.post("/v1/sessions", &json!({}));
    assert_eq!(full.problem(), (503, "all 16 sessions are open; end one, or try again when one has expired".into()));
}

#[test]
fn sessions_of_others_are_none() {
    let (server, [one, two]) = Server::with_tokens("", "");
    let headers = |token: &str| format!("{JSON}{token}");
    let opened = server.ask("POST", "/v1/sessions", &headers(&one), b"{}").json();
    let path = format!("/v1/sessions/{}", opened["id"].as_str().unwrap());
    assert_eq!(server.ask("GET", &path, &headers(&one), b"").status, 200);
    assert_eq!(server.ask("GET", &path, &headers(&two), b"").status, 404);
    assert_eq!(server.ask("DELETE", &path, &headers(&two), b"").status, 404);
    let code = br#"{"code": "1"}"#;
    assert_eq!(server.ask("POST", &format!("{path}/run"), &headers(&two), code).status, 404);
    assert_eq!(server.ask("POST", &format!("{path}/run"), &headers(&one), code).status, 200);
}

#[test]
fn bad_set_ups_are_told() {
    let serve = |args: &[&str]| {
        let said = said(taipan().args(["serve", "--isolation", isolation()]).args(args), b"");
        assert_eq!(said.status, 2);
        said.err
    };
    assert_eq!(
        serve(&["--listen", "0.0.0.0:0"]),
        "error: 0.0.0.0:0 can be reached by others, and no token is set; `taipan token NAME` makes one, or listen on \
         127.0.0.1\n"
    );
    assert_eq!(
        serve(&["--listen", "8765"]),
        "error: `8765` is not an address and port; write one such as 127.0.0.1:8765 or [::1]:8765\n"
    );
    assert_eq!(serve(&["--connections", "0"]), "error: server.connections is 0; it must be at least 1\n");
    let server = Server::start(&[]);
    let address = server.address.to_string();
    assert_eq!(serve(&["--listen", &address]), format!("error: {address}: address already in use\n"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.toml");
    for (text, message) in [
        ("[tokens.a]\npolicy = 'strict'", "line 1: the token `a` has no sha256; `taipan token a` makes one"),
        (
            "[tokens.a]\nsha256 = 'abc'",
            "line 1: `tokens.a.sha256`: 64 hexadecimal digits, as `taipan token` prints them",
        ),
        (
            "[tokens.a]\nsha = 'abc'",
            "line 1: unknown key `tokens.a.sha`; a token has sha256, policy, per_minute, sessions",
        ),
        ("[tokens.a]\nper_minute = 0", "line 1: `tokens.a.per_minute`: a whole number from 1"),
        ("[tokens.a]\nsessions = 0", "line 1: `tokens.a.sessions`: a whole number from 1"),
        ("tokens = 1", "line 1: `tokens` is a table of tokens, such as [tokens.ci]"),
    ] {
        std::fs::write(&path, text).unwrap();
        assert_eq!(serve(&["--config", path.to_str().unwrap()]), format!("error: {}: {message}\n", path.display()));
    }
    std::fs::write(&path, format!("[tokens.a]\nsha256 = '{}'\npolicy = 'strct'", "ab".repeat(32))).unwrap();
    let message = "error: token `a`: there is no policy `strct`; did you mean `strict`?\n";
    assert_eq!(serve(&["--config", path.to_str().unwrap()]), message);
    let said = said(taipan().args(["token", "a b"]), b"");
    assert_eq!(
        (said.status, said.err.as_str()),
        (2, "error: `a b` is no name for a token; use letters, digits, - and _\n")
    );
}

/// Bounds under which a run goes on until something ends it.
const LONG: [&str; 4] = ["--timeout", "10m", "--fuel", "1_000_000_000_000"];

fn endless() -> Vec<u8> {
    request("POST", "/v1/run", JSON, br#"{"code": "while True: pass"}"#)
}

fn slots() -> usize {
    2 * std::thread::available_parallelism().unwrap().get()
}

#[test]
fn an_overloaded_server_sheds() {
    let server = Server::start(&[&LONG[..], &["--queue", "1", "--wait", "1h"]].concat());
    let mut holders: Vec<TcpStream> = (0..slots()).map(|_| server.connect()).collect();
    for holder in &mut holders {
        holder.write_all(&endless()).unwrap();
    }
    server.until(&format!("taipan_runs_in_flight {}", slots()));
    let mut waiting = server.connect();
    waiting.write_all(&request("POST", "/v1/run", JSON, br#"{"code": "6 * 7"}"#)).unwrap();
    server.until("taipan_requests_waiting 1");
    let answer = server.post("/v1/run", &json!({"code": "1"}));
    let detail = "all interpreters are in runs, and too many requests wait; try again";
    assert_eq!(answer.problem(), (503, detail.into()));
    assert!(answer.head.contains("retry-after: 1"), "{answer:?}");
    server.until("taipan_sheds_total 1");
    // Clients that leave take their runs along, and the one that waited gets its turn.
    drop(holders);
    assert_eq!(Answer::read(waiting).json()["value"], 42);
    server.until("taipan_runs_in_flight 0");
}

#[test]
fn a_stop_finishes_or_cancels() {
    // What ends within the grace is answered.
    let server = Server::start(&LONG);
    let mut client = server.connect();
    client.write_all(&request("POST", "/v1/run", JSON, br#"{"code": "import time; time.sleep(1); 'done'"}"#)).unwrap();
    server.until("taipan_runs_in_flight 1");
    server.signal("-TERM");
    assert_eq!(Answer::read(client).json()["value"], "done");
    let mut server = server;
    assert_eq!(server.wait(), (Some(0), String::new()));

    // What does not is cancelled, and its client hears it.
    let server = Server::start(&[&LONG[..], &["--grace", "50ms"]].concat());
    let mut client = server.connect();
    client.write_all(&endless()).unwrap();
    server.until("taipan_runs_in_flight 1");
    server.signal("-INT");
    assert_eq!(Answer::read(client).json()["status"], "cancelled");
    let mut server = server;
    assert_eq!(server.wait(), (Some(0), String::new()));
}

#[test]
fn connections_beyond_the_bound_are_closed() {
    let server = Server::start(&["--connections", "2"]);
    let (first, second) = (server.connect(), server.connect());
    // The third is closed unread while the first two are open.
    assert_eq!(server.raw(&request("GET", "/healthz", "", b"")).status, 0);
    drop((first, second));
    let start = Instant::now();
    while server.ask("GET", "/healthz", "", b"").status != 200 {
        assert!(start.elapsed() < Duration::from_secs(60));
    }
}
