//! Attempts to exhaust each bound, one file each: every one ends as it should, in time, and the next run is right.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use taipan::snap::Case;
use taipan::{Engine, Isolation, LimitKind, Outcome, Status};

use crate::case::{self, cases, root};
use crate::walled::walled;

/// How late a run may end: the worker's grace, and as much again for a loaded machine.
const LATE: Duration = Duration::from_secs(1);

/// The limit that a status stands for, where an attempt does not name another.
fn limit_of(status: Status) -> Option<LimitKind> {
    match status {
        Status::Fuel => Some(LimitKind::Fuel),
        Status::Timeout => Some(LimitKind::Deadline),
        Status::Memory => Some(LimitKind::Memory),
        Status::Output => Some(LimitKind::Stdout),
        _ => None,
    }
}

/// What is wrong with how an attempt ended.
fn wrong(case: &Case, outcome: &Outcome) -> Option<String> {
    if let Some(difference) = case.difference(outcome).unwrap() {
        let error = outcome.error.as_ref().map(|e| format!("{}: {}", e.kind, e.message));
        return Some(format!("{error:?}\n{difference}"));
    }
    let kind = outcome.limit.map(|limit| limit.kind);
    if kind != limit_of(outcome.status) && !case.source().contains(", limit = ") {
        return Some(format!("{} by {kind:?}", outcome.status));
    }
    let most = case.limits().deadline + LATE;
    if Duration::from_micros(outcome.usage.wall_us) > most {
        return Some(format!("took {} ms", outcome.usage.wall_us / 1000));
    }
    None
}

#[test]
fn every_attempt_ends_as_it_should() {
    each_ends_as_it_should(&case::engine());
}

#[test]
fn every_attempt_ends_as_it_should_behind_the_wall() {
    let engine = Engine::builder().limits(case::limits()).policy(case::policy());
    let Some(engine) = walled(engine) else { return };
    each_ends_as_it_should(&engine);
}

fn each_ends_as_it_should(engine: &Engine) {
    let cases = cases(&["exhaustion"], engine.isolation());
    let mut failed = Vec::new();
    for case in &cases {
        let outcome = case.prepare(engine).run().unwrap_or_else(|e| panic!("{}: {e}", case.id()));
        failed.extend(wrong(case, &outcome).map(|why| format!("{}: {why}", case.id())));
        let next = engine.run("sum(x * x for x in range(10))").unwrap();
        if (next.status, next.repr.as_str()) != (Status::Ok, "285") {
            failed.push(format!("{}: the next run gave {} {}", case.id(), next.status, next.repr));
        }
    }
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

/// The names that a row of a table gives in its last column.
fn attempts_of(row: &str) -> Vec<&str> {
    let last = row.trim_matches('|').rsplit('|').next().unwrap_or_default();
    last.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_operation_in_the_document_has_its_attempts() {
    let text = fs::read_to_string(root().join("docs/limits.md")).unwrap();
    let cases = cases(&["exhaustion"], Isolation::Native);
    let known: BTreeSet<&str> = cases.iter().filter_map(|case| case::id(case).rsplit('/').next()).collect();
    let tables = text.split("## Native operations").nth(1).unwrap();
    let rows = tables.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    let mut checked = 0;
    for row in rows.filter(|row| !row.ends_with("| Attempts |")) {
        let attempts = attempts_of(row);
        assert!(!attempts.is_empty(), "no attempt in: {row}");
        for attempt in attempts {
            assert!(known.contains(attempt), "`{attempt}` is not in tests/cases/exhaustion: {row}");
        }
        checked += 1;
    }
    assert!(checked > 20, "{checked} rows");
}
