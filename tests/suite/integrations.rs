//! The pages of docs/integrations do what they say: their code runs against a real taipan and a scripted model.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::case::root;
use crate::command::{Said, has_guest, said};
use crate::server::Server;
use crate::standin::Standin;

const CODE: &str = "sum(i * i for i in range(100))";

/// The blocks of a language on a page, with this server's address in them.
fn blocks(page: &str, language: &str, server: Option<&Server>) -> Vec<String> {
    let text = fs::read_to_string(root().join("docs/integrations").join(page)).unwrap();
    let here = server.map_or_else(|| String::from("127.0.0.1:1"), |server| server.address.to_string());
    let start = format!("```{language}\n");
    let blocks =
        text.split(&start).skip(1).map(|rest| rest.split("\n```").next().unwrap().replace("127.0.0.1:8765", &here));
    blocks.collect()
}

/// A Python that `tools/python-clients` makes; none where it could not, which is said aloud.
pub(crate) fn python(name: &str) -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_BIN_EXE_taipan")).parent()?.parent()?;
    let python = target.join(name).join("bin/python");
    if python.exists() {
        return Some(python);
    }
    let _ = writeln!(std::io::stderr(), "SKIPPED, for tools/python-clients has not made {}", python.display());
    None
}

/// Runs code as a user of the page would: with `taipan` in the path, and a model's API elsewhere.
fn run(program: &Path, code: &str, model: Option<&Standin>) -> Said {
    let home = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_BIN_EXE_taipan")).parent().unwrap().display();
    let mut command = Command::new(program);
    command.args(["-c", code]).env_clear().env("HOME", home.path());
    command.env("PATH", format!("{own}:/usr/local/bin:/usr/bin:/bin")).env("NO_PROXY", "*");
    if !has_guest() {
        command.env("TAIPAN_ISOLATION", "native");
    }
    if let Some(model) = model {
        command.env("OPENAI_API_KEY", "k").env("OPENAI_BASE_URL", format!("http://{}/v1", model.address));
        command.env("ANTHROPIC_API_KEY", "k").env("ANTHROPIC_BASE_URL", format!("http://{}", model.address));
    }
    said(&mut command, b"")
}

#[track_caller]
fn printed(said: &Said, out: &str) {
    assert_eq!((said.status, said.out.as_str()), (0, out), "{}", said.err);
}

/// What OpenAI's API answers with a message.
fn completion(message: Value, reason: &str) -> Value {
    json!({
        "id": "c", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": reason}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    })
}

/// A model that calls the tool, once wrongly where `wrong` says so, and then says what it got.
fn openai(wrong: bool) -> Standin {
    let call = |arguments: &str| {
        let function = json!({"name": "run_python", "arguments": arguments});
        let calls = json!([{"id": "call_1", "type": "function", "function": function}]);
        completion(json!({"role": "assistant", "content": null, "tool_calls": calls}), "tool_calls")
    };
    let good = call(&json!({"code": CODE}).to_string());
    let done = completion(json!({"role": "assistant", "content": "It is 328350."}), "stop");
    let answers = if wrong { vec![call("{\"kode\": 1}"), good, done] } else { vec![good, done] };
    Standin::start(&answers)
}

/// What the model was told by the tool.
fn told(asked: &(String, Value)) -> &str {
    assert_eq!(asked.0, "/v1/chat/completions");
    let last = asked.1["messages"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["role"], &last["tool_call_id"]), (&json!("tool"), &json!("call_1")));
    last["content"].as_str().unwrap()
}

#[test]
fn the_openai_page() {
    let Some(python) = python("python-clients") else { return };
    let (server, model) = (Server::start(&["--no-history"]), openai(true));
    let [code] = &blocks("openai.md", "python", Some(&server))[..] else { panic!() };
    printed(&run(&python, code, Some(&model)), "It is 328350.\n");
    let asked = model.asked();
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[0].1["tools"][0]["function"]["name"], "run_python");
    let problem: Value = serde_json::from_str(told(&asked[1])).unwrap();
    assert_eq!(problem["status"], 422);
    assert_eq!(told(&asked[2]), "value: 328350\n");
}

#[test]
fn the_anthropic_page() {
    let Some(python) = python("python-clients") else { return };
    let server = Server::start(&["--no-history"]);
    let message = |content: Value, reason: &str| {
        json!({
            "id": "m", "type": "message", "role": "assistant", "model": "m", "content": content, "stop_reason": reason,
            "stop_sequence": null, "usage": {"input_tokens": 1, "output_tokens": 1},
        })
    };
    let call = json!([{"type": "tool_use", "id": "t1", "name": "run_python", "input": {"code": CODE}}]);
    let model = Standin::start(&[
        message(call, "tool_use"),
        message(json!([{"type": "text", "text": "It is 328350."}]), "end_turn"),
    ]);
    let [code] = &blocks("anthropic.md", "python", Some(&server))[..] else { panic!() };
    printed(&run(&python, code, Some(&model)), "It is 328350.\n");
    let asked = model.asked();
    assert_eq!((asked.len(), asked[0].0.as_str()), (2, "/v1/messages"));
    assert_eq!(asked[0].1["tools"][0]["name"], "run_python");
    let last = asked[1].1["messages"].as_array().unwrap().last().unwrap();
    assert_eq!(last["content"], json!([{"type": "tool_result", "tool_use_id": "t1", "content": "value: 328350\n"}]));
}

#[test]
fn the_pydantic_ai_page() {
    let Some(python) = python("python-clients") else { return };
    let model = openai(false);
    let [code] = &blocks("pydantic-ai.md", "python", None)[..] else { panic!() };
    printed(&run(&python, code, Some(&model)), "It is 328350.\n");
    let asked = model.asked();
    assert_eq!(asked.len(), 2);
    let tools = asked[0].1["tools"].as_array().unwrap();
    let names: Vec<&Value> = tools.iter().map(|tool| &tool["function"]["name"]).collect();
    assert_eq!(names, ["run_python", "check_python", "list_modules", "reset_session"]);
    assert!(told(&asked[1]).contains("328350"), "{asked:?}");
}

#[test]
fn the_langchain_page() {
    let Some(python) = python("python-langchain") else { return };
    let server = Server::start(&["--no-history"]);
    let [over_mcp, over_http] = &blocks("langchain.md", "python", Some(&server))[..] else { panic!() };
    let said = run(&python, over_mcp, None);
    assert_eq!(said.status, 0, "{}", said.err);
    let (first, rest) = said.out.split_once('\n').unwrap();
    assert_eq!(first, "['run_python', 'check_python', 'list_modules', 'reset_session']");
    let (good, bad) = rest.split_once("\n\n").unwrap();
    assert_eq!(good, "success value: 328350");
    assert!(bad.starts_with("error denied: module 'numpy' is refused by policy"), "{bad}");
    printed(&run(&python, over_http, None), "value: 3.5\n\n");
}

#[test]
fn the_curl_page() {
    let help = Command::new("curl").args(["--help", "all"]).output();
    if !help.is_ok_and(|help| String::from_utf8_lossy(&help.stdout).contains("--json")) {
        let _ = writeln!(std::io::stderr(), "SKIPPED, for there is no curl with --json");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&["--history-file", folder.path().join("h.db").to_str().unwrap()]);
    let [code] = &blocks("curl.md", "sh", Some(&server))[..] else { panic!() };
    let said = run(Path::new("sh"), code, None);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let (outcome, rest) = said.out.split_once('\n').unwrap();
    assert_eq!(serde_json::from_str::<Value>(outcome).unwrap()["value"], 3.5);
    let (text, rest) = rest.split_once("value: 21\n").unwrap();
    assert!(text.starts_with("denied: module 'socket' is refused by policy"), "{text}");
    let runs: Value = serde_json::from_str(rest).unwrap();
    assert_eq!((&runs["runs"][0]["status"], runs["runs"].as_array().unwrap().len()), (&json!("denied"), 1));
}
