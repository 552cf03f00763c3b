//! Runs the binary and gives what it said.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

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

/// Runs `taipan` with arguments, in a folder, with a standard input.
pub(crate) fn taipan_in(folder: &Path, args: &[&str], input: &[u8]) -> Said {
    let mut command = taipan();
    command.args(args).current_dir(folder);
    said(&mut command, input)
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
pub(crate) fn run(args: &[&str]) -> Said {
    let all: Vec<&str> = ["run"].iter().chain(args).copied().collect();
    taipan_in(Path::new("."), &all, b"")
}

/// Runs a program given as text.
pub(crate) fn code(code: &str) -> Said {
    run(&["-c", code])
}
