//! Runs the binary and gives what it said, the same on each isolation.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use taipan::{Engine, Isolation};

use crate::walled::walled;

/// What a process left behind.
#[derive(Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The binary with nothing in its environment.
pub(crate) fn taipan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.env_clear();
    command
}

/// Runs `taipan` with arguments, in a folder, with a standard input. Where it runs a program and the arguments name no
/// isolation, every isolation of this build must give the same text.
#[track_caller]
pub(crate) fn taipan_in(folder: &Path, args: &[&str], input: &[u8]) -> Said {
    let said_with = |args: &[&str]| said(taipan().args(args).current_dir(folder), input);
    let first = said_with(args);
    if args.first() == Some(&"run") && !args.contains(&"--isolation") && has_guest() {
        let other = if Isolation::default() == Isolation::Wasm { "native" } else { "wasm" };
        let second = said_with(&[&["run", "--isolation", other], &args[1..]].concat());
        assert_eq!(comparable(&second), comparable(&first), "--isolation {other}");
    }
    first
}

/// Whether this build has a wall; one without says so aloud.
pub(crate) fn has_guest() -> bool {
    static HAS_GUEST: OnceLock<bool> = OnceLock::new();
    *HAS_GUEST.get_or_init(|| walled(Engine::builder().workers(1)).is_some())
}

/// The isolations of this build, as an option names them.
pub(crate) fn isolations() -> Vec<&'static str> {
    if has_guest() { vec!["native", "wasm"] } else { vec!["native"] }
}

/// What was said without what each isolation measures by itself: time, fuel, memory, and its own name.
fn comparable(said: &Said) -> Said {
    let stopped = |line: &str| -> String {
        let measured = line.starts_with("taipan: stopped: ").then(|| line.find(" was exhausted")).flatten();
        line[..measured.unwrap_or(line.len())].to_owned() + "\n"
    };
    let out = match serde_json::from_str::<serde_json::Value>(&said.out) {
        Ok(mut outcome) if outcome["isolation"].is_string() => {
            outcome["usage"] = serde_json::Value::Null;
            outcome["isolation"] = serde_json::Value::Null;
            outcome.to_string()
        }
        _ => said.out.clone(),
    };
    Said { status: said.status, out, err: said.err.lines().map(stopped).collect() }
}

/// Runs `taipan` with arguments, in a folder, with some of an environment.
pub(crate) fn taipan_with(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Said {
    said(taipan().args(args).current_dir(folder).envs(environment.iter().copied()), b"")
}

/// Runs a command with a standard input.
pub(crate) fn said(command: &mut Command, input: &[u8]) -> Said {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts");
    // A child that does not read its input to the end closes the pipe; that is its right.
    let _ = child.stdin.take().expect("standard input is piped").write_all(input);
    let output = child.wait_with_output().expect("the binary ends");
    Said {
        status: output.status.code().expect("no signal ended the binary"),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}

/// Runs `taipan run` with arguments.
#[track_caller]
pub(crate) fn run(args: &[&str]) -> Said {
    let all: Vec<&str> = ["run"].iter().chain(args).copied().collect();
    taipan_in(Path::new("."), &all, b"")
}

/// Runs a program given as text.
#[track_caller]
pub(crate) fn code(code: &str) -> Said {
    run(&["-c", code])
}
