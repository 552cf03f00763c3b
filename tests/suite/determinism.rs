//! The same program gives the same bytes and costs the same fuel: on any run, thread and process.

use std::process::Command;
use std::{env, fs};

use taipan::{Error, Outcome};

use crate::case::{self, Case};
use crate::goldens::{self, AREAS};

/// Names the file that the second process writes.
const FILE: &str = "TAIPAN_TEST_OUTCOMES";

#[test]
fn a_second_run_gives_the_same() {
    let engine = case::engine();
    let cases = goldens::cases();
    let again = case::run_all(&cases, |case| case.run(&engine));
    assert_same(&described(&cases, goldens::results()), &described(&cases, &again), "in a second run");
}

#[test]
fn another_process_gives_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("outcomes.json");
    let status = Command::new(env::current_exe().unwrap())
        .args(["--exact", "determinism::outcomes_for_another_process", "--ignored"])
        .env(FILE, &file)
        .env_remove("TAIPAN_TRACE_CASES")
        .envs([("TZ", "Asia/Tokyo"), ("LANG", "de_DE.UTF-8"), ("PYTHONHASHSEED", "7"), ("HOME", "/nowhere")])
        .current_dir(folder.path())
        .status()
        .unwrap();
    assert!(status.success(), "{status}");
    let theirs: Vec<(String, String)> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_same(&described(&goldens::cases(), goldens::results()), &theirs, "in another process");
}

#[test]
#[ignore = "the part of the test before it that runs in the other process"]
fn outcomes_for_another_process() {
    let file = env::var_os(FILE).expect("only another_process_gives_the_same runs this");
    let cases = goldens::cases();
    fs::write(file, serde_json::to_vec(&described(&cases, goldens::results())).unwrap()).unwrap();
}

fn described(cases: &[Case], results: &[Result<Outcome, Error>]) -> Vec<(String, String)> {
    let id = |result: &Result<Outcome, Error>| result.as_ref().map_or(String::new(), |outcome| outcome.id.clone());
    let text = |result| format!("id: {}\n{}", id(result), goldens::render(result));
    cases.iter().zip(results).map(|(case, result)| (case.id(), text(result))).collect()
}

fn assert_same(first: &[(String, String)], second: &[(String, String)], when: &str) {
    assert_eq!(first.len(), second.len(), "the cases under {AREAS:?}");
    let differ = first.iter().zip(second).filter(|(a, b)| a != b);
    let list: Vec<String> = differ.map(|(a, b)| format!("{}:\n{}", a.0, lines_that_differ(&a.1, &b.1))).collect();
    assert!(
        list.is_empty(),
        "{} of {} cases gave something else {when}:\n{}",
        list.len(),
        first.len(),
        list.join("\n")
    );
}

fn lines_that_differ(a: &str, b: &str) -> String {
    let pairs = a.lines().zip(b.lines()).filter(|(a, b)| a != b).take(3);
    let lines: Vec<String> = pairs.map(|(a, b)| format!("    {a}\n    {b}")).collect();
    if lines.is_empty() { String::from("    one is longer") } else { lines.join("\n") }
}
