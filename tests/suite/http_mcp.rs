//! MCP over HTTP: the transport, its guards, and the official client.

use std::io::{BufRead, BufReader, Write};
use std::process::Command;

use serde_json::{Value, json};

use crate::case::root;
use crate::cli::golden;
use crate::command::taipan;
use crate::mcp::python;
use crate::server::{Answer, Server, request};

const HEADERS: &str = "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";

fn hello() -> Value {
    let params =
        json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
    json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params})
}

fn call(id: u64, tool: &str, arguments: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": {"name": tool, "arguments": arguments}})
}

/// The last message of a stream.
#[track_caller]
fn message(answer: &Answer) -> Value {
    let mut data = answer.body.lines().filter_map(|line| line.strip_prefix("data: ")).filter(|data| !data.is_empty());
    serde_json::from_str(data.next_back().unwrap_or_else(|| panic!("{answer:?}"))).unwrap()
}

/// A client with what it sends each time.
struct Client<'s> {
    server: &'s Server,
    headers: String,
}

impl<'s> Client<'s> {
    /// A client that has said hello, with a token if there is one.
    fn greeted(server: &'s Server, more: &str) -> Client<'s> {
        let answer = post(server, more, &hello());
        assert_eq!(message(&answer)["result"]["serverInfo"]["name"], "taipan", "{answer:?}");
        let id = answer.head.lines().find_map(|line| line.strip_prefix("mcp-session-id: ")).unwrap();
        let headers = format!("{more}Mcp-Session-Id: {id}\r\nMcp-Protocol-Version: 2025-06-18\r\n");
        let client = Client { server, headers };
        let initialized = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
        assert_eq!(client.post(&initialized).status, 202);
        client
    }

    fn post(&self, message: &Value) -> Answer {
        post(self.server, &self.headers, message)
    }

    fn call(&self, tool: &str, arguments: Value) -> Value {
        message(&self.post(&call(7, tool, arguments)))["result"].clone()
    }
}

fn post(server: &Server, headers: &str, message: &Value) -> Answer {
    server.ask("POST", "/mcp", &format!("{HEADERS}{headers}"), message.to_string().as_bytes())
}

#[test]
fn runs_files_and_sessions() {
    let server = Server::start(&["--clock", "fixed", "--seed", "1"]);
    let client = Client::greeted(&server, "");
    let result = client.call("run_python", json!({"code": "open('a.txt', 'w').write('made'); 6 * 7"}));
    assert_eq!((&result["isError"], &result["structuredContent"]["value"]), (&json!(false), &json!(42)));
    let link = &result["content"][1];
    assert_eq!((&link["type"], &link["name"], &link["size"]), (&json!("resource_link"), &json!("a.txt"), &json!(4)));
    let uri = link["uri"].as_str().unwrap();
    assert_eq!(result["structuredContent"]["files"][0]["uri"], uri);
    let ask = |method: &str, params: Value| {
        message(&client.post(&json!({"jsonrpc": "2.0", "id": 8, "method": method, "params": params})))
    };
    let read = ask("resources/read", json!({"uri": uri}));
    assert_eq!(read["result"]["contents"][0], json!({"uri": uri, "mimeType": "text/plain", "text": "made"}));
    let listed = ask("resources/list", json!({}));
    assert_eq!(listed["result"]["resources"][0]["uri"], uri);
    for wrong in ["taipan://files/", "taipan://files/../a.txt", "file:///etc/passwd", ""] {
        let absent = ask("resources/read", json!({"uri": wrong}));
        assert_eq!(absent["error"]["code"], -32002, "{absent}");
    }

    // A name of a session means something to the client that chose it.
    client.call("run_python", json!({"code": "x = 5", "session_id": "s"}));
    let other = Client::greeted(&server, "");
    let value = |client: &Client<'_>| {
        let result = client.call("run_python", json!({"code": "'x' in globals()", "session_id": "s"}));
        result["structuredContent"]["value"].clone()
    };
    assert_eq!((value(&client), value(&other)), (json!(true), json!(false)));
    let left = server.ask("DELETE", "/mcp", &other.headers, b"");
    assert_eq!(left.status, 202, "{left:?}");
    assert_eq!(other.post(&call(9, "list_modules", json!({}))).problem().0, 404);
    assert_eq!(server.stop(), (Some(0), String::new()));
}

#[test]
fn messages_out_of_order_and_bad_requests() {
    let server = Server::started(taipan().env("TAIPAN_CLIENTS", "2"), &["--body", "64KiB"]);
    let ask = |headers: &str, body: &str| server.ask("POST", "/mcp", headers, body.as_bytes()).problem();
    let early = post(&server, "", &call(1, "list_modules", json!({}))).problem();
    assert_eq!(early, (400, "Bad Request: Session ID is required".into()));
    let unknown = post(&server, "Mcp-Session-Id: nobody\r\n", &call(1, "list_modules", json!({})));
    assert_eq!(unknown.problem(), (404, "there is no such session; `initialize` opens one".into()));
    assert_eq!(ask(HEADERS, "{").0, 400);
    assert_eq!(ask(HEADERS, "[]").0, 422);
    assert_eq!(ask(HEADERS, r#"{"method": "initialize", "method": "ping"}"#).0, 422);
    assert_eq!(ask("", "{}").0, 415);
    assert_eq!(ask("Content-Type: application/json\r\n", "{}").0, 406);
    assert_eq!(ask(HEADERS, &" ".repeat(65 << 10)), (413, "the body is larger than 64 KiB".into()));
    assert_eq!(ask(&format!("{HEADERS}Origin: https://example.com\r\n"), "{}").0, 403);
    let rebound = format!(
        "POST /mcp HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n{HEADERS}Content-Length: 2\r\n\r\n{{}}"
    );
    assert_eq!(server.raw(rebound.as_bytes()).problem().0, 403);
    assert_eq!(server.ask("PUT", "/mcp", "", b"").problem().0, 405);
    assert_eq!(server.ask("GET", "/mcp", "Accept: text/event-stream\r\n", b"").problem().0, 400);

    let client = Client::greeted(&server, "");
    // Saying hello twice, answering what nobody asked, and cancelling what does not run are no trouble.
    client.post(&hello());
    client.post(&json!({"jsonrpc": "2.0", "id": 99, "result": {}}));
    client.post(&json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 99}}));
    assert_eq!(client.call("run_python", json!({"code": "6 * 7"}))["structuredContent"]["value"], 42);
    let _second = Client::greeted(&server, "");
    let full = post(&server, "", &hello());
    assert_eq!(full.problem(), (503, "all 2 clients are here; try again when one has left".into()));
    assert!(full.head.contains("retry-after: 1"), "{full:?}");
    server.ask("DELETE", "/mcp", &client.headers, b"");
    Client::greeted(&server, "");
}

#[test]
fn tokens_divide_clients() {
    let (server, [one, two]) = Server::with_tokens("policy = 'strict'", "");
    assert_eq!(post(&server, "", &hello()).problem().0, 401);
    assert_eq!(post(&server, "Authorization: Bearer x\r\n", &hello()).problem().0, 401);
    let client = Client::greeted(&server, &one);
    let result = client.call("run_python", json!({"code": "eval('1')"}));
    assert_eq!(result["structuredContent"]["status"], "denied");
    // Another token with this client's name.
    let stolen = client.headers.replace(&one, &two);
    assert_eq!(post(&server, &stolen, &call(1, "list_modules", json!({}))).problem().0, 404);
    assert_eq!(server.ask("DELETE", "/mcp", &stolen, b"").problem().0, 404);
    let stream = server.ask("GET", "/mcp", &format!("{stolen}Accept: text/event-stream\r\n"), b"");
    assert_eq!(stream.problem().0, 404);
    let result = client.call("run_python", json!({"code": "open('a', 'w').write('x')"}));
    let uri = result["content"][1]["uri"].as_str().unwrap();
    let other = Client::greeted(&server, &two);
    let read = json!({"jsonrpc": "2.0", "id": 8, "method": "resources/read", "params": {"uri": uri}});
    assert_eq!(message(&other.post(&read))["error"]["code"], -32002);
    assert_eq!(message(&client.post(&read))["result"]["contents"][0]["text"], "x");
    // The owner finds it by the other door too.
    let path = uri.replace("taipan://files/", "/v1/files/");
    assert_eq!(server.ask("GET", &path, &one, b"").body, "x");
}

#[test]
fn a_run_tells_of_itself_and_a_cancellation_ends_it() {
    let server = Server::start(&["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
    let client = Client::greeted(&server, "");
    let mut endless = call(7, "run_python", json!({"code": "while True: pass"}));
    endless["params"]["_meta"] = json!({"progressToken": "p"});
    let mut stream = server.connect();
    let headers = format!("{HEADERS}{}", client.headers);
    stream.write_all(&request("POST", "/mcp", &headers, endless.to_string().as_bytes())).unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    let progress = lines.filter_map(|line| Some(line.strip_prefix("data: ")?.to_owned())).find(|data| !data.is_empty());
    let progress: Value = serde_json::from_str(&progress.unwrap()).unwrap();
    assert_eq!(
        (&progress["method"], &progress["params"]["message"]),
        (&json!("notifications/progress"), &json!("running for 1 s"))
    );
    server.until("taipan_runs_in_flight 1");
    client.post(&json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 7}}));
    server.until("taipan_runs_in_flight 0");
}

#[test]
fn the_official_client_over_http() {
    let Some(python) = python() else { return };
    let server = Server::start(&["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
    let client = root().join("tests/suite/mcp_client.py");
    let url = format!("http://{}/mcp", server.address);
    let output = Command::new(python).arg(client).args([&url, ""]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
    golden("mcp_official_client_http", &said);
    server.until("taipan_runs_in_flight 0");
}
