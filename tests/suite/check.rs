//! What the check says of programs that it does not run.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use taipan::check::{Code, Severity, check};
use taipan::{Limits, Policy};

use crate::case::root;
use crate::cli::golden;
use crate::command::{Said, taipan_in};

fn found(source: &str) -> Vec<String> {
    let findings = check(source, &Policy::default(), &Limits::default(), &[]).unwrap();
    findings.iter().map(ToString::to_string).collect()
}

/// Each code, where it is found and where something near it is not.
const SOURCES: [&str; 62] = [
    // Syntax
    "for i in range(3)\n    print(i)",
    "x = (1,\n",
    "def f():\nreturn 1",
    "é = 'ü' 1",
    "return 5",
    "def f():\n    nonlocal x",
    "x = 1\0",
    "await f()",
    // Imports
    "import socket",
    "import os.path, numpy as np, json",
    "from requests import get",
    "import jsn",
    "import xml.frobnicate",
    "from . import helper",
    "try:\n    import socket\nexcept ImportError:\n    socket = None",
    "try:\n    import socket\nfinally:\n    pass",
    "def f():\n    import subprocess",
    "from collections import *\ndeque()",
    // Calls
    "import os\nos.system('ls')",
    "import os as o\no.link('x', 'y')",
    "from os import system as run\nrun('ls')",
    "input('name? ')",
    "def input(text): return text\ninput('name? ')",
    "open('absent.txt')",
    // Names
    "print(totl)\ntotal = 1",
    "jso.dumps(1)",
    "json.dumps(1)",
    "def f(a, *b, c=1, **d): return a, b, c, d\nlambda e: e",
    "[x for x in y]",
    "class A:\n    b: Missing = 1\n    def f(self) -> Missing: return __class__",
    "match [1]:\n    case [a, *b]: print(a, b)\n    case {'k': c, **d}: print(c, d)\n    case e: print(e)",
    "try:\n    pass\nexcept ValueError as e:\n    print(e)",
    "with f() as (g, h): print(g, h)\nimport a.b",
    "exec('x = 1')\nprint(x)",
    "def f[T](x: T) -> T: return x\ntype L[U] = list[U]",
    "print(x := 5, x)\nfor i, (j, k) in []: print(i, j, k)\ndel i",
    "def f():\n    global late\n    late = 1\nprint(late)",
    "print(__name__, __doc__, __file__)",
    "breakpoint()",
    // Loops
    "while True:\n    x = 1",
    "while 1:\n    for i in []:\n        break",
    "while True:\n    if x: break\nelse:\n    x = 1",
    "while True:\n    for i in []:\n        pass\n    else:\n        break",
    "def f():\n    while True:\n        yield 1",
    "while True:\n    def f(): return 1",
    "import sys\nwhile True:\n    sys.exit()",
    "while False: pass\nwhile 0.0: pass\nwhile x: pass\nx = 1",
    "import itertools\nfor i in itertools.count(): print(i)",
    "from itertools import repeat\nsum(repeat(1))\nsum(repeat(1, 5))",
    "from itertools import count\nfor i in count():\n    if i: break",
    // Sizes
    "for i in range(10**9): pass",
    "[i for i in range(0, 10**12, 5)]\nlist(range(1 << 40))\n5 in range(10**12)",
    "for i in range(1000): pass",
    "'x' * 10**10\n[0] * 10**9\n10**10**10\n1 << 10**12\n2**100",
    // Nesting
    "if 1:\n if 1:\n  if 1:\n   if 1:\n    if 1:\n     if 1:\n      if 1:\n       if 1:\n        if 1:\n         if 1:\n          if 1:\n           pass",
    // Internals and dynamic code
    "().__class__.__base__.__subclasses__()",
    "getattr(f, '__globals__')\nf = 1",
    "self = 1\nself.__class__.__name__",
    "eval('1')\nexec('2')\n__import__('os')\ncompile('3', 'f', 'eval')",
    "import re\nre.compile('x')\ndef eval(x): pass",
    "",
    "# only a comment",
];

#[test]
fn each_finding() {
    let mut text = String::new();
    for source in SOURCES {
        let _ = writeln!(text, "=== {}", source.replace('\n', "\n    ").replace('\0', "\\0"));
        for finding in found(source) {
            let _ = writeln!(text, "{finding}");
        }
    }
    golden("check_findings", &text);
    for code in Code::ALL.iter().filter(|code| !matches!(code, Code::SourceSize | Code::LongCode)) {
        assert!(text.contains(&format!(": {code}: ")), "{code}");
    }
}

#[test]
fn policy_limits_and_inputs_count() {
    let policy = Policy { deny: vec!["json".into()], ..Policy::default() };
    let limits = Limits { fuel: 100, source: 60, memory: 1 << 20, ..Limits::default() };
    let found = |source: &str, inputs: &[&str]| -> Vec<String> {
        let findings = check(source, &policy, &limits, inputs).unwrap();
        findings.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        found("import json.decoder", &[]),
        ["1:8: error: module-refused: module 'json' is refused by policy: this run's policy denies it"]
    );
    assert_eq!(
        found("for i in range(101): pass", &[]),
        ["1:10: warning: huge-range: 101 turns, beyond the fuel limit of 100 units"]
    );
    assert_eq!(
        found("b'x' * 2_000_000", &[]),
        ["1:1: warning: huge-literal: a repetition of 2,000,000 bytes, beyond the memory limit of 1 MiB"]
    );
    assert_eq!(
        found(&"#".repeat(61), &[]),
        ["1:1: error: source-size: the code has 61 bytes, more than the limit of 60 bytes"]
    );
    assert_eq!(found("interest + 1", &["interest"]), [""; 0]);
    assert_eq!(
        found("interest + 1", &[]),
        ["1:1: error: name-unresolved: name 'interest' is not defined; pass it as an input if it is one"]
    );
}

#[test]
fn long_texts() {
    assert_eq!(found(&"\n".repeat(2001)), ["1:1: warning: long-code: 2,001 lines; data belongs in an input"]);
    let wide = Limits { source: 16 << 20, ..Limits::default() };
    let source = format!("x = {:?}\ny = [{}]", "a".repeat(70_000), "0,".repeat(10_001));
    let findings = check(&source, &Policy::default(), &wide, &[]).unwrap();
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            "1:5: warning: huge-literal: a text of 70,000 bytes in the code; pass such data as an input",
            "2:5: warning: huge-literal: a list of 10,001 items in the code; pass such data as an input",
        ]
    );
    let findings = check(&"#".repeat(2 << 20), &Policy::default(), &wide, &[]).unwrap();
    let text = "1:1: error: source-size: the code has 2 MiB, more than the limit of 1 MiB";
    assert_eq!(findings.iter().map(ToString::to_string).collect::<Vec<_>>(), [text]);
    let many = "import socket\n".repeat(150);
    assert_eq!(found(&many).len(), 100);
}

/// Text made to break a parser: each must have an answer, and the process must live.
#[test]
fn hostile_texts() {
    const SIZE: usize = 200_000;
    let filled = |unit: &str, end: &str| format!("x = {}{end}", unit.repeat(SIZE / unit.len()));
    let units = [
        "-",
        "~",
        "not ",
        "await ",
        "lambda: ",
        "(",
        "[",
        "{",
        "f(",
        "1 if 1 else ",
        "x ** ",
        "a.",
        "1 + ",
        "1,",
        "[1],",
        "f'{",
        "'a' ",
        "x[",
        "{1:",
        "(-",
        "yield ",
        "*",
        "x = ",
        "x and ",
        "1 < ",
        "\\\n",
        "\"",
        "'''",
        "\u{feff}",
    ];
    for unit in units {
        for end in ["", "1"] {
            // What is found is the parser's affair; that something comes back is ours.
            let findings = found(&filled(unit, end));
            assert!(findings.len() <= 100, "{unit}");
        }
    }
    let deep = "an expression nests too deeply to be compiled";
    for unit in ["-", "~", "not ", "lambda: ", "1 + ", "a."] {
        assert_eq!(found(&filled(unit, "b")), [format!("1:1: error: syntax: {deep}")], "{unit}");
    }
    let blocks: String = (0..99).map(|n| format!("{}if 1:\n", " ".repeat(n))).collect();
    assert!(!found(&(blocks + &" ".repeat(99) + "pass")).is_empty());
    let calls = format!("f{}", "()".repeat(2_000));
    assert!(found(&calls).len() <= 1);
    let many = "if 1: pass\n".to_owned() + &"elif 1: pass\n".repeat(15_000);
    assert!(found(&many).len() <= 100);
}

/// Programs that end well must not be called wrong.
#[test]
fn programs_that_work_have_no_errors() {
    // One raises a NameError on purpose.
    const ON_PURPOSE: &str = "language/exceptions_chaining:18:16: error: name-unresolved: ";
    let mut wrong = String::new();
    let mut looked = 0;
    for folder in ["programs", "language", "library"] {
        let mut paths: Vec<_> = fs::read_dir(root().join("tests/cases").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
            .collect();
        paths.sort();
        for path in paths {
            let source = fs::read_to_string(&path).unwrap();
            if source.contains("# expect:") || source.contains("# inputs:") {
                continue;
            }
            looked += 1;
            let findings = check(&source, &Policy::default(), &Limits::default(), &[]).unwrap();
            for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
                let _ = writeln!(wrong, "{folder}/{}:{finding}", path.file_stem().unwrap().display());
            }
        }
    }
    assert!(looked > 100, "{looked}");
    assert_eq!(wrong.lines().filter(|line| !line.starts_with(ON_PURPOSE)).count(), 0, "{wrong}");
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
}

fn run(args: &[&str], input: &[u8]) -> Said {
    taipan_in(Path::new("."), &[&["check"], args].concat(), input)
}

#[test]
fn the_command() {
    let said = run(&["-c", "import socket\nwhile True: pass"], b"");
    let reason = "module 'socket' is refused by policy: a run has no network; pass the data in as an input";
    let out = format!(
        "<string>:1:8: error: module-refused: {reason}\n\
         <string>:2:1: warning: endless-loop: this loop has no break, return or raise\n"
    );
    assert_eq!(said, Said { status: 1, out, err: String::new() });
    assert_eq!(run(&["-c", "1 + 1"], b""), Said { status: 0, out: String::new(), err: String::new() });
    assert_eq!(run(&["-"], b"while True: pass").status, 0);
    assert_eq!(run(&["--deny", "re", "-c", "import re"], b"").status, 1);
    assert_eq!(run(&["-c", "rate"], b"").status, 1);
    assert_eq!(run(&["--input", "rate", "-c", "rate"], b"").status, 0);

    let said = run(&["--json", "-c", "1 +"], b"");
    let json = r#"[{"code":"syntax","severity":"error","line":1,"column":4,"message":"invalid syntax"}]"#;
    assert_eq!(said, Said { status: 1, out: format!("{json}\n"), err: String::new() });

    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a b.py"), "import socket\n").unwrap();
    let said = taipan_in(folder.path(), &["check", "--sarif", "a b.py"], b"");
    let log: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.status, log["version"].as_str()), (1, Some("2.1.0")));
    let result = serde_json::json!({
        "ruleId": "module-refused",
        "level": "error",
        "message": {"text": reason},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": "a%20b.py"},
            "region": {"startLine": 1, "startColumn": 8},
        }}],
    });
    assert_eq!(log["runs"][0]["results"], serde_json::json!([result]));
}

#[test]
fn bad_input_to_the_command() {
    let said = run(&["absent.py"], b"");
    assert_eq!((said.status, said.err.as_str()), (2, "error: absent.py: no such file or directory\n"));
    let said = run(&["-"], b"x\xff");
    let text = "error: <stdin>: line 1, column 2: byte 0xff is not UTF-8; save the file as UTF-8\n";
    assert_eq!((said.status, said.err.as_str()), (2, text));
    let said = run(&["--memory", "1", "-c", "1"], b"");
    let text = "error: invalid limits: memory is 1 bytes; it must be at least 1048576 (1 MiB)\n";
    assert_eq!((said.status, said.err.as_str()), (2, text));
    let said = run(&["--deny", "nonsens", "-c", "1"], b"");
    assert_eq!(said.status, 2);
    assert!(said.err.starts_with("error: invalid policy: deny names `nonsens`"), "{}", said.err);
    let said = run(&["-"], "x".repeat(300 << 10).as_bytes());
    let out = "<stdin>:1:1: error: source-size: the code has 300 KiB, more than the limit of 256 KiB\n";
    assert_eq!(said, Said { status: 1, out: out.into(), err: String::new() });
    assert_eq!(run(&["--json", "--sarif", "-c", "1"], b"").status, 2);
}
