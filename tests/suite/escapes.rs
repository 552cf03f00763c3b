//! Attempts to get out of a run: none gets out, and none leaves anything behind.

use taipan::{Clock, Engine, EngineBuilder, Isolation, Policy, Seed};

use crate::case;
use crate::walled::walled;

/// Notes all that a run can see of the interpreter that it is given.
const PROBE: &str = include_str!("probe.py");

/// One worker, so that each run has what the run before left: its types, or its instance.
fn engine() -> EngineBuilder {
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    Engine::builder().workers(1).limits(case::limits()).policy(policy)
}

/// The quick part of the probe, or all of it.
fn probe(engine: &Engine, whole: bool) -> String {
    let (quick, _) = PROBE.split_once("# ---").unwrap();
    let source = if whole { PROBE.to_owned() } else { format!("{quick}\nfound") };
    let outcome = engine.run(source.as_str()).unwrap();
    assert_eq!(outcome.status, taipan::Status::Ok, "{:?}", outcome.error);
    outcome.repr
}

#[test]
fn no_attempt_escapes() {
    none_escapes(&engine().isolation(Isolation::Native).build().unwrap());
}

#[test]
fn no_attempt_escapes_behind_the_wall() {
    let Some(engine) = walled(engine()) else { return };
    none_escapes(&engine);
}

fn none_escapes(engine: &Engine) {
    let attempts = case::cases(&["escapes"], engine.isolation());
    let fresh = [false, true].map(|whole| probe(engine, whole));
    let mut wrong = Vec::new();
    for (at, attempt) in attempts.iter().enumerate() {
        let outcome = attempt.prepare(engine).run().unwrap();
        if let Some(difference) = attempt.difference(&outcome).unwrap() {
            let traceback = outcome.error.as_ref().map(|error| &error.traceback);
            wrong.push(format!("{}: {difference}{traceback:?} {:?}", attempt.id(), outcome.limit));
        }
        let json = serde_json::to_string(&outcome).unwrap();
        if json.contains("ESCAPED") {
            wrong.push(format!("{}: escaped: {json}", attempt.id()));
        }
        let whole = at % 10 == 9 || at + 1 == attempts.len();
        let (fresh, after) = (&fresh[usize::from(whole)], probe(engine, whole));
        if after != *fresh {
            wrong.push(format!("{}: left something behind:\n{}", attempt.id(), difference(fresh, &after)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn there_are_enough_attempts() {
    assert!(std::env::var_os("TAIPAN_CASES").is_some() || case::cases(&["escapes"], Isolation::Native).len() >= 120);
}

/// The first place where two probes differ, with what is around it.
fn difference(fresh: &str, after: &str) -> String {
    let same = fresh.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(150)).take(400).collect::<String>();
    format!("  fresh: {}\n  after: {}", around(fresh), around(after))
}
