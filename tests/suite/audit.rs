//! The audit log: what a line says, and that no change goes unseen.

use std::fs;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::thread;

use serde_json::{Value, json};

use crate::command::{isolations, said, taipan};
use crate::mcp::Session;
use crate::server::{Answer, JSON, Server, request};

fn lines(path: &Path) -> Vec<String> {
    fs::read_to_string(path).unwrap().lines().map(String::from).collect()
}

fn verify(path: &Path) -> (i32, String) {
    let said = said(taipan().args(["audit", "verify"]).arg(path), b"");
    assert_eq!(said.err, "");
    (said.status, said.out.replacen(&format!("{}: ", path.display()), "", 1))
}

/// A log of runs of these codes.
fn logged(path: &Path, isolation: &str, more: &[&str], codes: &[&str]) {
    let file = path.to_str().unwrap();
    let fixed = ["--audit", file, "--isolation", isolation, "--clock", "fixed", "--seed", "1"];
    let mut session = Session::greeted(&[&fixed, more].concat());
    for code in codes {
        session.call("run_python", json!({"code": code}));
    }
    session.end();
}

#[test]
fn each_run_has_a_line() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        logged(&path, isolation, &[], &["6 * 7", "import socket"]);
        logged(&path, isolation, &["--audit-code"], &["1 / 0"]);
        let entries: Vec<Value> = lines(&path).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        let fields: Vec<&str> = entries[0].as_object().unwrap().keys().map(String::as_str).collect();
        let expected = [
            "seq",
            "prev",
            "time",
            "who",
            "id",
            "code_sha256",
            "policy_sha256",
            "limits",
            "isolation",
            "status",
            "usage",
            "denials",
            "hash",
        ];
        assert_eq!(fields, expected);
        let all = |field: &str| entries.iter().map(|entry| entry[field].clone()).collect::<Vec<Value>>();
        assert_eq!(all("seq"), [1, 2, 3]);
        assert_eq!(all("status"), ["ok", "denied", "error"]);
        assert_eq!(all("denials"), [json!([]), json!(["socket"]), json!([])]);
        assert_eq!(all("code"), [Value::Null, Value::Null, json!("1 / 0")]);
        assert_eq!(all("who"), ["mcp", "mcp", "mcp"]);
        assert_eq!(all("isolation"), [isolation; 3]);
        assert_eq!(entries[0]["code_sha256"], "4add15946ce36199897a10bc4fe5749d28306b291959adbde54f6a36e4a149d0");
        assert_eq!((&entries[1]["prev"], &entries[2]["prev"]), (&entries[0]["hash"], &entries[1]["hash"]));
        let last = entries[2]["hash"].as_str().unwrap();
        assert_eq!(verify(&path), (0, format!("whole: 3 entries, the last hash is {last}\n")));
    }
}

#[test]
fn no_change_goes_unseen() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        logged(&path, isolation, &[], &["1", "2", "3", "4"]);
        let whole = lines(&path);
        let with = |lines: &[&str]| {
            fs::write(&path, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
            verify(&path)
        };
        let [a, b, c, d] = [0, 1, 2, 3].map(|at| whole[at].as_str());
        let follows = "does not follow the line before: lines are missing, added or in another order\n";
        assert_eq!(with(&[a, b, c, d]).0, 0);
        assert_eq!(with(&[a, c, d]), (1, format!("line 2: {follows}")));
        assert_eq!(with(&[a, c, b, d]), (1, format!("line 2: {follows}")));
        assert_eq!(with(&[a, a, b]), (1, format!("line 2: {follows}")));
        let changed = b.replace("\"status\":\"ok\"", "\"status\":\"error\"");
        assert_eq!(with(&[a, &changed, c]), (1, "line 2: changed: its hash is another's\n".into()));
        assert_eq!(with(&[a, "", c]), (1, "line 2: no line of an audit log\n".into()));
        assert_eq!(with(&["{}"]), (1, "line 1: no line of an audit log\n".into()));
        // What was put aside goes on in the next file, so a log may begin later.
        assert_eq!(with(&[c, d]).0, 0);
        assert_eq!(with(&[]).0, 0);
        fs::write(&path, b"\xff\n").unwrap();
        assert_eq!(verify(&path), (1, "line 1: not UTF-8 text\n".into()));
        let absent = said(taipan().args(["audit", "verify", "absent"]), b"");
        assert_eq!((absent.status, absent.err.as_str()), (2, "error: absent: no such file or directory\n"));
    }
}

#[test]
fn a_process_that_is_killed_leaves_a_log_that_goes_on() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        let mut session = Session::greeted(&["--audit", path.to_str().unwrap(), "--isolation", isolation]);
        session.call("run_python", json!({"code": "1"}));
        // The answer came, so the line is there whatever happens now.
        session.kill();
        assert_eq!(lines(&path).len(), 1);
        // A line that was half-written is told, and the next process cuts it off.
        let half = lines(&path)[0][..100].to_owned();
        write!(fs::File::options().append(true).open(&path).unwrap(), "{half}").unwrap();
        assert_eq!(verify(&path).0, 1);
        logged(&path, isolation, &[], &["2"]);
        assert_eq!(lines(&path).len(), 2);
        assert_eq!(verify(&path).0, 0);
    }
}

#[test]
fn a_full_file_is_put_aside() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        let config = folder.path().join("t.toml");
        fs::write(&config, "[audit]\nbytes = 1\n").unwrap();
        logged(&path, isolation, &["--config", config.to_str().unwrap()], &["1", "2", "3"]);
        let part = |number: u32| folder.path().join(format!("audit.log.{number}"));
        assert_eq!([lines(&part(2)).len(), lines(&part(1)).len(), lines(&path).len()], [1, 1, 1]);
        let whole: String =
            [part(2), part(1), path.clone()].iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        fs::write(&path, whole).unwrap();
        assert_eq!(verify(&path).0, 0);
    }
}

#[test]
fn a_log_that_cannot_be_used_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let start = |path: &Path| said(taipan().args(["mcp", "--isolation", "native", "--audit"]).arg(path), b"").err;
    let path = folder.path().join("a");
    assert_eq!(start(folder.path()), format!("error: audit log {}: is a directory\n", folder.path().display()));
    fs::write(&path, "not a log\n").unwrap();
    let text = "its last line is not one of this log's; `taipan audit verify` looks at it all";
    assert_eq!(start(&path), format!("error: audit log {}: {text}\n", path.display()));
    assert_eq!(fs::read_to_string(&path).unwrap(), "not a log\n");
    let path = folder.path().join("b");
    let session = Session::greeted(&["--audit", path.to_str().unwrap()]);
    assert_eq!(start(&path), format!("error: audit log {}: another process writes to it\n", path.display()));
    session.end();
}

/// The ids of the runs that a log has, after it was opened again, which cuts off what is half-written, and found whole.
fn ids(path: &Path, isolation: &str) -> Vec<String> {
    logged(path, isolation, &[], &["'again'"]);
    let (status, verdict) = verify(path);
    assert_eq!(status, 0, "{verdict}");
    let mut ids: Vec<String> = lines(path)
        .iter()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    ids.pop();
    ids
}

#[test]
fn each_answer_that_came_before_a_kill_has_its_line() {
    const CLIENTS: usize = 4;
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        let server = Server::start(&["--audit", path.to_str().unwrap(), "--isolation", isolation]);
        let answered: Vec<String> = thread::scope(|scope| {
            let (sender, answers) = mpsc::channel();
            for client in 0..CLIENTS {
                let (sender, server) = (sender.clone(), &server);
                scope.spawn(move || {
                    for run in 0.. {
                        // Its id is made of its code.
                        let body = json!({"code": format!("{client}, {run}")}).to_string();
                        let request = request("POST", "/v1/run", JSON, body.as_bytes());
                        let Ok(mut stream) = TcpStream::connect(server.address) else { return };
                        let _ = stream.write_all(&request);
                        let answer = Answer::read(stream);
                        let whole = serde_json::from_str::<Value>(&answer.body).ok();
                        let Some(id) = whole.and_then(|outcome| outcome["id"].as_str().map(String::from)) else {
                            return;
                        };
                        let _ = sender.send(id);
                    }
                });
            }
            drop(sender);
            let first: Vec<String> = answers.iter().take(20).collect();
            server.signal("-KILL");
            first.into_iter().chain(answers).collect()
        });
        // A process that is being killed holds its log until it is gone.
        drop(server);
        let logged = ids(&path, isolation);
        assert!((20..=logged.len()).contains(&answered.len()), "{} of {}", answered.len(), logged.len());
        assert!(logged.len() <= answered.len() + CLIENTS, "{} of {}", answered.len(), logged.len());
        let missing: Vec<&String> = answered.iter().filter(|id| !logged.contains(id)).collect();
        assert!(missing.is_empty(), "answered and not in the log: {missing:?}");
    }
}

#[test]
fn a_run_whose_line_is_not_whole_has_no_answer() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.log");
        // The system ends the process within the write that would make a file larger than this: 1 MiB, of lines of 100 kB.
        let mut command = Command::new("sh");
        command.env_clear().args([
            "-c",
            "ulimit -c 0; ulimit -f 2048; exec \"$0\" \"$@\"",
            env!("CARGO_BIN_EXE_taipan"),
        ]);
        let args = ["--audit", path.to_str().unwrap(), "--audit-code", "--isolation", isolation];
        let mut server = Server::started(&mut command, &args);
        let answered: Vec<String> = (0..100)
            .map_while(|run| {
                let code = format!("{run} # {}", "x".repeat(100_000));
                let answer = server.post("/v1/run", &json!({"code": code}));
                let outcome = serde_json::from_str::<Value>(&answer.body).ok()?;
                Some(outcome["id"].as_str().unwrap_or_else(|| panic!("{outcome}")).to_owned())
            })
            .collect();
        assert_eq!(server.wait().0, None, "a signal ended it");
        assert_eq!(fs::metadata(&path).unwrap().len(), 1 << 20, "the last line is half-written");
        assert_eq!(ids(&path, isolation), answered);
        assert_eq!(answered.len(), 10);
    }
}

#[test]
fn a_line_is_on_the_disk_before_its_answer_goes_out() {
    if !Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success()) {
        let _ = writeln!(io::stderr(), "SKIPPED, for strace does not run here");
        return;
    }
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let (path, trace) = (folder.path().join("audit.log"), folder.path().join("trace"));
        let mut command = Command::new("strace");
        command.args(["-f", "-o", trace.to_str().unwrap(), "-s", "4096", "-e", "trace=write,fdatasync"]);
        command.arg(env!("CARGO_BIN_EXE_taipan"));
        let args = ["--audit", path.to_str().unwrap(), "--isolation", isolation];
        let mut session = Session::greeted_by(&mut command, &args);
        for code in ["1", "2", "3"] {
            session.call("run_python", json!({"code": code}));
        }
        session.end();
        let trace = fs::read_to_string(&trace).unwrap();
        let seen = |line: &str| {
            let is_write = line.contains("write(");
            if is_write && line.contains(r#"{\"seq\":"#) {
                return Some("line");
            }
            if line.contains("fdatasync") && line.ends_with("= 0") {
                return Some("synced");
            }
            (is_write && line.contains(r#"\"result\":{\"content\""#)).then_some("answer")
        };
        let order: Vec<&str> = trace.lines().filter_map(seen).collect();
        assert_eq!(order, ["line", "synced", "answer"].repeat(3), "{trace}");
    }
}
