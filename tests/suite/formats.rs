//! Renderings of one outcome for its readers: each shape of the same runs is a golden.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use taipan::format::{TEXT_CHARS, anthropic, exit_status, markdown, openai, text};
use taipan::{Engine, Isolation, Limits, Outcome, Policy, Status};

use crate::cli::golden;
use crate::command::{said, taipan, taipan_in};
use crate::integrations::python;

/// What each shape must say something sensible about.
const PROGRAMS: [(&str, &str); 19] = [
    ("value and output", "print('hi')\n{'total': 6 * 7}"),
    ("value alone", "6 * 7"),
    ("value of several lines", "import array\nclass Table:\n    def __repr__(self): return 'a  b\\n1  2'\nTable()"),
    ("output alone", "import sys\nprint('out')\nprint('err', file=sys.stderr)"),
    ("output without a line end", "print('half', end='')\n1"),
    ("nothing", "x = 1"),
    ("raised", "prices = [1, 2]\ntotal = 0\nprint('start')\nfor i in range(3):\n    total += prices[i]\ntotal"),
    ("raised without a message", "def f():\n    raise ValueError\nf()"),
    ("no such name", "a = 1\nb"),
    ("no Python", "for i in range(3)\n    print(i)"),
    ("refused", "print('before')\nimport socket"),
    ("refused and caught", "try:\n    import socket\nexcept ImportError:\n    print('none')"),
    ("misspelt module", "import jsn"),
    ("exit", "print('bye')\nraise SystemExit(3)"),
    ("fuel", "print('start')\nwhile True: pass"),
    ("output without end", "while True: print('spam')"),
    ("fences", "print('```')\nprint('````python')"),
    (
        "files",
        "import os\nprint('made', end='')\nos.mkdir('out')\nopen('out/a.csv', 'w').write('1,2')\n\
         open('dot.gif', 'wb').write(b'GIF89a')\nopen('a\\n```\\x1b[2J', 'w').close()",
    ),
    ("files and an error", "open('until.txt', 'w').close()\n1 / 0"),
];

fn engine() -> Engine {
    let limits = Limits { fuel: 20_000, output: 40, ..Limits::default() };
    let policy = Policy::from_toml("clock = 'fixed'\nseed = 1").unwrap();
    Engine::builder().isolation(Isolation::Native).workers(1).limits(limits).policy(policy).build().unwrap()
}

/// An outcome without what differs from one machine to the next.
fn outcome(engine: &Engine, source: &str) -> Outcome {
    let mut outcome = engine.prepare(source).id("run-1").run().unwrap();
    outcome.usage.wall_us = 4_000;
    outcome.usage.memory_peak_bytes = 0;
    outcome
}

fn all(render: impl Fn(&Outcome, &str) -> String) -> String {
    let engine = engine();
    PROGRAMS
        .iter()
        .map(|(name, source)| format!("=== {name}\n{}\n", render(&outcome(&engine, source), source)))
        .collect()
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

#[test]
fn each_shape_of_the_same_runs() {
    golden("format_text", &all(|outcome, source| text(outcome, source, TEXT_CHARS)));
    golden("format_markdown", &all(|outcome, _| markdown(outcome)));
    golden("format_json", &all(|outcome, _| pretty(outcome)));
    golden("format_openai", &all(|outcome, source| pretty(&openai(outcome, source))));
    golden("format_anthropic", &all(|outcome, _| pretty(&anthropic(outcome))));
}

#[test]
fn each_limit_has_its_way_out() {
    let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
    let small =
        Limits { memory: 1 << 20, source: 200, value_bytes: 100, value_depth: 3, output: 10, ..Limits::default() };
    let said = |source: &str, limits: &Limits| {
        let outcome = engine.prepare(source).limits(limits).run().unwrap();
        let said = text(&outcome, source, TEXT_CHARS);
        let lines: Vec<String> = said.lines().take(2).map(String::from).collect();
        lines.join("\n")
    };
    assert_eq!(
        said("'x' * 200", &small),
        "stopped: the last expression's value has 208 bytes, more than the limit of 100 bytes\n\
         hint: end with a summary or a slice of the value"
    );
    assert_eq!(
        said("[[[[1]]]]", &small),
        "stopped: the last expression's value is nested deeper than the limit of 3\n\
         hint: end with a flatter value, or with its repr()"
    );
    assert_eq!(
        said(&"1\n".repeat(150), &small),
        "stopped: the code has 300 bytes, more than the limit of 200 bytes; nothing ran\n\
         hint: send less code, and pass data as an input in place of literals"
    );
    let short = Limits { deadline: std::time::Duration::from_millis(50), ..Limits::default() };
    assert_eq!(
        said("while True: pass", &short),
        "stopped: the time limit of 50 ms passed\n\
         hint: look for a loop or a sleep that does not end, or split the work over several runs"
    );
}

#[test]
fn a_text_keeps_within_its_bound() {
    let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
    let sources = [
        "print('o' * 100_000)\n'v' * 100_000",
        "print('é' * 100_000)\nraise ValueError('m' * 100_000)",
        "import sys\nprint('\\n' * 50_000)\nsys.stderr.write('e' * 100_000)\n1 / 0",
        &format!("x = '{}'\n1 / 0  # {}", "a".repeat(50_000), "b".repeat(50_000)),
    ];
    for source in sources {
        let outcome = engine.run(source).unwrap();
        for most in [0, 1, 50, 500, 2_000, TEXT_CHARS] {
            let said = text(&outcome, source, most);
            assert!(said.chars().count() <= most, "{most}: {}", said.chars().count());
        }
    }
    // The answer keeps its place, and what is left out is counted.
    let outcome = engine.run(sources[0]).unwrap();
    let said = text(&outcome, sources[0], 1_000);
    assert!(said.starts_with("value:\n'vvvv"), "{said}");
    assert_eq!(said.matches(" characters left out ...]\n").count(), 2, "{said}");
    let outcome = engine.run(sources[1]).unwrap();
    let said = text(&outcome, sources[1], 3_000);
    assert!(said.starts_with("error: ValueError: mmm"), "{said}");
    assert!(said.contains("\n> 2 | raise ValueError('m' * 100_000)\n"), "{said}");
}

#[test]
fn a_text_names_files() {
    let engine = engine();
    let source = "for n in range(12): open(f'{n:02}.txt', 'w').write('x' * n)";
    let said = text(&outcome(&engine, source), source, TEXT_CHARS);
    let named: String = (0..10).map(|n| format!("file: {n:02}.txt, {n} bytes\n")).collect();
    assert_eq!(said, format!("{named}and 2 files more\n"));
}

#[test]
fn a_file_whose_content_is_elsewhere_is_named_all_the_same() {
    let engine = engine();
    let source = "open('dot.gif', 'wb').write(b'GIF89a')\nNone";
    let mut outcome = outcome(&engine, source);
    outcome.files[0].content = None;
    let line = "file: dot.gif, 6 bytes, image/gif\n";
    assert_eq!(openai(&outcome, source)["outputs"], json!([{"type": "logs", "logs": line}]));
    assert_eq!(
        anthropic(&outcome)["content"]["content"],
        json!([{"type": "code_execution_output", "file_id": "dot.gif"}])
    );
    assert_eq!(markdown(&outcome), format!("```text taipan\n{line}```\n"));
}

#[test]
fn the_vendors_clients_read_their_shapes() {
    let Some(python) = python("python-clients") else { return };
    let folder = tempfile::tempdir().unwrap();
    let engine = engine();
    let made: Vec<String> = PROGRAMS
        .iter()
        .map(|(_, source)| {
            let outcome = outcome(&engine, source);
            json!([openai(&outcome, source), anthropic(&outcome)]).to_string()
        })
        .collect();
    fs::write(folder.path().join("made.jsonl"), made.join("\n")).unwrap();
    // What the types do not know, and what they would read in another way, comes out as something else.
    let read = "
import json
from anthropic.types import CodeExecutionToolResultBlock as Block
from openai.types.responses import ResponseCodeInterpreterToolCall as Call
for line in open('made.jsonl'):
    for model, made in zip((Call, Block), json.loads(line)):
        read = model.model_validate(made, strict=True)
        assert not read.model_extra and read.model_dump() == made, (made, read)
        parts = read.outputs if model is Call else [read.content, *read.content.content]
        assert not any(part.model_extra for part in parts), read
    print('read')
";
    let said = said(Command::new(python).args(["-c", read]).env_clear().current_dir(&folder), b"");
    assert_eq!((said.status, said.out.as_str()), (0, "read\n".repeat(PROGRAMS.len()).as_str()), "{}", said.err);
}

#[test]
fn what_the_code_prints_cannot_end_its_block() {
    let engine = engine();
    let said = markdown(&outcome(&engine, "print('`````\\n# not a heading')"));
    assert_eq!(said, "``````text taipan\n`````\n# not a heading\n``````\n");
    assert_eq!(markdown(&outcome(&engine, "pass")), "");
}

#[test]
fn endings_without_an_exception_have_words() {
    let engine = engine();
    let mut outcome = outcome(&engine, "1");
    outcome.repr = String::new();
    for (status, said, code) in [
        (Status::Cancelled, "stopped: the run was cancelled\n", 2),
        (Status::Crashed, "stopped: the interpreter broke; the next run gets a fresh one\n", 2),
    ] {
        outcome.status = status;
        assert_eq!(text(&outcome, "1", TEXT_CHARS), said);
        assert_eq!(anthropic(&outcome)["content"]["stderr"], said);
        assert_eq!(openai(&outcome, "1")["status"], "failed");
        assert_eq!(exit_status(&outcome), code);
    }
}

#[test]
fn the_command_line_prints_each_shape_to_standard_output() {
    let run = |format: &str, code: &str| {
        let said = taipan_in(Path::new("."), &["run", "--format", format, "-c", code], b"");
        assert_eq!(said.err, "", "{format}");
        (said.status, said.out)
    };
    assert_eq!(run("text", "print('a')\n'b'"), (0, "value: 'b'\noutput:\na\n".into()));
    assert_eq!(run("markdown", "print('a')\n'b'"), (0, "```text taipan\na\n'b'\n```\n".into()));
    let (status, out) = run("text", "1 / 0");
    assert_eq!(status, 1);
    let hint = "test the divisor for zero before dividing";
    assert_eq!(out, format!("error: ZeroDivisionError: division by zero\nat line 1:\n> 1 | 1 / 0\nhint: {hint}\n"));
    let (status, out) = run("openai", "import socket");
    let item: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, item["status"].as_str(), out.matches('\n').count()), (3, Some("failed"), 1));
    let (_, out) = run("anthropic", "1");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap()["content"]["stdout"], "1\n");
    let json = taipan_in(Path::new("."), &["run", "--format", "json", "--isolation", "native", "-c", "1"], b"");
    assert!(json.out.contains(r#""status":"ok","value":1"#), "{}", json.out);

    let folder = tempfile::tempdir().unwrap();
    let made = "open('dot.gif', 'wb').write(b'GIF89a')\nNone";
    let args = ["run", "--format", "openai", "--out", folder.path().to_str().unwrap(), "-c", made];
    let said = said(taipan().args(args).args(["--isolation", "native"]), b"");
    let item: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(item["outputs"], json!([{"type": "logs", "logs": "file: dot.gif, 6 bytes, image/gif\n"}]));
    assert_eq!(fs::read(folder.path().join("dot.gif")).unwrap(), b"GIF89a");

    let said = taipan_in(Path::new("."), &["run", "--json", "--format", "text", "-c", "1"], b"");
    assert_eq!(said.status, 2);
    assert!(
        said.err.starts_with("error: the argument '--json' cannot be used with '--format <FORMAT>'"),
        "{}",
        said.err
    );
    let said = taipan_in(Path::new("."), &["run", "--format", "xml", "-c", "1"], b"");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("[possible values: text, markdown, json, openai, anthropic]"), "{}", said.err);
}
