//! The same program gives the same bytes and costs the same fuel: on any run, thread and process.

use std::env;

use serde_json::{Value, json};
use taipan::snap::Case;
use taipan::{Isolation, LimitKind, Outcome};

use crate::case;
use crate::command::{Said, taipan_with};
use crate::goldens::{AREAS, cases, results};
use crate::walled::walled;

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
