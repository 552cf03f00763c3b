//! Each case against CPython, where one is installed: same output, same value, same exception.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Deserialize;
use taipan::snap::Case;
use taipan::{Outcome, Status};

use crate::command::{Said, taipan_with};
use crate::{case, divergences, goldens};

/// The oldest version whose answers count, and the oldest whose messages do.
const OLDEST: (u32, u32) = (3, 12);
const SAME_MESSAGES: (u32, u32) = (3, 13);

#[derive(Debug, Deserialize)]
struct Answer {
    status: String,
    stdout: String,
    #[serde(default)]
    repr: String,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    traceback: String,
    exit_code: Option<u8>,
    /// Files in its folder that it was not given as they are: each path and its content in base 64.
    #[serde(default)]
    files: BTreeMap<String, String>,
}

#[test]
fn cases_give_what_cpython_gives() {
    let Some((python, version)) = find() else {
        let text = "NOT COMPARED WITH CPYTHON: there is no python3.14, python3.13, python3.12 or python3 of at least 3.12 \
                    in PATH; set TAIPAN_CPYTHON to one";
        let _ = writeln!(std::io::stderr(), "{text}");
        return;
    };
    let pairs = goldens::cases().into_iter().zip(goldens::results());
    let known = divergences::reasons();
    let is_to_be_compared = |case: &Case| case.alone().is_none() && !known.contains_key(case.id());
    let pairs: Vec<(Case, &Outcome)> =
        pairs.filter(|(case, outcome)| is_to_be_compared(case) && is_comparable(outcome)).collect();
    let answers = ask(&python, &pairs);
    let wrong: BTreeMap<String, String> = pairs
        .iter()
        .zip(&answers)
        .filter_map(|((case, outcome), answer)| {
            Some((case::id(case).to_owned(), difference(outcome, answer, version)?))
        })
        .collect();
    let list: Vec<String> = wrong.iter().map(|(id, text)| format!("{id}: {text}")).collect();
    let name = python.display();
    assert!(wrong.is_empty(), "{} of {} cases differ from {name}:\n{}", wrong.len(), pairs.len(), list.join("\n"));
    let _ = writeln!(std::io::stderr(), "{} cases give what {name} gives", pairs.len());
}

/// The command does the same for scripts: their output, exit status and exceptions.
#[test]
fn the_command_compares_cases_with_cpython() {
    let Some((python, version)) = find().filter(|found| found.1 == SAME_MESSAGES) else {
        let text = "NOT COMPARED BY taipan snap --against: there is no CPython 3.13, whose differences are listed";
        let _ = writeln!(std::io::stderr(), "{text}");
        return;
    };
    let engine = format!("'{}' -I", python.display());
    let mut args = vec!["snap", "tests/cases", "--goldens", "snapshots", "--isolation", "native", "--fresh"];
    args.extend(["--costs", "0", "--against", &engine, "--known-differences", divergences::LIST]);
    let areas = goldens::AREAS.map(|area| format!("tests/cases/{area}/"));
    let part = env::var("TAIPAN_CASES");
    match &part {
        Ok(part) => args.extend(["--filter", part]),
        Err(_) => args.extend(areas.iter().flat_map(|area| ["--filter", area])),
    }
    let Said { status, out, err } = taipan_with(case::root(), &args, &[]);
    assert_eq!(status, 0, "{version:?}: {out}{err}");
}

/// What a bound ended or policy refused, CPython would have done.
fn is_comparable(outcome: &Outcome) -> bool {
    matches!(outcome.status, Status::Ok | Status::Error | Status::Exit) && outcome.denials.is_empty()
}

fn difference(outcome: &Outcome, answer: &Answer, version: (u32, u32)) -> Option<String> {
    let differ =
        |what: &str, ours: &str, theirs: &str| Some(format!("{what}\n    taipan:  {ours}\n    CPython: {theirs}"));
    let error = outcome.error.as_ref();
    let kind = error.filter(|_| outcome.status == Status::Error).map_or("", |error| error.kind.as_str());
    if outcome.status.to_string() != answer.status || kind != answer.kind {
        let message = error.map_or("", |error| error.message.as_str());
        let ours = format!("{} {kind} {message}", outcome.status);
        return differ("ending", &ours, &format!("{} {} {}", answer.status, answer.kind, answer.message));
    }
    if outcome.stdout != answer.stdout {
        let (at, ours, theirs) = first_difference(&outcome.stdout, &answer.stdout);
        return differ(&format!("stdout, line {at}"), ours, theirs);
    }
    if outcome.repr != answer.repr {
        return differ("value", &outcome.repr, &answer.repr);
    }
    let files: BTreeMap<String, String> =
        outcome.files.iter().map(|file| (file.path.clone(), in_base64(file))).collect();
    if files != answer.files {
        let names = |files: &BTreeMap<String, String>| format!("{:?}", files.keys().collect::<Vec<_>>());
        let same_names = files.keys().eq(answer.files.keys());
        let other =
            files.iter().find(|(path, content)| answer.files.get(*path) != Some(content)).filter(|_| same_names);
        return match other {
            Some((path, content)) => differ(&format!("file {path}"), content, &answer.files[path]),
            None => differ("files", &names(&files), &names(&answer.files)),
        };
    }
    let error = error?;
    if answer.status == "error" && version >= SAME_MESSAGES && error.message != answer.message {
        return differ("message", &error.message, &answer.message);
    }
    let own = answer.status == "error" && version >= SAME_MESSAGES && is_own(&answer.traceback);
    if own && error.traceback != answer.traceback {
        return Some(format!("traceback\n{}", beside(&error.traceback, &answer.traceback)));
    }
    if error.exit_code != answer.exit_code {
        return differ("exit code", &format!("{:?}", error.exit_code), &format!("{:?}", answer.exit_code));
    }
    None
}

/// Whether a traceback shows no frame of the library, whose files are elsewhere there.
fn is_own(traceback: &str) -> bool {
    let files = traceback.lines().filter_map(|line| line.trim_start_matches([' ', '|']).strip_prefix("File \""));
    files.map(|rest| rest.split('"').next().unwrap_or(rest)).all(|file| file == "main.py" || file.starts_with('<'))
}

/// The content of a file; of one that holds the time it was made at, only that it is there.
fn in_base64(file: &taipan::File) -> String {
    let has_time = [".zip", ".gz"].iter().any(|end| file.path.ends_with(end)) || file.path.ends_with(".tar");
    if has_time { String::new() } else { BASE64.encode(file.content.as_deref().unwrap_or_default()) }
}

fn beside(ours: &str, theirs: &str) -> String {
    let indented = |text: &str| text.lines().map(|line| format!("      {line}\n")).collect::<String>();
    format!("    taipan:\n{}    CPython:\n{}", indented(ours), indented(theirs))
}

fn first_difference<'a>(ours: &'a str, theirs: &'a str) -> (usize, &'a str, &'a str) {
    let (mut a, mut b) = (ours.split_inclusive('\n'), theirs.split_inclusive('\n'));
    for at in 1.. {
        match (a.next(), b.next()) {
            (None, None) => break,
            (left, right) if left != right => {
                let shown = |line: Option<&'a str>| line.map_or("(nothing more)", str::trim_end);
                return (at, shown(left), shown(right));
            }
            _ => {}
        }
    }
    (0, ours, theirs)
}

fn ask(python: &Path, pairs: &[(Case, &Outcome)]) -> Vec<Answer> {
    let questions: Vec<_> = pairs.iter().map(|(case, _)| question(case)).collect();
    let mut child = Command::new(python)
        .args(["-X", "utf8"])
        .arg(case::root().join("tests/suite/cpython.py"))
        .env_clear()
        .envs([("PYTHONHASHSEED", "0"), ("TZ", "UTC"), ("COLUMNS", "80")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    serde_json::to_writer(child.stdin.take().unwrap(), &questions).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}: {}", python.display(), output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn question(case: &Case) -> serde_json::Value {
    let inputs: BTreeMap<_, _> = case.inputs().iter().map(|(name, value)| (name, value)).collect();
    let inputs = serde_json::to_value(&inputs).unwrap();
    let id = case.id();
    assert!(
        !inputs.to_string().contains("$type"),
        "{id}: a tagged input; say in a directive `alone` why CPython is not asked"
    );
    let files: BTreeMap<_, _> = case.files().map(|(path, text)| (path, str::from_utf8(text).unwrap())).collect();
    let (sandbox, recursion) = (case::id(case).starts_with("files/"), case.limits().recursion);
    serde_json::json!({"source": case.source(), "inputs": inputs, "files": files, "sandbox": sandbox, "recursion": recursion})
}

/// The newest CPython that is named, in `PATH`, or installed by pyenv.
pub(crate) fn find() -> Option<(PathBuf, (u32, u32))> {
    if let Some(named) = env::var_os("TAIPAN_CPYTHON") {
        let named = PathBuf::from(named);
        let version = version(&named);
        assert!(version.is_some(), "TAIPAN_CPYTHON is {}, which is no CPython 3.12 or newer", named.display());
        return version.map(|version| (named, version));
    }
    let names = ["python3.14", "python3.13", "python3.12", "python3"];
    let folders: Vec<PathBuf> =
        env::var_os("PATH").iter().flat_map(|path| env::split_paths(path).collect::<Vec<_>>()).collect();
    let in_path = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = in_path.chain(by_pyenv()).filter(|file| file.is_file());
    found.filter_map(|file| version(&file).map(|version| (file, version))).max_by_key(|found| found.1)
}

fn by_pyenv() -> Vec<PathBuf> {
    let Some(home) = env::home_dir() else { return Vec::new() };
    let versions = fs::read_dir(home.join(".pyenv/versions")).into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin/python3")).collect()
}

fn version(python: &Path) -> Option<(u32, u32)> {
    let code = "import os, sys\nprint(sys.implementation.name, hasattr(os, 'fork'), *sys.version_info[:2])";
    let output = Command::new(python).args(["-c", code]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let numbers = text.trim().strip_prefix("cpython True ")?;
    let (major, minor) = numbers.split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?)).filter(|version| *version >= OLDEST)
}
