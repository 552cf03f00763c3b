//! Another command that runs the same cases, and where its answers differ.

use std::collections::BTreeMap;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Error;
use super::case::{Case, Expects, Found};
use super::report::{Checked, Report};
use crate::{Outcome, Status, Value};

/// The most that is read of each stream, in bytes.
const MOST: u64 = 4 << 20;

/// How long a look at the process is put off.
const LOOK: Duration = Duration::from_millis(2);

/// A command that runs a Python file, and the differences from it that are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Against {
    words: Vec<String>,
    /// Why a case differs and stays so, by the case's name.
    known: BTreeMap<String, String>,
}

impl Against {
    /// Reads a command line as a shell splits it.
    pub(crate) fn new(command: &str) -> Result<Against, Error> {
        let words = split(command).map_err(|why| Error::new(format!("--against: {why}")))?;
        if words.is_empty() {
            return Err(Error::new("--against: no command is named; write one such as 'python3 -I'"));
        }
        Ok(Against { words, known: BTreeMap::new() })
    }

    /// Reads the differences that are known: a TOML table of names and reasons.
    pub(crate) fn with_known(mut self, file: &Path) -> Result<Against, Error> {
        let text =
            super::find::read(file).map_err(|why| Error::new(format!("{}: {why}", super::error::shown(file))))?;
        self.known = toml::from_str(&text).map_err(|e| {
            let at = e.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let why = e.message().trim_end().replace('\n', "; ");
            Error::new(format!(
                "{}: line {line}: {why}; write lines such as \"docs/a.py\" = \"why\"",
                super::error::shown(file)
            ))
        })?;
        if let Some((name, _)) = self.known.iter().find(|(_, reason)| reason.trim().is_empty()) {
            return Err(Error::new(format!("{}: `{name}`: say why", super::error::shown(file))));
        }
        Ok(self)
    }

    /// Why a case differs and stays so.
    pub(crate) fn known(&self, id: &str) -> Option<&str> {
        self.known.get(id).map(String::as_str)
    }

    /// The command, as messages name it.
    pub(crate) fn name(&self) -> &str {
        self.words.first().map_or("another command", String::as_str)
    }

    /// Notes how many differences are known, and which of them are of no case.
    pub(crate) fn examine(&self, found: &Found, is_all: bool, report: &mut Report) {
        let is_case = |name: &str| found.cases.iter().any(|case| case.id == name);
        let known = self.known.keys().filter(|name| is_case(name)).count();
        if known > 0 {
            report.notes.push(format!("{known} known differences from `{}`", self.name()));
        }
        for name in self.known.keys().filter(|name| is_all && !is_case(name)) {
            let mut checked = Checked::of(name, 0);
            checked.reason = Some(String::from("a known difference is listed for it, but there is no such case"));
            report.cases.push(checked);
        }
    }

    /// What this and the command gave, where that differs; nothing where they agree or can't be compared.
    ///
    /// Compared are standard output, the exit status, and what an exception says after its frames.
    pub(crate) fn compare(&self, case: &Case, outcome: &Outcome) -> Result<Option<(String, String)>, String> {
        let limited = !matches!(outcome.status, Status::Ok | Status::Error | Status::Exit);
        let apart = limited || !outcome.denials.is_empty() || case.settings.alone.is_some();
        if apart || !matches!(case.expects, Expects::Golden(_) | Expects::Inline(_)) {
            return Ok(None);
        }
        let (Some(program), false) = (program(case), self.words.is_empty()) else { return Ok(None) };
        let theirs = self.ask(&program, case)?;
        let error = outcome.error.as_ref();
        let exit = match outcome.status {
            Status::Ok => 0,
            Status::Exit => error.and_then(|error| error.exit_code).map_or(1, i32::from),
            _ => 1,
        };
        let raised = error.filter(|_| outcome.status == Status::Error).map(|error| conclusion(&error.traceback));
        let ours = text(exit, raised.as_deref(), &outcome.stdout);
        // What a program writes to standard error is no exception.
        let raised = (theirs.exit == 1 && outcome.status != Status::Exit).then(|| conclusion(&theirs.err));
        let theirs = text(theirs.exit, raised.as_deref(), &theirs.out);
        Ok((ours != theirs).then_some((theirs, ours)))
    }

    fn ask(&self, program: &str, case: &Case) -> Result<Answer, String> {
        let deadline = case.settings.limits.deadline;
        let fail = |e: io::Error| format!("{}: {}", self.words[0], super::error::io(Path::new(&self.words[0]), &e));
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let file = folder.path().canonicalize().map_err(|e| e.to_string())?.join("main.py");
        std::fs::write(&file, program).map_err(|e| e.to_string())?;
        let sandbox = folder.path().join("sandbox");
        std::fs::create_dir(&sandbox).map_err(|e| e.to_string())?;
        for (path, content) in case.files() {
            let path = sandbox.join(path);
            path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|e| e.to_string())?;
            std::fs::write(&path, content).map_err(|e| e.to_string())?;
        }
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]).arg(&file).current_dir(&sandbox);
        command.envs([
            ("PYTHONHASHSEED", "0"),
            ("PYTHONUTF8", "1"),
            ("TZ", "UTC"),
            ("COLUMNS", "80"),
            ("NO_COLOR", "1"),
        ]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => format!("there is no command `{}`", self.words[0]),
            _ => fail(e),
        })?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (out, err) = (thread::spawn(move || drain(out)), thread::spawn(move || drain(err)));
        let exit = wait(&mut child, deadline);
        let text = |thread: thread::JoinHandle<Vec<u8>>| {
            // Here the program has no folder.
            let text = String::from_utf8_lossy(&thread.join().unwrap_or_default()).into_owned();
            file.to_str().map_or(text.clone(), |file| text.replace(file, "main.py"))
        };
        let (out, err) = (text(out), text(err));
        exit.map(|exit| Answer { exit, out, err })
            .ok_or_else(|| format!("`{}` took longer than {deadline:?}", self.words[0]))
    }
}

struct Answer {
    exit: i32,
    out: String,
    err: String,
}

/// The exit status; none where the process was killed for taking too long.
fn wait(child: &mut Child, deadline: Duration) -> Option<i32> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.code().unwrap_or(-1)),
            Ok(None) if begun.elapsed() < deadline => thread::sleep(LOOK),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// The beginning of a stream, which is read to its end.
fn drain(stream: Option<impl Read>) -> Vec<u8> {
    let Some(mut stream) = stream else { return Vec::new() };
    let mut bytes = Vec::new();
    let _ = stream.by_ref().take(MOST).read_to_end(&mut bytes);
    let _ = io::copy(&mut stream, &mut io::sink());
    bytes
}

/// The case as a file: its inputs on a line of their own. None where an input has no literal.
fn program(case: &Case) -> Option<String> {
    let mut text = Vec::new();
    for (name, value) in &case.settings.inputs {
        write!(text, "{name} = {}; ", literal(value)?).ok()?;
    }
    if !text.is_empty() {
        text.push(b'\n');
    }
    text.extend_from_slice(case.source.as_bytes());
    String::from_utf8(text).ok()
}

fn literal(value: &Value) -> Option<String> {
    Some(match value {
        Value::None => String::from("None"),
        Value::Bool(true) => String::from("True"),
        Value::Bool(false) => String::from("False"),
        Value::Int(number) => number.to_string(),
        Value::Float(number) if number.is_finite() => format!("{number:?}"),
        Value::Str(text) => serde_json::to_string(text).ok()?,
        Value::List(items) => format!("[{}]", items.iter().map(literal).collect::<Option<Vec<_>>>()?.join(", ")),
        _ => return None,
    })
}

fn text(exit: i32, raised: Option<&str>, out: &str) -> String {
    let raised = raised.map_or(String::new(), |raised| format!("raised: {}\n", raised.trim_end()));
    format!("exit:   {exit}\n{raised}--- stdout\n{out}")
}

/// What a traceback says after its last frame, or its last line where all of it is indented.
fn conclusion(traceback: &str) -> String {
    let all: Vec<&str> = traceback.trim_end().lines().collect();
    let flush = all.iter().rev().take_while(|line| !line.starts_with(' ')).count();
    all[all.len() - flush.max(1).min(all.len())..].join("\n")
}

/// The words of a command line; quotes keep one together, a backslash keeps one character.
fn split(line: &str) -> Result<Vec<String>, String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('\\', open) if open != Some('\'') => word.get_or_insert_default().extend(chars.next()),
            (c, Some(_)) => word.get_or_insert_default().push(c),
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, None) => word.get_or_insert_default().push(c),
        }
    }
    match quote {
        Some(open) => Err(format!("the quote {open} in `{line}` is not closed")),
        None => {
            words.extend(word);
            Ok(words)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_conclude_their_tracebacks() {
        let frames =
            "Traceback (most recent call last):\n  File \"main.py\", line 1, in <module>\n    1 / 0\n    ~~^~~\n";
        let error = format!("{frames}ZeroDivisionError: division by zero\na note\n");
        assert_eq!(conclusion(&error), "ZeroDivisionError: division by zero\na note");
        let group = "  | ExceptionGroup: two (1 sub-exception)\n  +-+----- 1 -----\n    | ValueError: a\n    +-----\n";
        assert_eq!(conclusion(group), "    +-----");
        assert_eq!(conclusion(""), "");
    }

    #[test]
    fn command_lines_are_split() {
        assert_eq!(split("python3 -I").unwrap(), ["python3", "-I"]);
        assert_eq!(split(" 'a b'  c\\ d \"e 'f'\" '' ").unwrap(), ["a b", "c d", "e 'f'", ""]);
        assert_eq!(split("a 'b").unwrap_err(), "the quote ' in `a 'b` is not closed");
        assert_eq!(
            Against::new(" ").unwrap_err().to_string(),
            "--against: no command is named; write one such as 'python3 -I'"
        );
    }
}
