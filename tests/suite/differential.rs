//! Thousands of generated expressions, each against what CPython answers.
//!
//! The generators are Python files that run in both; `TAIPAN_ROUNDS` and `TAIPAN_SEED` make other expressions.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use taipan::{Clock, Engine, EngineBuilder, Isolation, Limits, Policy, Seed, Status};

use crate::walled::walled;
use crate::{case, cpython};

const SUBJECTS: [&str; 9] =
    ["binary", "dates", "decimals", "formatting", "mathematics", "numbers", "strings", "structures", "texts"];

/// Rounds of a generator; one gives between 15 and 45 expressions.
const ROUNDS: u64 = 40;

/// What the guest's words of 32 bits leave different, by its start.
const BEHIND_THE_WALL: [&str; 1] = ["binary: \"array.array('L', [2**40])\" -> OverflowError"];

#[test]
fn generated_expressions_give_what_cpython_gives() {
    compare(&engine().isolation(Isolation::Native).build().unwrap(), &[]);
}

#[test]
fn they_do_behind_the_wall() {
    let Some(engine) = walled(engine()) else { return };
    compare(&engine, &BEHIND_THE_WALL);
}

fn compare(engine: &Engine, known: &[&str]) {
    let Some((python, version)) = cpython::find() else {
        let text = "NOT COMPARED WITH CPYTHON: there is none of at least 3.12; set TAIPAN_CPYTHON to one";
        let _ = writeln!(std::io::stderr(), "{text}");
        return;
    };
    let number = |name, default| env::var(name).map_or(default, |text| text.parse().unwrap());
    let (rounds, seed) = (number("TAIPAN_ROUNDS", ROUNDS), number("TAIPAN_SEED", 0));
    let mut compared = 0;
    let mut wrong = Vec::new();
    for subject in SUBJECTS.into_iter().filter(|subject| case::selected(&format!("differential/{subject}"))) {
        let source = source(subject, seed, rounds);
        let outcome = engine.prepare(source.as_str()).run().unwrap();
        let ended = outcome.error.map_or_else(String::new, |error| error.traceback);
        assert_eq!(outcome.status, Status::Ok, "{subject}: {:?}\n{ended}", outcome.limit);
        let ours: Vec<&str> = outcome.stdout.lines().collect();
        let theirs = ask(&python, &source);
        assert_eq!(ours.len(), theirs.lines().count(), "{subject}: not as many answers");
        compared += ours.len();
        let pairs: BTreeMap<_, _> = ours.into_iter().zip(theirs.lines()).collect();
        let differ = pairs.into_iter().filter(|(ours, theirs)| !same(ours, theirs));
        let differ = differ.map(|(ours, theirs)| format!("{subject}: {ours}\n    CPython: {theirs}"));
        wrong.extend(differ.filter(|text| !known.iter().any(|known| text.starts_with(known))));
    }
    let (major, minor) = version;
    assert!(wrong.is_empty(), "{} of {compared} answers differ:\n{}", wrong.len(), wrong.join("\n"));
    let _ = writeln!(std::io::stderr(), "{compared} expressions give what CPython {major}.{minor} gives");
}

/// The same value, or an exception of the same type: messages vary from one version to the next.
fn same(ours: &str, theirs: &str) -> bool {
    let kind = |line: &str| {
        let (_, outcome) = line.rsplit_once(" -> ")?;
        outcome.split_once(": ").map(|(kind, _)| kind.to_owned()).filter(|kind| !kind.contains(' '))
    };
    ours == theirs || kind(ours).is_some_and(|ours| kind(theirs) == Some(ours))
}

fn source(subject: &str, seed: u64, rounds: u64) -> String {
    let folder = case::root().join("tests/differential");
    let read = |name: &str| fs::read_to_string(folder.join(format!("{name}.py"))).unwrap();
    format!("SEED = {seed}\nROUNDS = {rounds}\n{}\n{}", read("prelude"), read(subject))
}

fn engine() -> EngineBuilder {
    let limits = Limits {
        fuel: 1 << 40,
        deadline: Duration::from_secs(300),
        memory: 2 << 30,
        output: 64 << 20,
        ..Limits::default()
    };
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    Engine::builder().limits(limits).policy(policy)
}

fn ask(python: &Path, source: &str) -> String {
    let file = tempfile::Builder::new().suffix(".py").tempfile().unwrap();
    fs::write(file.path(), source).unwrap();
    let mut command = Command::new(python);
    // With `-P` a module beside the file is not taken for the library's.
    command.args(["-P", "-X", "utf8", "-W", "ignore"]).arg(file.path());
    let output = command.env_clear().envs([("PYTHONHASHSEED", "0"), ("TZ", "UTC")]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
