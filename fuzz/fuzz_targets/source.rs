//! Programs behind the wall, with fuel as their only bound on time: whatever the text, a run ends in an outcome that keeps
//! its bounds, a second run gives the same, and nothing of them stays.
#![no_main]

use std::sync::LazyLock;
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use taipan::{Clock, Engine, Isolation, Limits, Outcome, Policy, Seed, Status};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let limits = Limits {
        fuel: 20_000,
        deadline: Duration::from_secs(600),
        memory: 32 << 20,
        output: 16 << 10,
        source: 16 << 10,
        value_bytes: 16 << 10,
        ..Limits::default()
    };
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    // One instance, so that each run has what the run before left.
    let engine = Engine::builder().isolation(Isolation::Wasm).workers(1).limits(limits).policy(policy);
    engine.build().expect("`make guest` builds the guest that this needs")
});

/// What a run that nothing preceded says of itself.
static FRESH: LazyLock<String> = LazyLock::new(probe);

const PROBE: &str =
    "import sys, random\n(len(sys.modules), sorted(globals()), id(object()), hash('a'), random.random())";

fn run(source: &str) -> Outcome {
    ENGINE.run(source).expect("whatever a program does is an outcome")
}

/// All of an outcome but its time.
fn told(outcome: &Outcome) -> String {
    let mut outcome = outcome.clone();
    outcome.usage.wall_us = 0;
    serde_json::to_string(&outcome).expect("every outcome is JSON")
}

fn probe() -> String {
    told(&run(PROBE))
}

fuzz_target!(|bytes: &[u8]| {
    LazyLock::force(&FRESH);
    let source = String::from_utf8_lossy(bytes);
    let first = run(&source);
    check(&first);
    let told_first = told(&first);
    let read: Outcome = serde_json::from_str(&told_first).expect("an outcome reads its own JSON");
    assert_eq!(told(&read), told_first);
    assert_eq!(told(&run(&source)), told_first, "a second run gives another outcome");
    assert_eq!(probe(), *FRESH, "something stayed");
});

fn check(outcome: &Outcome) {
    let Outcome { status, limit, error, usage, .. } = outcome;
    let limits = ENGINE.limits();
    let exhausted = matches!(status, Status::Fuel | Status::Memory | Status::Output);
    assert_eq!(limit.is_some(), exhausted, "{outcome:?}");
    let raised = matches!(status, Status::Error | Status::Exit | Status::Denied);
    assert_eq!(error.is_some(), raised, "{outcome:?}");
    assert!(exhausted || raised || *status == Status::Ok, "{outcome:?}");
    assert!(usage.fuel >= 1 && usage.fuel <= limits.fuel + 1, "{outcome:?}");
    assert!(outcome.stdout.len() as u64 <= limits.output && outcome.stderr.len() as u64 <= limits.output);
    assert_eq!(usage.output_bytes, (outcome.stdout.len() + outcome.stderr.len()) as u64);
    assert!(outcome.denials.len() <= 100);
    assert!(error.as_ref().is_none_or(|error| error.frames.is_some() || error.traceback.ends_with('\n')));
}
