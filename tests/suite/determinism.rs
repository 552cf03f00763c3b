//! The same program gives the same bytes and costs the same fuel: on any run, thread and process.

use std::env;

use taipan::Isolation;

use crate::case;
use crate::command::{Said, taipan_with};
use crate::goldens::{AREAS, cases, results};

#[test]
fn a_second_run_gives_the_same() {
    let engine = case::engine();
    let cases = cases();
    let again = case::run_all(&cases, |case| case.prepare(&engine).run().unwrap());
    for ((case, first), second) in cases.iter().zip(results()).zip(&again) {
        assert_eq!(case.difference(first).unwrap(), None, "{}", case.id());
        assert_eq!(case.difference(second).unwrap(), None, "{} in a second run", case.id());
        assert_eq!(first.id, second.id, "{}", case.id());
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
