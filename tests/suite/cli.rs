//! The command line: what it prints where, its flags and its exit status.

use std::path::Path;
use std::process::Stdio;

use taipan::{Engine, Isolation};

use crate::command::{Said, code, run, taipan, taipan_in};

fn ok(out: &str) -> Said {
    Said { status: 0, out: out.into(), err: String::new() }
}

pub(crate) fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/cli"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn talk(text: &str) -> String {
    format!("taipan: {text}\n")
}

#[test]
fn help_and_version() {
    let here = Path::new(".");
    golden("help", &taipan_in(here, &["--help"], b"").out);
    golden("help_run", &taipan_in(here, &["run", "--help"], b"").out);
    golden("help_repl", &taipan_in(here, &["repl", "--help"], b"").out);
    golden("help_check", &taipan_in(here, &["check", "--help"], b"").out);
    golden("help_config", &taipan_in(here, &["config", "show", "--help"], b"").out);
    golden("help_tool_schema", &taipan_in(here, &["tool-schema", "--help"], b"").out);
    golden("help_audit", &taipan_in(here, &["audit", "verify", "--help"], b"").out);
    golden("help_md", &taipan_in(here, &["md", "--help"], b"").out);
    golden("help_mcp", &taipan_in(here, &["mcp", "--help"], b"").out);
    golden("help_serve", &taipan_in(here, &["serve", "--help"], b"").out);
    golden("help_token", &taipan_in(here, &["token", "--help"], b"").out);
    golden("help_modules", &taipan_in(here, &["modules", "--help"], b"").out);
    golden("help_replay", &taipan_in(here, &["replay", "--help"], b"").out);
    golden("help_snap", &taipan_in(here, &["snap", "--help"], b"").out);
    golden("help_doctor", &taipan_in(here, &["doctor", "--help"], b"").out);
    assert_eq!(taipan_in(here, &["run", "-h"], b""), taipan_in(here, &["run", "--help"], b""));
    assert_eq!(taipan_in(here, &["--version"], b""), ok(concat!("taipan ", env!("CARGO_PKG_VERSION"), "\n")));
    let bare = taipan_in(here, &[], b"");
    assert_eq!((bare.status, bare.err), (2, taipan_in(here, &["--help"], b"").out));
}

#[test]
fn modules_as_a_table_and_as_json() {
    let table = taipan_in(Path::new("."), &["modules"], b"");
    assert_eq!((table.status, table.err.as_str()), (0, ""));
    golden("modules", &table.out);
    let json = taipan_in(Path::new("."), &["modules", "--json"], b"");
    let json: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json.len(), taipan::modules().len());
    assert_eq!(json.len() + 1, table.out.lines().count());
    let math = json.iter().find(|module| module["name"] == "math").unwrap();
    assert_eq!((math["provided"].as_str(), math["tier"].as_str()), (Some("native"), Some("standard")));
}

#[test]
fn a_trailing_expression_is_printed_as_its_repr() {
    assert_eq!(code("print('a'); 'b'"), ok("a\n'b'\n"));
    assert_eq!(code("x = 5"), ok(""));
    assert_eq!(code("None"), ok(""));
    assert_eq!(code("-1"), ok("-1\n"));
    assert_eq!(run(&["--code=-2"]), ok("-2\n"));
}

#[test]
fn programs_come_from_files_and_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a b.py"), "1 / 0\n").unwrap();
    let error = "ZeroDivisionError: division by zero\n";
    let text = |name| {
        format!(
            "Traceback (most recent call last):\n  File \"{name}\", line 1, in <module>\n    1 / 0\n    ~~^~~\n{error}"
        )
    };
    let file = taipan_in(folder.path(), &["run", "a b.py"], b"");
    assert_eq!((file.status, file.err), (1, text("a b.py")));
    let stdin = taipan_in(folder.path(), &["run", "-"], b"1 / 0");
    assert_eq!((stdin.status, stdin.err), (1, text("<stdin>")));
    assert_eq!(code("1 / 0").err, text("<string>"));
}

#[test]
fn both_streams_go_where_they_belong() {
    let said = code("import sys; print('out'); print('err', file=sys.stderr)");
    assert_eq!(said, Said { status: 0, out: "out\n".into(), err: "err\n".into() });
}

#[test]
fn exit_statuses() {
    for (source, status) in [
        ("pass", 0),
        ("raise ValueError", 1),
        ("(", 1),
        ("raise SystemExit", 0),
        ("raise SystemExit(7)", 7),
        ("raise SystemExit(-1)", 255),
        ("raise SystemExit(256)", 0),
        ("raise SystemExit('text')", 1),
        ("import sys; sys.exit(3)", 3),
        ("import socket", 3),
        ("while True: pass", 4),
    ] {
        assert_eq!(run(&["--fuel", "100000", "-c", source]).status, status, "{source}");
    }
    assert_eq!(code("raise SystemExit('text')").err, "text\n");
}

#[test]
fn each_limit_is_told_in_plain_words_with_the_flag_that_raises_it() {
    let said = run(&["--fuel", "50_000", "-c", "print('before')\nwhile True: pass"]);
    assert_eq!((said.status, said.out.as_str()), (4, "before\n"));
    let text = said.err.strip_prefix("taipan: stopped: the fuel limit of 50,000 units was exhausted after ").unwrap();
    assert!(text.ends_with(" ms; raise it with --fuel\n"), "{text}");

    let said = run(&["--timeout", "50ms", "-c", "print('before')\nwhile True: pass"]);
    assert_eq!((said.status, said.out.as_str()), (4, "before\n"));
    let text = said.err.strip_prefix("taipan: stopped: the time limit of 50 ms was exhausted after ").unwrap();
    assert!(text.ends_with(" fuel units; raise it with --timeout\n"), "{text}");

    let said =
        run(&["--memory", "8MiB", "-c", "print('before')\nx = []\nwhile True: x.append('a' * 100000 + str(len(x)))"]);
    assert_eq!((said.status, said.out.as_str()), (4, "before\n"));
    let text =
        said.err.strip_prefix("taipan: stopped: the memory limit of 8 MiB was exhausted; the program asked for ");
    assert!(text.unwrap().ends_with("; raise it with --memory\n"), "{text:?}");

    let said = run(&["--output", "10B", "-c", "while True: print('hello')"]);
    let expected = talk("stopped: standard output reached its limit of 10 bytes; raise it with --output");
    assert_eq!(said, Said { status: 4, out: "hello\nhell".into(), err: expected });

    let said = run(&["--output", "10B", "-c", "import sys\nwhile True: print('hello', file=sys.stderr)"]);
    let expected = talk("stopped: standard error reached its limit of 10 bytes; raise it with --output");
    assert_eq!(said, Said { status: 4, out: String::new(), err: format!("hello\nhell{expected}") });

    let said = run(&["--source", "10B", "-c", "print('hello')"]);
    let expected =
        talk("stopped: the program's text has 14 bytes, more than the limit of 10 bytes; raise it with --source");
    assert_eq!(said, Said { status: 4, out: String::new(), err: expected });

    let said = run(&["--value-bytes", "1KiB", "-c", "'x' * 2000"]);
    assert_eq!(said.status, 4);
    let expected = "stopped: the value of the last expression has 2,008 bytes, more than the limit of 1 KiB; raise it with --value-bytes";
    assert_eq!(said.err, talk(expected));

    let said = run(&["--value-depth", "2", "-c", "[[[1]]]"]);
    let expected =
        "stopped: the value of the last expression is nested deeper than the limit of 2; raise it with --value-depth";
    assert_eq!((said.status, said.err), (4, talk(expected)));
}

#[test]
fn flags_may_raise_the_defaults() {
    assert_eq!(run(&["--output", "2MiB", "-c", "print('x' * 1_500_000)"]).status, 0);
    assert_eq!(run(&["--recursion", "3000", "-c", "def f(n): return n and f(n - 1)\nf(2500)"]), ok("0\n"));
    assert_eq!(
        run(&["--value-depth", "100", "--value-bytes", "2MiB", "-c", "x = []\nfor i in range(80): x = [x]\nx"]).status,
        0
    );
    let long = format!("{}5", "\n".repeat(300 << 10));
    assert_eq!(taipan_in(Path::new("."), &["run", "--source", "400KiB", "-"], long.as_bytes()), ok("5\n"));
}

#[test]
fn refusals_that_the_program_caught_are_told() {
    let source = "def ask():\n    try:\n        import socket\n    except ImportError:\n        pass\nask()\n5";
    let reason = "module 'socket' is refused by policy: a run has no network; pass the data in as an input";
    assert_eq!(code(source), Said { status: 0, out: "5\n".into(), err: talk(&format!("denied: line 3: {reason}")) });
    let many = format!("for i in range(7):{}", source.strip_prefix("def ask():").unwrap().replace("ask()\n5", ""));
    let said = code(&many);
    assert_eq!(said.err.lines().count(), 6);
    assert_eq!(said.err.lines().last(), Some("taipan: denied: 2 more; --json lists them"));
    let said = code("import socket");
    assert_eq!(said.status, 3);
    assert!(said.err.ends_with(&format!("ModuleNotFoundError: {reason}\n")), "{}", said.err);
}

#[test]
fn policy_comes_from_a_file_and_flags() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.toml"), "deny = ['re']\nclock = 'fixed'\nseed = 7\n").unwrap();
    let run = |args: &[&str], code: &str| {
        let all: Vec<&str> = [&["run", "--policy", "p.toml"], args, &["-c", code]].concat();
        taipan_in(folder.path(), &all, b"")
    };
    assert_eq!(run(&[], "import time; time.time()"), ok("1767225600.0\n"));
    assert_eq!(run(&["--clock", "1970-01-01T00:00:09Z"], "import time; time.time()"), ok("9.0\n"));
    let draw = "import _random; _random.Random().random()";
    assert_eq!(run(&[], draw), run(&["--seed", "7"], draw));
    assert_ne!(run(&[], draw), run(&["--seed", "8"], draw));
    let said = run(&[], "import re");
    assert_eq!(said.status, 3);
    assert!(said.err.ends_with("ModuleNotFoundError: module 're' is refused by policy: this run's policy denies it\n"));
    assert_eq!(run(&["--deny", "json"], "import json").status, 3);
    let said = run(&["--allow", "re"], "1");
    assert_eq!((said.status, said.err.as_str()), (2, "error: invalid policy: `re` is both allowed and denied\n"));
}

#[test]
fn inputs_are_variables() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("prices.json"), "[1.5, 2.0]\n").unwrap();
    let run = |args: &[&str], input: &[u8]| taipan_in(folder.path(), &[&["run"], args].concat(), input);
    assert_eq!(run(&["--input", "n=5", "--input", "s=\"a\"", "-c", "(n, s)"], b""), ok("(5, 'a')\n"));
    assert_eq!(run(&["--input", "p=@prices.json", "-c", "sum(p)"], b""), ok("3.5\n"));
    assert_eq!(run(&["--input", "d=@-", "-c", "d['k']"], br#"{"k": null, "l": 1}"#), ok(""));
    assert_eq!(
        run(&["--input", "b=123456789012345678901234567890", "-c", "b + 1"], b""),
        ok("123456789012345678901234567891\n")
    );
}

#[test]
fn json_is_the_outcome_on_one_line() {
    let said = run(&["--json", "-c", "print('a')\n{'k': (1, 2)}"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(said.out.matches('\n').count(), 1);
    let outcome: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let fields: Vec<&str> = outcome.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "id",
            "status",
            "value",
            "repr",
            "stdout",
            "stderr",
            "error",
            "limit",
            "denials",
            "warnings",
            "files",
            "truncated",
            "usage",
            "isolation"
        ]
    );
    assert_eq!((outcome["status"].as_str(), outcome["stdout"].as_str()), (Some("ok"), Some("a\n")));

    let said = run(&["--json", "--fuel", "1000", "-c", "while True: pass"]);
    let outcome: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.status, said.err.as_str()), (4, ""));
    assert_eq!(outcome["limit"], serde_json::json!({"kind": "fuel", "limit": 1000, "used": 1001}));

    let said = run(&["--json", "-c", "raise SystemExit(9)"]);
    let outcome: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.status, outcome["status"].as_str()), (9, Some("exit")));
}

#[test]
fn the_isolation_is_chosen_by_name() {
    assert_eq!(run(&["--isolation", "native", "-c", "1"]), ok("1\n"));
    let said = run(&["--isolation", "wasm", "-c", "1"]);
    let text = "error: unsupported: this build of taipan has no guest, so it has no wasm isolation: `make build` \
                builds one into it; `native` by name does without\n";
    let has_guest = Engine::builder().isolation(Isolation::Wasm).build().is_ok();
    let without = Said { status: 2, out: String::new(), err: text.into() };
    assert_eq!(said, if has_guest { ok("1\n") } else { without });
}

#[test]
fn a_reader_that_has_seen_enough_is_no_trouble() {
    for args in [&["run", "-c", "while True: print(1)"][..], &["modules"], &["run", "--json", "-c", "'x' * 1_000_000"]]
    {
        let mut command = taipan();
        let mut child = command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.code().is_some(), "a signal ended taipan {args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn no_colour_where_no_terminal_is() {
    let said = run(&["--fuel", "10", "-c", "while True: pass"]);
    assert!(!said.err.contains('\x1b'), "{:?}", said.err);
    assert!(!run(&["--nonsense"]).err.contains('\x1b'));
    // What the program prints is its own affair.
    assert_eq!(code("print('\\x1b[1mbold\\x1b[0m')"), ok("\x1b[1mbold\x1b[0m\n"));
}
