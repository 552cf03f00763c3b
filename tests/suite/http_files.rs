//! Files through the HTTP door: into runs, out of them, and to nobody else.

use std::io::{Read, Write};

use serde_json::{Value, json};

use crate::command::taipan;
use crate::server::{JSON, Server, request};

/// Reads the files that it is given and writes others.
const CODE: &str = "
import os
os.makedirs('out', exist_ok=True)
total = sum(float(line.split(',')[1]) for line in open('prices.csv'))
open('out/total é.txt', 'w').write(f'{total}\\n')
open('out/raw.bin', 'wb').write(open('data.bin', 'rb').read()[::-1])
open('page.html', 'w').write('<script>alert(1)</script>')
";

#[test]
fn files_go_in_and_come_out() {
    let server = Server::start(&[]);
    let files = json!({"prices.csv": "tea,2.5\ncake,4\n", "data.bin": {"$type": "bytes", "value": "AP8B"}});
    let outcome = server.post("/v1/run", &json!({"code": CODE, "files": files})).json();
    assert_eq!(outcome["status"], "ok", "{outcome}");
    let made = outcome["files"].as_array().unwrap();
    let told =
        |file: &Value| [&file["path"], &file["size"], &file["media_type"], &file["content"]].map(Value::to_string);
    assert_eq!(told(&made[0]), ["\"out/raw.bin\"", "3", "\"application/octet-stream\"", "null"]);
    assert_eq!(told(&made[1]), ["\"out/total é.txt\"", "4", "\"text/plain\"", "null"]);
    assert_eq!(told(&made[2]), ["\"page.html\"", "25", "\"text/html\"", "null"]);
    let uri = |at: usize| made[at]["uri"].as_str().unwrap();
    assert_eq!(uri(0).len(), "/v1/files/".len() + 32);

    let text = server.ask("GET", uri(1), "", b"");
    assert_eq!((text.status, text.body.as_str()), (200, "6.5\n"));
    for line in ["content-type: text/plain", "content-disposition: attachment; filename*=utf-8''total%20%c3%a9.txt"] {
        assert!(text.head.lines().any(|found| found == line), "{line}: {}", text.head);
    }
    // What code made is never a page of this server's.
    let page = server.ask("GET", uri(2), "", b"");
    assert_eq!(page.body, "<script>alert(1)</script>");
    for line in [
        "content-type: text/html",
        "content-security-policy: sandbox; default-src 'none'",
        "x-content-type-options: nosniff",
    ] {
        assert!(page.head.lines().any(|found| found == line), "{line}: {}", page.head);
    }
    let mut stream = server.connect();
    stream.write_all(&request("GET", uri(0), "", b"")).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    assert!(bytes.ends_with(b"\r\n\r\n\x01\xff\x00"), "{bytes:?}");

    let headers = format!("{JSON}Accept: application/vnd.taipan.anthropic+json\r\n");
    let block = server.ask("POST", "/v1/run", &headers, br#"{"code": "open('a.csv', 'w').write('1,2')"}"#).json();
    let outputs = &block["content"]["content"];
    let id = outputs[0]["file_id"].as_str().unwrap();
    assert_eq!(outputs, &json!([{"type": "code_execution_output", "file_id": id}]));
    assert_eq!(server.ask("GET", &format!("/v1/files/{id}"), "", b"").body, "1,2");

    let absent = (404, String::from("there is no such file; what runs made is kept for a while only"));
    let wrong = format!("/v1/files/{}", "0".repeat(32));
    for path in [&wrong, "/v1/files/..%2F..%2Fetc%2Fpasswd", "/v1/files/out%2Fraw.bin", &uri(0)[..30]] {
        assert_eq!(server.ask("GET", path, "", b"").problem(), absent, "{path}");
    }
    assert_eq!(server.ask("GET", "/v1/files/../../etc/passwd", "", b"").problem().0, 404);
    assert_eq!(server.ask("DELETE", uri(0), "", b"").problem().0, 405);
}

#[test]
fn a_session_keeps_its_files() {
    let server = Server::start(&[]);
    let id = server.post("/v1/sessions", &json!({})).json()["id"].as_str().unwrap().to_owned();
    let run = |body: &Value| server.post(&format!("/v1/sessions/{id}/run"), body).json();
    run(&json!({"code": "open('b.txt', 'w').write(open('a.txt').read().upper())", "files": {"a.txt": "hi"}}));
    let outcome = run(&json!({"code": "open('a.txt').read() + open('b.txt').read()"}));
    assert_eq!((&outcome["value"], &outcome["files"]), (&json!("hiHI"), &json!([])));
}

#[test]
fn bad_files_are_told() {
    let server = Server::start(&[]);
    for (files, detail) in [
        (json!({"../a": ""}), "invalid input: file `../a` has a part `.` or `..`; write the path without it"),
        (json!({"/a": ""}), "invalid input: file `/a` is absolute; write it as it is in /sandbox"),
        (json!({"a": "", "a/b": ""}), "invalid input: file `a` is the folder of file `a/b`; rename one"),
        (json!(["a"]), "invalid type: sequence, expected an object of paths and contents at line 1 column 21"),
    ] {
        let problem = server.post("/v1/run", &json!({"code": "1", "files": files})).problem();
        assert_eq!(problem, (422, detail.to_owned()));
    }
    let content = server.post("/v1/run", &json!({"code": "1", "files": {"a": [1]}})).problem();
    assert!(content.0 == 422 && content.1.starts_with("a file holds a text, or bytes as"), "{content:?}");
    let twice = server.ask("POST", "/v1/run", JSON, br#"{"code": "1", "files": {"a": "", "a": ""}}"#);
    assert_eq!(twice.problem(), (422, "the file `a` is given twice at line 1 column 41".into()));
}

#[test]
fn files_of_others_are_none() {
    let (server, [one, two]) = Server::with_tokens("", "");
    let headers = |token: &str| format!("{JSON}{token}");
    let code = br#"{"code": "open('a', 'w').write('mine')"}"#;
    let outcome = server.ask("POST", "/v1/run", &headers(&one), code).json();
    let uri = outcome["files"][0]["uri"].as_str().unwrap();
    assert_eq!(server.ask("GET", uri, &headers(&one), b"").body, "mine");
    assert_eq!(server.ask("GET", uri, &headers(&two), b"").status, 404);
    assert_eq!(server.ask("GET", uri, "", b"").status, 401);
}

#[test]
fn what_is_too_much_to_keep_is_told() {
    let mut command = taipan();
    let server = Server::started(command.env("TAIPAN_FILES", "2").env("TAIPAN_FILE_BYTES", "1KiB"), &[]);
    let code = "for name, size in ('a', 2000), ('b', 1), ('c', 1), ('d', 1): open(name, 'w').write('x' * size)";
    let outcome = server.post("/v1/run", &json!({"code": code})).json();
    let uris: Vec<bool> = outcome["files"].as_array().unwrap().iter().map(|file| file["uri"].is_string()).collect();
    assert_eq!(uris, [false, false, true, true]);
    assert_eq!(outcome["warnings"], json!(["2 files are not kept: 2 files of 1 KiB together are"]));
    assert_eq!(server.ask("GET", outcome["files"][3]["uri"].as_str().unwrap(), "", b"").body, "x");
}
