//! Output as it is written: server-sent events of the HTTP door.

use std::io::{BufRead, BufReader, Write};

use serde_json::{Value, json};

use crate::server::{Answer, JSON, Server, isolation, request};

const EVENTS: &str = "Accept: text/event-stream\r\n";

fn asked(path: &str, body: &Value) -> Vec<u8> {
    request("POST", path, &format!("{JSON}{EVENTS}"), body.to_string().as_bytes())
}

/// The events of a stream: the name and the data of each.
fn events(body: &str) -> Vec<(String, Value)> {
    let event = |text: &str| {
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        (field("event: ").to_owned(), serde_json::from_str(field("data: ")).unwrap())
    };
    body.split("\n\n").filter(|text| !text.is_empty() && !text.starts_with(':')).map(event).collect()
}

/// What the events of a stream have of a run's standard output.
fn output(events: &[(String, Value)]) -> String {
    events.iter().filter(|(name, _)| name == "stdout").map(|(_, data)| data["text"].as_str().unwrap()).collect()
}

#[test]
fn output_comes_before_the_outcome() {
    let server = Server::start(&[]);
    let code = "import sys\nprint('a\\r\\nb')\nprint('c', file=sys.stderr)\nprint('d')\n6 * 7";
    let answer = server.raw(&asked("/v1/run", &json!({"code": code})));
    assert!(answer.head.contains("content-type: text/event-stream"), "{}", answer.head);
    assert!(answer.head.contains("cache-control: no-store"), "{}", answer.head);
    let events = events(&answer.body);
    let (last, texts) = events.split_last().unwrap();
    let mut told: Vec<(&str, String)> = Vec::new();
    // How a text is divided is a matter of when it is looked for.
    for (name, data) in texts {
        let text = data["text"].as_str().unwrap();
        match told.last_mut() {
            Some((last, texts)) if last == name => texts.push_str(text),
            _ => told.push((name, text.to_owned())),
        }
    }
    let wanted = [("stdout", "a\r\nb\n"), ("stderr", "c\n"), ("stdout", "d\n")];
    assert_eq!(told, wanted.map(|(name, text)| (name, text.to_owned())));
    assert_eq!((last.0.as_str(), &last.1["value"], &last.1["stdout"]), ("outcome", &json!(42), &json!("a\r\nb\nd\n")));

    // A silent run, and one that fails, have their outcome.
    let only = |code: &str| {
        let mut events = self::events(&server.raw(&asked("/v1/run", &json!({"code": code}))).body);
        assert_eq!(events.len(), 1);
        events.pop().unwrap().1
    };
    assert_eq!(only("x = 1")["status"], "ok");
    assert_eq!(only("1 / 0")["error"]["type"], "ZeroDivisionError");

    let id = server.post("/v1/sessions", &json!({})).json()["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/sessions/{id}/run");
    server.post(&path, &json!({"code": "name = 'you'"}));
    let answer = server.raw(&asked(&path, &json!({"code": "print('hello', name)"})));
    assert_eq!(output(&self::events(&answer.body)), "hello you\n");
}

#[test]
fn what_is_wrong_with_a_request_has_its_own_status() {
    let server = Server::start(&[]);
    let told = |body: Value| server.raw(&asked("/v1/run", &body)).problem();
    assert_eq!(
        told(json!({"code": "1", "policy": "strct"})),
        (422, "there is no policy `strct`; did you mean `strict`?".into())
    );
    assert_eq!(told(json!({"code": "1", "files": {"..": ""}})).0, 422);
    assert_eq!(server.raw(&asked("/v1/sessions/x/run", &json!({"code": "1"}))).problem().0, 404);
}

/// Bounds under which a run goes on until something ends it.
const LONG: [&str; 4] = ["--timeout", "10m", "--fuel", "1_000_000_000_000"];

#[test]
fn a_reader_hears_a_run_that_goes_on_and_ends_it_by_leaving() {
    let server = Server::start(&LONG);
    let mut stream = server.connect();
    stream.write_all(&asked("/v1/run", &json!({"code": "print('first')\nwhile True: pass"}))).unwrap();
    let lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let data = lines.map(Result::unwrap).find(|line| line.starts_with("data: ")).unwrap();
    assert!(data.starts_with("data: {\"text\":\"first"), "{data}");
    server.until("taipan_runs_in_flight 1");
    drop(stream);
    server.until("taipan_runs_in_flight 0");
}

#[test]
fn a_reader_who_takes_nothing_holds_nobody() {
    let server = Server::start(&[&LONG[..], &["--output", "32MiB"]].concat());
    let mut stream = server.connect();
    let code = "for _ in range(24): print('x' * (1 << 20))";
    stream.write_all(&asked("/v1/run", &json!({"code": code}))).unwrap();
    // The run comes to its end, though nobody has read a byte of it.
    server.until(&format!("taipan_runs_total{{status=\"ok\",isolation=\"{}\"}} 1", isolation()));
    server.until("taipan_runs_in_flight 0");
    let events = events(&Answer::read(stream).body);
    let text = output(&events);
    assert_eq!((text.len(), text.trim_matches(&['x', '\n'][..])), (24 * ((1 << 20) + 1), ""));
    assert_eq!(events.last().unwrap().1["stdout"].as_str().unwrap().len(), text.len());
}
