//! Input that no program should send: each gets its own message and exit status, and none breaks the engine.

use std::path::Path;

use crate::command::{Said, code, run, said, taipan, taipan_in};

/// What is said of a program given as bytes on standard input.
fn bytes(program: &[u8]) -> Said {
    taipan_in(Path::new("."), &["run", "-"], program)
}

fn error(text: &str) -> Said {
    Said { status: 2, out: String::new(), err: format!("error: {text}\n") }
}

fn ok(out: &str) -> Said {
    Said { status: 0, out: out.into(), err: String::new() }
}

#[track_caller]
fn raises(said: Said, last_line: &str) {
    assert_eq!(
        (said.status, said.err.lines().last()),
        (1, Some(last_line)),
        "{}",
        said.err.chars().take(2000).collect::<String>()
    );
}

#[test]
fn no_program_at_all() {
    for source in [&b""[..], b"\n", b" \t\n\x0c\n", b"# a comment", b"'''", b"\xef\xbb\xbf"] {
        if source == b"'''" {
            raises(bytes(source), "SyntaxError: unterminated triple-quoted string literal (detected at line 1)");
        } else {
            assert_eq!(bytes(source), ok(""), "{source:?}");
        }
    }
    let json = taipan_in(Path::new("."), &["run", "--json", "-"], b"").out;
    let outcome: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&outcome["status"], &outcome["value"]), (&"ok".into(), &serde_json::Value::Null));
}

#[test]
fn bytes_that_are_not_utf8() {
    assert_eq!(
        bytes(b"x = 1\ny = '\xe9'\n"),
        error("<stdin>: line 2, column 6: byte 0xe9 is not UTF-8; save the file as UTF-8")
    );
    assert_eq!(
        bytes(b"# -*- coding: latin-1 -*-\ny = '\xe9'\n"),
        error(
            "<stdin>: line 2, column 6: byte 0xe9 is not UTF-8; its coding line says latin-1, but taipan reads UTF-8 alone; save the file as UTF-8"
        )
    );
    assert_eq!(
        bytes(b"\xff\xfex\0=\x001\0"),
        error("<stdin>: this is UTF-16 text; taipan reads UTF-8, so save it as that")
    );
    assert_eq!(bytes("# coding: latin-1\n'é'".as_bytes()), ok("'é'\n"));
    use std::os::unix::ffi::OsStrExt;
    let mut command = taipan();
    command.args(["run", "-c"]).arg(std::ffi::OsStr::from_bytes(b"'\xe9'"));
    let said = said(&mut command, b"");
    assert_eq!(
        (said.status, said.err.lines().next()),
        (2, Some("error: invalid UTF-8 was detected in one or more arguments"))
    );
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends() {
    assert_eq!(bytes(b"\xef\xbb\xbfprint(1)\r\nprint(2)\rprint('''a\rb''')\r\n5"), ok("1\n2\na\nb\n5\n"));
    let said = bytes(b"\xef\xbb\xbfx = 1\r\n\r1 / 0\r");
    assert_eq!(said.err.lines().nth(1), Some("  File \"<stdin>\", line 3, in <module>"));
    assert_eq!(said.err.lines().nth(2), Some("    1 / 0"));
}

#[test]
fn nul_bytes() {
    raises(bytes(b"x = 1\0\n"), "SyntaxError: source code string cannot contain null bytes");
    raises(code("eval('1\\0')"), "SyntaxError: source code string cannot contain null bytes");
    assert_eq!(code("'a\\0b'"), ok("'a\\x00b'\n"));
    assert_eq!(code("print('a\\0b')"), ok("a\0b\n"));
}

#[test]
fn lone_surrogates() {
    assert_eq!(code("'\\ud800'"), ok("'\\ud800'\n"));
    assert_eq!(code("print('\\ud800')"), ok("\\ud800\n"));
    assert_eq!(code("['\\ud800', {'\\udfff': 1}]"), ok("['\\ud800', {'\\udfff': 1}]\n"));
    raises(code("raise ValueError('\\ud800')"), "ValueError: \\ud800");
    raises(
        code("exec('x = 1\\ud800')"),
        "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 5: surrogates not allowed",
    );
    let json = run(&["--json", "-c", "print('\\ud800')\n'\\ud800'"]);
    let outcome: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.status, &outcome["stdout"]), (0, &"\\ud800\n".into()));
    let input = run(&["--input", "s=\"\\ud800\"", "-c", "s"]);
    assert_eq!(input.status, 2);
}

#[test]
fn deep_source_is_refused_as_python_refuses_it() {
    let deep = |open: &str, close: &str, n: usize| [open.repeat(n), close.repeat(n)].concat();
    raises(bytes(deep("(", ")", 10_000).as_bytes()), "SyntaxError: too many nested parentheses");
    raises(bytes(deep("[", "]", 10_000).as_bytes()), "SyntaxError: too many nested parentheses");
    raises(bytes(deep("f(", ")", 10_000).as_bytes()), "SyntaxError: too many nested parentheses");
    raises(bytes(deep("{1:", "}", 10_000).as_bytes()), "SyntaxError: too many nested parentheses");
    raises(bytes("(".repeat(10_000).as_bytes()), "SyntaxError: too many nested parentheses");
}

#[test]
fn long_chains_of_operators_end_in_an_answer_or_an_exception() {
    let deep = "RecursionError: maximum recursion depth exceeded during compilation";
    for (unit, last, expected) in [
        ("1+", "1", deep),
        ("-", "1", deep),
        ("not ", "1", deep),
        ("1**", "1", deep),
        ("a.", "a", deep),
        ("1 if 1 else ", "1", deep),
        ("lambda: ", "1", deep),
        ("1 and ", "1", ""),
        ("1 or ", "1", ""),
        ("x = ", "1", ""),
        ("'a' ", "'b'", ""),
        ("1;", "1", ""),
    ] {
        let source = format!("{}{last}", unit.repeat(100_000));
        let said = taipan_in(Path::new("."), &["run", "--source", "8MiB", "--timeout", "60s", "-"], source.as_bytes());
        let status = i32::from(!expected.is_empty());
        assert_eq!((said.status, said.err.lines().last().unwrap_or_default()), (status, expected), "{unit}");
    }
}

#[test]
fn large_sources() {
    let long = format!("x = 1\n{}", "# filler\n".repeat(300 * 1024 / 9));
    let said = bytes(long.as_bytes());
    let text = format!(
        "taipan: stopped: the program's text has {} bytes, more than the limit of 256 KiB; raise it with --source\n",
        group(long.len())
    );
    assert_eq!(said, Said { status: 4, out: String::new(), err: text });
    let folder = tempfile::tempdir().unwrap();
    let file = std::fs::File::create(folder.path().join("huge.py")).unwrap();
    file.set_len(100_000_000).unwrap();
    let endless = "taipan: stopped: the program's text is larger than 16 MiB, the most that --source allows\n";
    for name in ["huge.py", "/dev/zero"] {
        let said = taipan_in(folder.path(), &["run", name], b"");
        assert_eq!(said, Said { status: 4, out: String::new(), err: endless.into() }, "{name}");
    }
}

fn group(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

#[test]
fn files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let in_folder = |args: &[&str]| taipan_in(folder.path(), &[&["run"], args].concat(), b"");
    assert_eq!(in_folder(&["missing.py"]), error("missing.py: no such file or directory"));
    assert_eq!(in_folder(&["."]), error(". is a folder; name a file"));
    assert_eq!(in_folder(&["--policy", "missing.toml", "-c", "1"]), error("missing.toml: no such file or directory"));
    assert_eq!(in_folder(&["--policy", ".", "-c", "1"]), error(". is a folder; name a file"));
    assert_eq!(
        in_folder(&["--policy", "/dev/zero", "-c", "1"]),
        error("/dev/zero: more than 1 MiB; this is no policy file")
    );
    assert_eq!(
        in_folder(&["--input", "x=@missing.json", "-c", "1"]),
        error("input `x`: missing.json: no such file or directory")
    );
    use std::os::unix::fs::PermissionsExt;
    let secret = folder.path().join("secret.py");
    std::fs::write(&secret, "1").unwrap();
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything.
    if std::fs::read(&secret).is_err() {
        assert_eq!(in_folder(&["secret.py"]), error("secret.py: permission denied"));
    }
}

#[test]
fn flags_that_do_not_exist_or_contradict_each_other() {
    let first = |args: &[&str]| {
        let said = run(args);
        (said.status, said.out, said.err.lines().next().unwrap_or_default().to_owned())
    };
    let usage = |text: &str| (2, String::new(), format!("error: {text}"));
    assert_eq!(first(&["--jsno", "-c", "1"]), usage("unexpected argument '--jsno' found"));
    assert_eq!(first(&["a.py", "-c", "1"]), usage("the argument '[FILE]' cannot be used with '--code <CODE>'"));
    assert_eq!(first(&["a.py", "b.py"]), usage("unexpected argument 'b.py' found"));
    assert_eq!(
        first(&["--timeout", "5", "-c", "1"]),
        usage(
            "invalid value '5' for '--timeout <TIME>': `5` is not a duration; write a number and a unit, such as 5s, 250ms or 2m"
        )
    );
    assert_eq!(
        first(&["--memory", "64megs", "-c", "1"]),
        usage(
            "invalid value '64megs' for '--memory <SIZE>': `64megs` is not a size; write a number and a unit, such as 64MiB, 500kB or 4096"
        )
    );
    assert_eq!(
        first(&["--fuel", "1", "--fuel", "2", "-c", "1"]),
        usage("the argument '--fuel <N>' cannot be used multiple times")
    );
    for (args, text) in [
        (["--timeout", "0s"], "invalid limits: deadline is 0ns; it must be between 1ms and 24h"),
        (["--timeout", "25h"], "invalid limits: deadline is 90000s; it must be between 1ms and 24h"),
        (["--memory", "1kB"], "invalid limits: memory is 1000 bytes; it must be at least 1048576 (1 MiB)"),
        (["--recursion", "7"], "invalid limits: recursion is 7; it must be between 50 and 5000"),
        (["--value-depth", "201"], "invalid limits: value_depth is 201; it must be at most 200"),
        (["--source", "17MiB"], "invalid limits: source is 17825792 bytes; it must be at most 16777216 (16 MiB)"),
        (
            ["--output", "1GiB"],
            "invalid limits: output is 1073741824 bytes, more than memory, which is 268435456; lower output or raise memory",
        ),
    ] {
        assert_eq!(run(&[&args[..], &["-c", "1"]].concat()), error(text));
    }
}

#[test]
fn policies_with_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    let policy = |text: &str| {
        std::fs::write(folder.path().join("p.toml"), text).unwrap();
        taipan_in(folder.path(), &["run", "--policy", "p.toml", "-c", "1"], b"")
    };
    assert_eq!(
        policy("seed = 1\nclok = 'fixed'"),
        error("p.toml: line 2: unknown field `clok`; did you mean `clock`?")
    );
    assert_eq!(
        policy("net = true"),
        error("p.toml: line 1: unknown field `net`; a policy has allow, deny, clock and seed")
    );
    assert_eq!(
        policy("deny = 're'"),
        error("p.toml: line 1: `deny` is a list of module names, such as deny = ['asyncio']")
    );
    assert_eq!(policy("fuel = 10"), error("p.toml: line 1: `fuel` is a limit, not a part of a policy"));
    assert_eq!(
        policy("deny = ['jsn']"),
        error("p.toml: deny names `jsn`, which is not on the allowlist; did you mean `json`?")
    );
    assert_eq!(
        policy("allow = ['socket']"),
        error("p.toml: allow names `socket`, which no policy can allow: a run has no network")
    );
    assert_eq!(policy("allow = ["), error("p.toml: line 1: unclosed array, expected `]`"));
    assert_eq!(policy(""), ok("1\n"));
    std::fs::write(folder.path().join("p.toml"), b"\xff").unwrap();
    assert_eq!(
        taipan_in(folder.path(), &["run", "--policy", "p.toml", "-c", "1"], b""),
        error("p.toml: not UTF-8 text")
    );
    assert_eq!(run(&["--deny", "socket", "-c", "1"]), ok("1\n"));
}

#[test]
fn inputs_with_mistakes() {
    let input = |input: &str| run(&["--input", input, "-c", "1"]);
    assert_eq!(input("class=1"), error("invalid input: `class` is a keyword of Python; choose another name"));
    assert_eq!(
        input("1a=1"),
        error("invalid input: `1a` is not an identifier; use letters, digits and `_`, not starting with a digit")
    );
    assert_eq!(
        input("a b=1"),
        error("invalid input: `a b` is not an identifier; use letters, digits and `_`, not starting with a digit")
    );
    assert_eq!(
        input("=1"),
        error("invalid input: `` is not an identifier; use letters, digits and `_`, not starting with a digit")
    );
    assert_eq!(
        input("__name__=1"),
        error("invalid input: `__name__` is reserved by Python; choose a name without double underscores")
    );
    assert_eq!(run(&["--input", "a=1", "--input", "a=2", "-c", "1"]), error("invalid input: `a` is given twice"));
    assert_eq!(input("a"), error("input `a`: write a name, `=` and a value, such as --input n=5"));
    assert_eq!(
        input("a=hello"),
        error(
            "input `a` is not JSON: expected value at line 1 column 1; text needs quotes, as in --input 'a=\"hello\"'"
        )
    );
    assert_eq!(input("a=[1,]"), error("input `a` is not JSON: trailing comma at line 1 column 4"));
    assert_eq!(input("print=1"), ok("1\n"));
    let deep = format!("a={}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(input(&deep).status, 2);
    let huge = format!("[{}1]", "1,".repeat(2_000_000));
    let said = taipan_in(Path::new("."), &["run", "--memory", "2MiB", "--input", "a=@-", "-c", "1"], huge.as_bytes());
    assert_eq!(said, error("input `a` is larger than the memory limit of 2 MiB; raise it with --memory"));
    let said = taipan_in(
        Path::new("."),
        &["run", "--memory", "8MiB", "--input", "a=@-", "-c", "for i in range(100): i"],
        huge.as_bytes(),
    );
    assert_eq!(said.status, 4, "{}", said.err);
}
