//! The same program gives the same bytes and costs the same fuel: on any run, thread and process.

use std::env;

use serde_json::{Value, json};
use taipan::snap::Case;
use taipan::{Clock, Isolation, LimitKind, Limits, Outcome, Policy, Seed, Status};

use crate::case;
use crate::command::{Said, taipan_with};
use crate::goldens::{AREAS, cases, results};
use crate::walled::{both, walled};

#[test]
fn a_second_run_gives_the_same() {
    let engine = case::engine();
    let cases = cases();
    let again = case::run_all(&cases, |case| case.prepare(&engine).run().unwrap());
    for ((case, first), second) in cases.iter().zip(results()).zip(&again) {
        assert_eq!(case.difference(first).unwrap(), None, "{}", case.id());
        assert_eq!(case.difference(second).unwrap(), None, "{} in a second run", case.id());
        assert_eq!(differences(&told(first), &told(second)), [""; 0], "{}", case.id());
    }
}

/// A worker's first interpreter comes upon a thread that no other has left its types on.
#[test]
fn the_first_run_of_a_worker_gives_the_same() {
    let cases = case::cases(&["denials"], Isolation::Native);
    let outcomes = case::run_all(&cases, |case| case.prepare(&case::engine_of(1)).run().unwrap());
    for (case, outcome) in cases.iter().zip(&outcomes) {
        assert_eq!(case.difference(outcome).unwrap(), None, "{}", case.id());
    }
}

#[test]
fn another_process_gives_the_same() {
    let part = env::var("TAIPAN_CASES");
    let elsewhere = [("TZ", "Asia/Tokyo"), ("LANG", "de_DE.UTF-8"), ("PYTHONHASHSEED", "7"), ("HOME", "/nowhere")];
    for area in AREAS {
        let [cases, goldens] = ["tests/cases", "snapshots"].map(|folder| format!("{folder}/{area}"));
        let mut args = vec!["snap", &cases, "--goldens", &goldens, "--isolation", "native", "--fresh", "--costs", "0"];
        if let Ok(part) = &part {
            args.extend(["--filter", part]);
        }
        let Said { status, out, err } = taipan_with(case::root(), &args, &elsewhere);
        assert_eq!(status, 0, "{out}{err}");
    }
}

/// The whole outcome as JSON, without times and what depends on them, and without the memory that RustPython's own tables
/// happen to take in this process.
fn told(outcome: &Outcome) -> Value {
    let mut told = serde_json::to_value(outcome).unwrap();
    told["usage"]["wall_us"] = Value::Null;
    if outcome.isolation == Isolation::Native {
        told["usage"]["memory_peak_bytes"] = Value::Null;
    }
    let kind = outcome.limit.as_ref().map(|limit| limit.kind);
    if kind == Some(LimitKind::Deadline) || kind == Some(LimitKind::Memory) && outcome.isolation == Isolation::Native {
        told["limit"]["used"] = Value::Null;
        told["usage"]["fuel"] = Value::Null;
    }
    told
}

/// What two isolations give alike.
fn alike(mut told: Value) -> Value {
    told["usage"] = json!({"output_bytes": told["usage"]["output_bytes"]});
    told["isolation"] = Value::Null;
    if told["limit"]["kind"] == "memory" {
        told["limit"]["used"] = Value::Null;
    }
    told
}

/// The members that differ.
fn differences(one: &Value, other: &Value) -> Vec<String> {
    let members = one.as_object().unwrap().iter().zip(other.as_object().unwrap());
    members
        .filter(|(one, other)| one != other)
        .map(|((name, one), (_, other))| format!("{name}: {one} {other}"))
        .collect()
}

/// Numbers around the sizes of words are what the two sides take in different ways.
#[test]
fn calls_drawn_at_random_give_the_same_behind_the_wall() {
    const CALLS: &str = include_str!("../data/calls.py");
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    let limits = Limits { fuel: 10_000_000, ..Limits::default() };
    let engines = both(&case::builder().policy(policy).limits(limits));
    let mut compared = 0;
    for seed in 0..24 {
        let outcomes: Vec<_> =
            engines.iter().map(|engine| engine.run(&format!("SEED = {seed}\n{CALLS}")).unwrap()).collect();
        let lines: Vec<Vec<_>> = outcomes.iter().map(|outcome| outcome.stdout.lines().collect()).collect();
        // A call that wants more memory than there is ends the run.
        for outcome in &outcomes {
            let limit = outcome.limit.as_ref().map(|limit| limit.kind);
            assert!(outcome.status == Status::Ok || limit == Some(LimitKind::Memory), "{seed}: {outcome:?}");
        }
        for other in &lines[1..] {
            let differing: Vec<_> = lines[0].iter().zip(other).filter(|(one, other)| one != other).collect();
            assert!(differing.is_empty() && lines[0].len() == other.len(), "{seed}: {differing:#?}");
            compared += other.len();
        }
    }
    assert!(engines.len() == 1 || compared > 4000, "{compared}");
}

#[test]
fn the_whole_outcome_is_the_same_behind_the_wall() {
    let Some(engine) = walled(case::builder()) else { return };
    let cases = cases();
    let outcomes = || case::run_all(&cases, |case| told(&case.prepare(&engine).run().unwrap()));
    let (first, second) = (outcomes(), outcomes());
    let mut wrong = Vec::new();
    let mut compare = |what: &str, case: &Case, one: &Value, other: &Value| {
        let differences = differences(one, other);
        if !differences.is_empty() {
            wrong.push(format!("{} {what}: {}", case.id(), differences.join("; ")));
        }
    };
    for (((case, first), second), native) in cases.iter().zip(&first).zip(&second).zip(results()) {
        compare("again", case, first, second);
        // It shows what differs by design: hashes of text, sizes, and when a cycle goes after an import.
        if !case.id().ends_with("exactness/same_bytes.py") {
            compare("in this process", case, &alike(first.clone()), &alike(told(native)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
