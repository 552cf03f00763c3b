//! The history that the doors write: what it lists and shows, what it repeats, and what a kill leaves of it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::golden;
use crate::command::{Said, isolations, said, taipan};
use crate::mcp::Session;

/// Asks `taipan` about the history in a folder.
fn ask(folder: &TempDir, args: &[&str]) -> Said {
    said(taipan().args(args).args(["--history-file", "h.db"]).current_dir(folder.path()), b"")
}

#[track_caller]
fn rows(folder: &TempDir, args: &[&str]) -> Vec<Value> {
    let said = ask(folder, &[&["history", "--json"], args].concat());
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    serde_json::from_str(&said.out).unwrap()
}

/// A folder with the history of these runs of one client.
fn ran(more: &[&str], calls: &[Value]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run_in(folder.path(), more, calls);
    folder
}

fn run_in(folder: &Path, more: &[&str], calls: &[Value]) {
    let file = folder.join("h.db").display().to_string();
    let mut session = Session::greeted(&[&["--history-file", &file], more].concat());
    for call in calls {
        session.call("run_python", call.clone());
    }
    session.end();
}

#[test]
fn runs_are_listed() {
    let calls = [
        json!({"code": "6 * 7"}),
        json!({"code": "import socket"}),
        json!({"code": "while True: pass", "fuel": 1000}),
        json!({"code": "x = 1", "session_id": "s"}),
        json!({"code": "1 / 0"}),
        json!({"code": "1", "policy": "strct"}),
    ];
    let folder = ran(&["--clock", "fixed", "--seed", "1"], &calls);
    let listed = rows(&folder, &[]);
    let all = |field: &str| listed.iter().map(|row| row[field].clone()).collect::<Vec<Value>>();
    assert_eq!(all("no"), [5, 4, 3, 2, 1]);
    assert_eq!(all("status"), ["error", "ok", "fuel", "denied", "ok"]);
    assert_eq!(all("session"), [json!(null), json!("s"), json!(null), json!(null), json!(null)]);
    assert_eq!(
        all("error"),
        [json!("ZeroDivisionError"), json!(null), json!(null), json!("ModuleNotFoundError"), json!(null)]
    );
    assert_eq!(all("limit"), [json!(null), json!(null), json!("fuel"), json!(null), json!(null)]);
    assert_eq!(all("denials"), [json!([]), json!([]), json!([]), json!(["socket"]), json!([])]);
    assert_eq!(all("kept"), ["no"; 5]);
    assert_eq!(all("door"), ["mcp"; 5]);
    assert_eq!(listed[4]["code_sha256"], "4add15946ce36199897a10bc4fe5749d28306b291959adbde54f6a36e4a149d0");
    assert_eq!(listed[2]["usage"]["fuel"], 1001);

    let numbers =
        |args: &[&str]| rows(&folder, args).iter().map(|row| row["no"].as_u64().unwrap()).collect::<Vec<u64>>();
    assert_eq!(numbers(&["--limit", "2"]), [5, 4]);
    assert_eq!(numbers(&["--status", "ok"]), [4, 1]);
    assert_eq!(numbers(&["--refused", "socket"]), [2]);
    assert_eq!(numbers(&["--session", "s", "--status", "ok", "--since", "1h"]), [4]);
    assert!(numbers(&["--door", "http"]).is_empty() && numbers(&["--since", "2200-01-01T00:00:00Z"]).is_empty());

    let table = ask(&folder, &["history"]);
    let lines: Vec<&str> = table.out.lines().collect();
    assert_eq!(lines.len(), 6);
    assert!(lines[0].starts_with("NO  TIME                  WHO  STATUS"), "{}", lines[0]);
    assert!(lines[4].starts_with(" 2  20") && lines[4].contains("Z  mcp  denied  "), "{}", lines[4]);
    assert!(lines[4].ends_with("  ModuleNotFoundError socket"), "{}", lines[4]);

    let shown = ask(&folder, &["history", "show", "2"]);
    assert!(shown.out.starts_with("no         2\nid         "), "{}", shown.out);
    assert!(shown.out.contains("\nrefused    socket\n") && shown.out.ends_with("\nkept       no\n"), "{}", shown.out);
    let id = listed[0]["id"].as_str().unwrap();
    let by_id: Value = serde_json::from_str(&ask(&folder, &["history", "show", id, "--json"]).out).unwrap();
    assert_eq!((&by_id["no"], &by_id["record"]), (&json!(5), &Value::Null));
    let not = ask(&folder, &["history", "replay", "1"]);
    let why = "what it depended on was not kept; history.keep (--history-keep) keeps it";
    assert_eq!((not.status, not.err), (2, format!("error: run 1 can't be repeated: {why}\n")));

    let stats: Value = serde_json::from_str(&ask(&folder, &["stats", "--json"]).out).unwrap();
    assert_eq!((&stats["runs"], &stats["ok"], &stats["success"]), (&json!(5), &json!(2), &json!(0.4)));
    assert_eq!(stats["refused"], json!([{"name": "socket", "runs": 1}]));
    let stats = ask(&folder, &["stats", "--status", "denied"]).out;
    assert!(stats.starts_with("runs     1, 0.0 % ok\n") && stats.ends_with("\nrefused  socket 1\n"), "{stats}");
    let chart = ask(&folder, &["stats", "--chart", "--status", "denied"]).out;
    assert!(chart.ends_with(&format!(" ms  {}  1\n", "#".repeat(40))), "{chart}");
}

#[test]
fn a_run_that_was_kept_is_shown_and_repeated() {
    let code = "import random\nprint(random.random(), n)\n'\u{1b}[2J'";
    let calls = [json!({"code": code, "inputs": {"n": 7}}), json!({"code": "import time; time.time()"})];
    let folder = ran(&["--history-keep"], &calls);
    let shown = ask(&folder, &["history", "show", "1"]).out;
    assert!(
        shown.contains(
            "\nkept       yes\n\nsource:\n    import random\n    print(random.random(), n)\n    '\\u{1b}[2J'\n"
        ),
        "{shown}"
    );
    assert!(shown.contains("\noutcome:\n{\n"), "{shown}");
    let note =
        "taipan: its clock was the system's; it stands still at the run's start now, so times and fuel may differ\n";
    let again = ask(&folder, &["history", "replay", "1"]);
    assert_eq!((again.status, again.err.as_str()), (0, note), "{}", again.out);
    assert_eq!(again.out, "the same: status ok\n");
    let differs = ask(&folder, &["history", "replay", "2"]);
    assert_eq!((differs.status, differs.err.as_str()), (5, note));
    assert!(differs.out.starts_with("not the same, - recorded, + now:\n"), "{}", differs.out);
}

#[test]
fn a_run_of_a_session_is_repeated_after_those_before_it() {
    for isolation in isolations() {
        let call = |code: &str| json!({"code": code, "session_id": "s", "inputs": {"k": 2}});
        let mut calls = vec![call("import random\nn = [random.random()]"), call("n.append(k)\n1 / 0")];
        // In the other isolation it would be the session's last.
        if isolation == "wasm" {
            calls.push(json!({"code": "while True: n.append(3)", "session_id": "s", "fuel": 1000}));
        }
        calls.push(call("print(n, random.random())\nlen(n)"));
        let flags = ["--isolation", isolation, "--history-keep", "--clock", "fixed"];
        let folder = ran(&flags, &calls);
        // A session of the same name in another process is another.
        run_in(folder.path(), &flags, &[call("n = k")]);
        let last = calls.len().to_string();
        let same = ask(&folder, &["history", "replay", &last]);
        assert_eq!((same.status, same.err.as_str()), (0, ""), "{}", same.out);
        assert!(same.out.starts_with("the same: status ok, ") && same.out.ends_with(" fuel units\n"), "{}", same.out);
        let failed = ask(&folder, &["history", "replay", "2"]);
        assert_eq!((failed.status, &failed.out[..24]), (0, "the same: status error, "));
        let other = ask(&folder, &["history", "replay", &(calls.len() + 1).to_string()]);
        assert_eq!((other.status, &other.out[..21]), (0, "the same: status ok, "));

        let rows = rusqlite::Connection::open(folder.path().join("h.db")).unwrap();
        rows.execute("DELETE FROM runs WHERE no = 1", ()).unwrap();
        let cut = ask(&folder, &["history", "replay", &last]);
        let why = "run 1 of its session is not in the history";
        assert_eq!((cut.status, cut.err), (2, format!("error: run {last} can't be repeated: {why}\n")));
        rows.execute("UPDATE runs SET record = NULL, kept = 'no' WHERE no = 2", ()).unwrap();
        let cut = ask(&folder, &["history", "replay", &last]);
        let why = "run 2 of its session: what it depended on was not kept; history.keep (--history-keep) keeps it";
        assert_eq!((cut.status, cut.err), (2, format!("error: run {last} can't be repeated: {why}\n")));
    }
}

#[test]
fn single_runs_are_in_it_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let run = |args: &[&str]| {
        let args = [&["run", "--isolation", "native"], args].concat();
        said(taipan().args(args).env("HOME", &home), b"")
    };
    let file = home.join(".local/state/taipan/history.db");
    assert_eq!(run(&["-c", "1"]).status, 0);
    assert!(!file.exists());
    assert_eq!(run(&["-c", "1", "--history"]), Said { status: 0, out: "1\n".into(), err: String::new() });
    let config = folder.path().join("t.toml");
    fs::write(&config, "[history]\nrun = true\nkeep = true\n").unwrap();
    assert_eq!(run(&["-c", "import random\nrandom.random() < 2", "--config", config.to_str().unwrap()]).out, "True\n");
    let list = said(taipan().args(["history", "--json"]).env("HOME", &home), b"");
    let list: Vec<Value> = serde_json::from_str(&list.out).unwrap();
    assert_eq!(
        list.iter().map(|row| (&row["door"], &row["kept"])).collect::<Vec<_>>(),
        [(&json!("run"), &json!("yes")), (&json!("run"), &json!("no"))]
    );
    let again = said(taipan().args(["history", "replay", "2"]).env("HOME", &home), b"");
    assert_eq!(again.status, 0, "{again:?}");
    // The switch is stronger than the wish.
    let off = said(
        taipan()
            .args(["run", "--isolation", "native", "-c", "1", "--history"])
            .env("HOME", &home)
            .env("TAIPAN_HISTORY", "false"),
        b"",
    );
    assert_eq!((off.status, off.err.as_str()), (0, ""));
    let list = said(taipan().args(["history", "--json"]).env("HOME", &home), b"");
    assert_eq!(serde_json::from_str::<Vec<Value>>(&list.out).unwrap().len(), 2);
}

#[test]
fn the_doors_can_be_told_to_write_none() {
    let folder = ran(&["--no-history"], &[json!({"code": "1"})]);
    assert!(!folder.path().join("h.db").exists());
    let none = ask(&folder, &["history"]);
    let way = "`taipan serve` and `taipan mcp` write one, and `taipan run --history`";
    assert_eq!((none.status, none.err), (2, format!("error: no history: h.db is not there; {way}\n")));
    let nowhere = said(taipan().args(["stats"]), b"");
    assert_eq!(nowhere.err, "error: no history: the user has no folder for it; name a file with --history-file\n");
}

#[test]
fn a_history_that_cannot_be_written_costs_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let run = |place: &str| {
        let run = ["run", "--isolation", "native", "-c", "6 * 7", "--history"];
        said(taipan().args(run).env("TAIPAN_HISTORY_FILE", place).current_dir(folder.path()), b"")
    };
    let answered = |said: Said| {
        assert_eq!((said.status, said.out.as_str()), (0, "42\n"));
        said.err
    };
    let note = |text: &str| format!("taipan: history {text}; runs go on without it\n");
    fs::write(folder.path().join("text"), "x".repeat(5000)).unwrap();
    let away = "move it away, and the next run begins another";
    assert_eq!(answered(run("text")), note(&format!("text: it is no database; {away}")));
    fs::write(folder.path().join("short"), "x").unwrap();
    assert_eq!(answered(run("short")), note(&format!("short: it is no database; {away}")));
    assert_eq!(answered(run(".")), note(".: is a directory"));
    assert_eq!(answered(run("text/h.db")), note("text/h.db: not a directory"));
    // An empty file is a new one.
    fs::write(folder.path().join("empty"), "").unwrap();
    assert_eq!(answered(run("empty")), "");
    assert_eq!(answered(run("made/on/the/way.db")), "");
    let bad = |args: &[&str]| said(taipan().args(args).current_dir(folder.path()), b"").err;
    assert_eq!(
        bad(&["history", "--history-file", "text"]),
        format!("error: history text: it is no database; {away}\n")
    );
    fs::write(folder.path().join("none"), "").unwrap();
    assert_eq!(bad(&["stats", "--history-file", "none"]), "error: history none: it is empty: nothing has run yet\n");
    assert_eq!(bad(&["history", "--history-file", "."]), "error: history .: is a folder; name a file\n");
    let show = |run: &str| bad(&["history", "show", run, "--history-file", "empty"]);
    for run in ["9", "99999999999999999999", "x; DROP TABLE runs", ""] {
        let text = format!("error: there is no run `{run}` in the history; `taipan history` lists them\n");
        assert_eq!(show(run), text);
    }
    let list = |args: &[&str]| bad(&[&["history", "--history-file", "empty"], args].concat());
    let statuses = "ok, error, exit, denied, fuel, timeout, memory, output, cancelled, crashed";
    assert_eq!(list(&["--status", "fine"]), format!("error: --status: `fine` is none of {statuses}\n"));
    assert_eq!(list(&["--door", "back"]), "error: --door: `back` is none of run, mcp, http\n");
    let since = "is no time; write one such as 2026-01-01T00:00:00Z, or a span such as 24h";
    assert_eq!(list(&["--since", "yesterday"]), format!("error: --since: `yesterday` {since}\n"));
}

/// A file system that takes nothing more: every write beyond the first block fails.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_costs_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["run", "--isolation", "native", "-c", "6 * 7", "--history"];
    let mut shell = std::process::Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
    shell.args(["-c", script, env!("CARGO_BIN_EXE_taipan")]).args(run);
    let said = said(
        shell.env_clear().env("TAIPAN_HISTORY_FILE", "h.db").env("PATH", "/bin:/usr/bin").current_dir(folder.path()),
        b"",
    );
    assert_eq!((said.status, said.out.as_str()), (0, "42\n"));
    let why = "h.db: the disk does not take or give what it should; runs go on without it\n";
    assert_eq!(said.err, format!("taipan: history {why}"));
}

#[test]
fn a_kill_loses_at_most_the_run_in_flight() {
    for at in 1..=8 {
        let folder = tempfile::tempdir().unwrap();
        let (file, log) = (folder.path().join("h.db").display().to_string(), folder.path().join("audit.log"));
        let mut session = Session::greeted(&["--history-file", &file, "--audit", log.to_str().unwrap()]);
        for run in 0..at {
            session.call("run_python", json!({"code": format!("{run}")}));
        }
        // One more is on its way in when the process ends.
        session.start_call("run_python", json!({"code": "sum(range(1000))"}));
        session.kill();
        let found = rows(&folder, &[]).len();
        assert!((at..=at + 1).contains(&found), "{found} of {at}");
        let lines = fs::read_to_string(&log).unwrap().lines().count();
        assert!((at..=at + 1).contains(&lines), "{lines} of {at}");
        // The next process goes on with what is there.
        run_in(folder.path(), &["--audit", log.to_str().unwrap()], &[json!({"code": "1"})]);
        assert_eq!(rows(&folder, &[]).len(), found + 1);
        let verified = said(taipan().args(["audit", "verify"]).arg(&log), b"");
        assert_eq!(verified.status, 0, "{}", verified.out);
    }
}

#[test]
fn help() {
    let text = |args: &[&str]| said(taipan().args(args), b"").out;
    golden("help_history", &text(&["history", "--help"]));
    golden("help_history_show", &text(&["history", "show", "--help"]));
    golden("help_history_replay", &text(&["history", "replay", "--help"]));
    golden("help_stats", &text(&["stats", "--help"]));
}
