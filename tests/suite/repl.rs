//! `taipan repl`, in a terminal and out of one.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::case::root;
use crate::command::{Said, has_guest, isolations, said, taipan};
use crate::terminal::{Terminal, without_measures};

fn begin(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Terminal {
    Terminal::start(&[&["repl"], args].concat(), folder, environment)
}

/// A session in a terminal; the screen is empty but for a prompt.
fn session(folder: &Path, isolation: &str, args: &[&str]) -> Terminal {
    cleared(begin(folder, &[&["--isolation", isolation], args].concat(), &[]))
}

fn cleared(mut terminal: Terminal) -> Terminal {
    terminal.ends_in(">>>");
    // Ctrl-L
    terminal.types("\x0c");
    terminal.shows(">>>");
    terminal
}

fn here() -> &'static Path {
    Path::new(".")
}

/// What `taipan repl` says to lines that are not typed in a terminal.
fn piped(args: &[&str], input: impl AsRef<[u8]>) -> Said {
    said(taipan().args(["repl", "--isolation", "native"]).args(args), input.as_ref())
}

fn out(text: &str) -> Said {
    Said { status: 0, out: text.into(), err: String::new() }
}

#[test]
fn it_begins_with_what_it_is_and_ends_with_ctrl_d() {
    for isolation in isolations() {
        let mut terminal = begin(here(), &["--isolation", isolation], &[]);
        let version = env!("CARGO_PKG_VERSION");
        let banner =
            format!("taipan {version}, Python 3.14, isolation {isolation}; :help lists commands, Ctrl-D ends\n>>>");
        terminal.shows(&banner);
        terminal.types("\x04");
        assert_eq!(terminal.ends(), (Some(0), banner));
    }
}

#[test]
fn the_readme_shows_what_is_to_be_seen() {
    if !has_guest() {
        return;
    }
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, block) = text.split_once("```text\n$ taipan repl ").unwrap();
    let (args, block) = block.split_once('\n').unwrap();
    let (block, _) = block.split_once("\n```").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = begin(folder.path(), &args.split(' ').collect::<Vec<_>>(), &[]);
    let typed = block.lines().filter_map(|line| line.strip_prefix(">>>").or(line.strip_prefix("...")));
    let typed: Vec<&str> = typed.map(str::trim_end).collect();
    let (_, typed) = typed.split_last().unwrap();
    terminal.ends_in(">>>");
    terminal
        .types(typed.iter().map(|line| format!("{}\r", line.strip_prefix(' ').unwrap_or(line))).collect::<String>());
    terminal.shows(&without_measures(block));
}

#[test]
fn values_blocks_and_tracebacks_look_as_in_python() {
    for isolation in isolations() {
        let mut terminal = session(here(), isolation, &[]);
        // Typed ahead, at once: nothing of it is lost.
        terminal.types("x = 40\rx + 2\r'a' * 3\rNone\rprint('a', end='')\rdef half(n):\r    return n / 0\r\r(1,\r\r2)\rhalf(x)\r[n for n in (1, 2)\r]\r");
        terminal.shows(
            ">>> x = 40
>>> x + 2
42
>>> 'a' * 3
'aaa'
>>> None
>>> print('a', end='')
a
>>> def half(n):
...     return n / 0
...
>>> (1,
...
... 2)
(1, 2)
>>> half(x)
Traceback (most recent call last):
  File \"<python-input-7>\", line 1, in <module>
    half(x)
    ~~~~^^^
  File \"<python-input-5>\", line 2, in half
    return n / 0
           ~~^~~
ZeroDivisionError: division by zero
>>> [n for n in (1, 2)
... ]
[1, 2]
>>>",
        );
    }
}

#[test]
fn lines_can_be_edited_and_tab_indents() {
    let mut terminal = session(here(), "native", &[]);
    // Left twice; the line before, and backspace.
    terminal.types("1 + 3\x1b[D\x1b[D* 2 \r\x1b[A\x7f5");
    terminal.shows(">>> 1 +* 2  3\n  File \"<python-input-0>\", line 1\n    1 +* 2  3\n       ^\nSyntaxError: invalid syntax\n>>> 1 +* 2  5");
    terminal.types("\x03");
    terminal.ends_in("KeyboardInterrupt\n>>>");
    terminal.types("if 1:\r\tprint('in')\r\r");
    terminal.ends_in(">>> if 1:\n...     print('in')\n...\nin\n>>>");
}

#[test]
fn ctrl_c_ends_a_run_and_keeps_the_session_where_that_can_be() {
    for isolation in isolations() {
        let mut terminal = session(here(), isolation, &["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
        terminal.types("x = 1\r");
        terminal.shows(">>> x = 1\n>>>");
        terminal.types("while True: x = 2\r");
        terminal.shows(">>> x = 1\n>>> while True: x = 2\n...");
        terminal.types("\r");
        terminal.runs();
        terminal.types("\x03");
        let before = ">>> x = 1\n>>> while True: x = 2\n...\n^C\n";
        let kept = "taipan: stopped: the run was cancelled\ntaipan: the session is what it was before this run\n>>>";
        let lost =
            "taipan: the session is over: its run was stopped, and the native isolation cannot go back to before it
taipan: stopped: the run was cancelled\ntaipan: a new session begins\n>>>";
        // A run that was cancelled before it began has taken nothing with it.
        let may_be = if isolation == "wasm" { &[kept][..] } else { &[kept, lost] };
        let screens: Vec<String> = may_be.iter().map(|end| format!("{before}{end}")).collect();
        let seen = terminal.shows_one_of(&screens);
        terminal.types("x if 'x' in globals() else None\r");
        let value = if may_be[seen] == kept { "1\n" } else { "" };
        terminal.shows(&format!("{} x if 'x' in globals() else None\n{value}>>>", screens[seen]));
    }
}

#[test]
fn what_a_run_writes_shows_while_it_goes_on() {
    for isolation in isolations() {
        let mut terminal = session(here(), isolation, &["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
        terminal.types("import sys\rif 1:\r\tprint('out'); print('err', file=sys.stderr)\r\tprint('half', end='')\r\twhile 1: pass\r");
        let typed = ">>> import sys
>>> if 1:
...     print('out'); print('err', file=sys.stderr)
...     print('half', end='')
...     while 1: pass
...";
        terminal.shows(typed);
        terminal.types("\r");
        terminal.shows(&format!("{typed}\nout\nerr\nhalf"));
        terminal.types("\x03");
        terminal.ends_in(">>>");
        let end = match isolation {
            "wasm" => "taipan: stopped: the run was cancelled\ntaipan: the session is what it was before this run",
            _ => {
                "taipan: the session is over: its run was stopped, and the native isolation cannot go back to before it
taipan: stopped: the run was cancelled\ntaipan: a new session begins"
            }
        };
        terminal.shows(&format!("{typed}\nout\nerr\nhalf^C\n{end}\n>>>"));
    }
}

#[test]
fn output_comes_once_and_in_its_order() {
    for isolation in isolations() {
        let mut terminal = session(here(), isolation, &["--output", "40"]);
        terminal.types("import sys; print('a', file=sys.stderr); print('b'); print('c', file=sys.stderr); 'd'\r");
        terminal.ends_in("; 'd'\na\nb\nc\n'd'\n>>>");
        terminal.types("\x0cprint('a'); print('b', file=sys.stderr); print('c'); 1 / 0\r");
        terminal.ends_in("1 / 0\na\nb\nc\nTraceback (most recent call last):\n  File \"<python-input-1>\", line 1, in <module>\n    print('a'); print('b', file=sys.stderr); print('c'); 1 / 0\n                                                         ~~^~~\nZeroDivisionError: division by zero\n>>>");
        terminal.types("\x0cprint('a', file=sys.stderr, end='')\r");
        terminal.shows(">>> print('a', file=sys.stderr, end='')\na\n>>>");
        terminal.types("\x0cprint('a', end=''); 1\r");
        terminal.shows(">>> print('a', end=''); 1\na1\n>>>");
        terminal.types("\x0cprint('spam' * 11)\r");
        let limit = "taipan: stopped: standard output reached its limit of # bytes; raise it with --output";
        terminal.ends_in("\n>>>");
        let text = format!(">>> print('spam' * 11)\n{}\n", "spam".repeat(10));
        let lost =
            "taipan: the session is over: its run was stopped, and the native isolation cannot go back to before it\n";
        terminal.shows(&match isolation {
            "wasm" => format!("{text}{limit}\ntaipan: the session is what it was before this run\n>>>"),
            _ => format!("{text}{lost}{limit}\ntaipan: a new session begins\n>>>"),
        });
    }
}

#[test]
fn a_reader_who_leaves_ends_the_run() {
    for isolation in isolations() {
        let args = ["repl", "--isolation", isolation, "--timeout", "10m", "--fuel", "1_000_000_000_000_000"];
        let mut command = taipan();
        command.args(args).args(["--output", "1GiB", "--memory", "2GiB"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"while True: print('x')\n\n'never'\n").unwrap();
        let mut out = child.stdout.take().unwrap();
        let mut first = [0; 2];
        out.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"x\n");
        let left = Instant::now();
        drop(out);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        assert!(left.elapsed() < Duration::from_secs(60), "{:?}", left.elapsed());
    }
}

#[test]
fn ctrl_c_and_ctrl_d_drop_what_is_typed() {
    let mut terminal = session(here(), "native", &[]);
    terminal.types("x = (1,\r");
    terminal.shows(">>> x = (1,\n...");
    terminal.types("2\x03");
    terminal.shows(">>> x = (1,\n... 2\nKeyboardInterrupt\n>>>");
    terminal.types("def f():\r");
    terminal.ends_in(">>> def f():\n...");
    terminal.types("\x04");
    terminal.ends_in("...\ntaipan: the open block is dropped; Ctrl-D again ends\n>>>");
    // In a line that has text Ctrl-D deletes what is at the cursor, if there is anything.
    terminal.types("1\x04\r");
    terminal.ends_in(">>> 1\n1\n>>>");
    terminal.types("\x04");
    assert_eq!(terminal.ends().0, Some(0));
}

#[test]
fn a_limit_ends_a_run_and_not_the_session() {
    if !has_guest() {
        return;
    }
    let mut terminal = session(here(), "wasm", &["--fuel", "10_000"]);
    terminal.types("x = 1\rwhile True: x += 1\r\rx\r");
    terminal.shows(
        ">>> x = 1
>>> while True: x += 1
...
taipan: stopped: the fuel limit of 10,000 units was exhausted after # ms; raise it with --fuel
taipan: the session is what it was before this run
>>> x
1
>>>",
    );
}

#[test]
fn commands_say_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("data.csv"), "a,b\n").unwrap();
    for isolation in isolations() {
        let mut terminal = session(folder.path(), isolation, &["--file", "data.csv", "--input", "n=5"]);
        terminal
            .types("open('out/x.txt', 'w')\rimport os; os.makedirs('out'); open('out/x.txt', 'w').write('a' * 5000)\r");
        terminal.ends_in("5000\n>>>");
        terminal.types("\x0c:files\r");
        terminal.shows(">>> :files\n    4  data.csv\n5,000  out/x.txt\n>>>");
        terminal.types("\x0c:reset\r:files\rn\r");
        terminal.shows(">>> :reset\ntaipan: a new session begins\n>>> :files\n4  data.csv\n>>> n\n5\n>>>");
        terminal.types("\x0c:help\r");
        terminal.ends_in("A block ends with an empty line. Ctrl-C drops what is typed, or ends the run.\n>>>");
        terminal.types("\x0c:rest\r:save\r:quit\r");
        let (status, seen) = terminal.ends();
        assert_eq!(status, Some(0));
        assert_eq!(
            seen,
            ">>> :rest
error: there is no command :rest; did you mean :reset?
>>> :save
error: :save needs a file, such as :save work.taipan
>>> :quit"
        );
    }
}

#[test]
fn limits_are_shown() {
    for isolation in isolations() {
        let mut terminal = session(here(), isolation, &["--memory", "64MiB", "--fuel", "100_000_000"]);
        terminal.types(":limits\r");
        terminal.shows(
            ">>> :limits
each run
  time        5 s
  fuel        100,000,000
  memory      64 MiB
  output      1 MiB
  recursion   1,000
  source      # KiB
  value       1 MiB, nested 64 deep
the session
  fuel        0 of 10,000,000,000
  memory      # bytes of 512 MiB
  runs        0 of 10,000
  age         # of 24:00:00
>>>",
        );
    }
}

#[test]
fn a_session_goes_on_in_another_process() {
    if !has_guest() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = session(folder.path(), "wasm", &[]);
    terminal
        .types("def count():\r    n = 0\r    while True:\r        n += 1\r        yield n\r\rg = count(); next(g)\r:save a b.taipan\r");
    terminal.ends_in(">>> :save a b.taipan\ntaipan: saved to a b.taipan: # bytes\n>>>");
    let mode = fs::metadata(folder.path().join("a b.taipan")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "others may not read what a session holds");

    let mut other = session(folder.path(), "wasm", &[]);
    other.types("g\r:load a b.taipan\rnext(g)\r");
    other.shows(
        ">>> g
Traceback (most recent call last):
  File \"<python-input-0>\", line 1, in <module>
    g
NameError: name 'g' is not defined
>>> :load a b.taipan
taipan: loaded from a b.taipan: 2 runs, # fuel units
>>> next(g)
2
>>>",
    );
    // Saved again it takes the place of what is there.
    other.types("\x0c:save a b.taipan\r");
    other.shows(">>> :save a b.taipan\ntaipan: saved to a b.taipan: # bytes\n>>>");
    terminal.types("\x0c:load a b.taipan\rnext(g)\r");
    terminal.shows(">>> :load a b.taipan\ntaipan: loaded from a b.taipan: 3 runs, # fuel units\n>>> next(g)\n3\n>>>");
}

#[test]
fn what_cannot_be_saved_or_loaded_is_named_and_the_session_stays() {
    if !has_guest() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut terminal = session(folder.path(), "wasm", &[]);
    terminal.types("x = 1\r:save good\r");
    terminal.ends_in(">>> :save good\ntaipan: saved to good: # bytes\n>>>");
    let good = fs::read(at("good")).unwrap();
    let mut other_guest = good.clone();
    other_guest[8] ^= 1;
    let sum = other_guest.len() - 4;
    let crc = crc32fast::hash(&other_guest[..sum]).to_le_bytes();
    other_guest[sum..].copy_from_slice(&crc);
    fs::write(at("other"), other_guest).unwrap();
    fs::write(at("half"), &good[..good.len() / 2]).unwrap();
    fs::write(at("empty"), "").unwrap();
    fs::write(at("notes.py"), "print(1)\n").unwrap();
    terminal.types(
        "\x0c:load missing\r:load half\r:load empty\r:load notes.py\r:load .\r:save notes.py\r:save no/x\r:save .\rx\r",
    );
    terminal.ends_in(">>> x\n1\n>>>");
    terminal.shows(
        ">>> :load missing
error: missing: no such file or directory
>>> :load half
error: half: invalid snapshot: the snapshot is damaged: its checksum is another
>>> :load empty
error: empty: invalid snapshot: these bytes are no snapshot of a session
>>> :load notes.py
error: notes.py: invalid snapshot: these bytes are no snapshot of a session
>>> :load .
error: . is a folder; name a file
>>> :save notes.py
error: notes.py is there and is no snapshot; save to another file
>>> :save no/x
error: no/x: no such file or directory
>>> :save .
error: . is there and is no snapshot; save to another file
>>> x
1
>>>",
    );
    assert_eq!(fs::read_to_string(at("notes.py")).unwrap(), "print(1)\n");
    terminal.types("\x0c:load other\r");
    terminal.ends_in("only the same guest can go on\n>>>");
}

#[test]
fn the_native_isolation_says_that_it_cannot_save() {
    let text = "error: unsupported: the native isolation cannot copy an interpreter; sessions of the wasm isolation have \
                snapshots and forks\n";
    let file = tempfile::NamedTempFile::new().unwrap();
    let load = format!(":load {}\n", file.path().display());
    assert_eq!(piped(&[], ":save x\n").err, text);
    let error = text.replace("error: ", &format!("error: {}: ", file.path().display()));
    assert_eq!(piped(&[], load).err, error);
}

#[test]
fn lines_are_kept_for_the_next_time_for_the_user_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().display().to_string();
    let start =
        |args: &[&str]| cleared(begin(here(), &[&["--isolation", "native"], args].concat(), &[("HOME", &path)]));
    let mut terminal = start(&[]);
    terminal.types("def f():\r    return 'kept'\r\r");
    terminal.ends_in("...\n>>>");
    terminal.types(":quit\r");
    assert_eq!(terminal.ends().0, Some(0));
    let file = home.path().join(".local/state/taipan/repl_history");
    assert_eq!(fs::read_to_string(&file).unwrap(), "#V2\ndef f():\\n    return 'kept'\n:quit\n");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

    let mut terminal = start(&[]);
    // Up twice, and it is whole; an empty line ends it.
    terminal.types("\x1b[A\x1b[A\r\rf()\r");
    terminal.shows(">>> def f():\n    return 'kept'\n...\n>>> f()\n'kept'\n>>>");
    drop(terminal);
    let mut terminal = start(&["--no-history"]);
    terminal.types("\x1b[A1\r");
    terminal.shows(">>> 1\n1\n>>>");
    assert!(fs::read_to_string(&file).unwrap().ends_with("\ndef f():\\n    return 'kept'\nf()\n"));

    fs::write(&file, b"#V2\n\xff\n").unwrap();
    let mut terminal = begin(here(), &["--isolation", "native"], &[("HOME", &path)]);
    terminal
        .ends_in(&format!("\ntaipan: lines are not kept: {}: stream did not contain valid UTF-8\n>>>", file.display()));
    terminal.types("1\r");
    terminal.ends_in(">>> 1\n1\n>>>");
    assert_eq!(fs::read(&file).unwrap(), b"#V2\n\xff\n", "what is there stays");
}

#[test]
fn what_is_no_text_is_dropped() {
    let mut terminal = session(here(), "native", &[]);
    terminal.types(b"\xff");
    let text = "error: what was typed is not UTF-8; set the terminal to it\n>>>";
    terminal.ends_in(text);
    terminal.types("\x0c'\u{e9}\u{1f40d}'\r");
    terminal.shows(">>> '\u{e9}\u{1f40d}'\n'\u{e9}\u{1f40d}'\n>>>");
}

#[test]
fn a_huge_line_is_refused() {
    if !has_guest() {
        return;
    }
    let mut terminal = session(here(), "wasm", &[]);
    // As a terminal sends what is pasted.
    terminal.types(format!("\x1b[200~x = '{}'\x1b[201~", "a".repeat(300 << 10)));
    terminal.ends_in("aaa'");
    terminal.types("\r");
    terminal.ends_in(
        "taipan: stopped: the program's text has # bytes, more than the limit of # KiB; raise it with --source
taipan: the session is what it was before this run\n>>>",
    );
}

#[test]
fn what_is_pasted_runs_as_a_whole() {
    let mut terminal = session(here(), "native", &[]);
    terminal.types("\x1b[200~a = 1\r\nif a:\r\n    b = 2\r\n\r\na + b\x1b[201~\r");
    terminal.shows(">>> a = 1\nif a:\n    b = 2\n\na + b\n3\n>>>");
}

#[test]
fn python_exits_by_its_own_ways() {
    let mut terminal = session(here(), "native", &[]);
    terminal.types("exit\r");
    terminal.shows(">>> exit\n<built-in function exit>\ntaipan: hint: Ctrl-D or :quit ends\n>>>");
    terminal.types("\x0cquit = 1; quit\rquit\r");
    terminal.shows(">>> quit = 1; quit\n1\n>>> quit\n1\n>>>");
    terminal.types("exit(7)\r");
    assert_eq!(terminal.ends().0, Some(7));
}

#[test]
fn lines_that_no_terminal_sends_run_without_prompts() {
    assert_eq!(piped(&[], ""), out(""));
    assert_eq!(piped(&[], "x = 40\nx + 2\ndef f():\n    return x\n\nf()\n\n\n# end"), out("42\n40\n"));
    assert_eq!(piped(&[], "x = 1\r\nx\r\n"), out("1\n"));
    assert_eq!(
        piped(&[], "if 1:\n    print('the end of a file ends a block')"),
        out("the end of a file ends a block\n")
    );
    assert_eq!(piped(&["--seed", "1"], "print('a', end='')\n1\n"), out("a1\n"));
    let said = piped(&[], "print('a')\n1 / 0\nprint('b')\n");
    assert_eq!((said.status, said.out.as_str()), (0, "a\nb\n"));
    assert!(said.err.ends_with("ZeroDivisionError: division by zero\n"), "{}", said.err);
    let said = piped(&[], "raise SystemExit(3)\nprint('never')\n");
    assert_eq!(said, Said { status: 3, out: String::new(), err: String::new() });
    let said = piped(&[], b"x = 1\ny = (\n'\xff'\nx\n");
    let error = "error: standard input: line 3: byte 0xff is not UTF-8\n";
    assert_eq!(said, Said { status: 0, out: "1\n".into(), err: error.into() });
    let said = piped(&[], "x = (\n");
    assert!(said.err.contains("SyntaxError"), "{}", said.err);
    let said = piped(&[], " ".repeat((16 << 20) + 1));
    let error = "error: standard input: line 1 is longer than 16 MiB\n";
    assert_eq!(said, Said { status: 2, out: String::new(), err: error.into() });
}

#[test]
fn what_it_cannot_begin_with_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("big"), vec![0; 1000 << 10]).unwrap();
    let said = |args: &[&str]| {
        let said = said(taipan().args(["repl", "--isolation", "native"]).args(args).current_dir(&folder), b"1\n");
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{args:?}");
        said.err
    };
    assert_eq!(said(&["--file", "missing"]), "error: file `missing`: missing: no such file or directory\n");
    assert_eq!(said(&["--input", "n=@-"]), "error: input `n`: standard input is read twice\n");
    assert_eq!(
        said(&["--input", "class=1"]),
        "error: invalid input: `class` is a keyword of Python; choose another name\n"
    );
    assert_eq!(
        said(&["--file", "../x=big"]),
        "error: invalid input: file `../x` has a part `.` or `..`; write the path without it\n"
    );
    assert_eq!(
        said(&[
            "--memory",
            "1MiB",
            "--output",
            "1KiB",
            "--value-bytes",
            "1KiB",
            "--source",
            "1KiB",
            "--file",
            "big",
            "--file",
            "b=big"
        ]),
        "error: file `b=big`: with it, the files pass the memory limit of 1 MiB; raise it with --memory\n"
    );
}
