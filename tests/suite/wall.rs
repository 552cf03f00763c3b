//! Runs behind the wall: the same text as in this process, nothing of one run in the next, and hard ends.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use taipan::{Engine, Limits, Outcome, Policy, Seed, Status, Value};

use crate::case;
use crate::walled::walled;

fn engine(limits: Limits) -> Option<Engine> {
    walled(Engine::builder().limits(limits).policy(case::policy()))
}

/// Roads by which a run can leave something in its memory.
const PLANTS: [&str; 8] = [
    "x = 's3cr3t-0f-4-' + 'run'",
    "import sys; sys.modules['planted'] = 's3cr3t-0f-4-' + 'run'",
    "import builtins; builtins.planted = 's3cr3t-0f-4-' + 'run'",
    "import json; json.planted = 's3cr3t-0f-4-' + 'run'",
    "import random; random.seed('s3cr3t-0f-4-' + 'run')",
    "x = ['s3cr3t-0f-4-run'] * 100_000; y = [bytes(x[0], 'ascii') * 1000 for _ in range(2000)]",
    "x = 's3cr3t-0f-4-' + 'run'\nwhile True: pass",
    "x = ['s3cr3t-0f-4-' + 'run']\n1 / 0",
];

/// Looks for what another run left, and into memory that is handed out without being cleared.
const LOOK: &str = "
import sys, builtins, json
found = [name for name in ('planted', 'x', 'y') if name in globals() or hasattr(builtins, name) or hasattr(json, name)]
(found, 'planted' in sys.modules, len(sys.modules))
";

#[test]
fn nothing_that_a_run_plants_is_found_by_the_next() {
    let Some(engine) = engine(Limits { fuel: 2_000_000, ..case::limits() }) else { return };
    let fresh = engine.run(LOOK).unwrap();
    assert_eq!(fresh.status, Status::Ok, "{:?}", fresh.error);
    for plant in PLANTS {
        engine.run(plant).unwrap();
        let next = engine.run(LOOK).unwrap();
        assert_eq!((next.repr, next.usage.fuel), (fresh.repr.clone(), fresh.usage.fuel), "after {plant}");
    }
}

fn ended(outcome: &Outcome) -> (Status, &str) {
    (outcome.status, outcome.stdout.as_str())
}

#[test]
fn no_native_loop_outlasts_its_deadline() {
    let Some(engine) = engine(Limits { deadline: Duration::from_secs(1), fuel: u64::MAX, ..Limits::default() }) else {
        return;
    };
    let hostile = [
        "print('a')\nsum(iter(int, 1))",
        "print('a')\nimport re\nre.match('(a*)*b', 'a' * 40)",
        "print('a')\npow(3, 10**8) % 7",
        "print('a')\ntry:\n    while True:\n        pass\nfinally:\n    print('b')",
        "print('a')\nimport time\ntime.sleep(100)",
    ];
    for source in hostile {
        let began = Instant::now();
        let outcome = engine.run(source).unwrap();
        assert_eq!(ended(&outcome), (Status::Timeout, "a\n"), "{source}");
        assert!(began.elapsed() < Duration::from_secs(10), "{source}: {:?}", began.elapsed());
        assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
    }
}

#[test]
fn a_seed_by_number_agrees_and_the_systems_differs() {
    let Some(engine) = engine(Limits::default()) else { return };
    let source = "import random, secrets, uuid\n(random.random(), secrets.token_hex(8), str(uuid.uuid4()))";
    let draw = |seed| -> Value {
        let policy = Policy { seed, ..case::policy() };
        engine.prepare(source).policy(&policy).run().unwrap().value
    };
    assert_eq!(draw(Seed::Number(7)), draw(Seed::Number(7)));
    assert_ne!(draw(Seed::Number(7)), draw(Seed::Number(8)));
    assert_ne!(draw(Seed::System), draw(Seed::System));
}

/// Imports a module and says what that brought, and what it holds.
const BROUGHT: &str = "
import sys
before = set(sys.modules)
import {name}
brought = [name for name in sys.modules if name not in before]
[(name, sorted(vars(sys.modules[name]))) for name in sorted(brought)]
";

#[test]
fn an_import_from_the_shelf_brings_what_an_import_brings() {
    let Some(engine) = engine(case::limits()) else { return };
    let native = case::engine();
    let standard = taipan::modules().iter().filter(|module| module.tier == taipan::Tier::Standard);
    let sources: Vec<(&str, String)> =
        standard.map(|module| (module.name, BROUGHT.replace("{name}", module.name))).collect();
    let both = case::run_all(&sources, |(_, source)| [&native, &engine].map(|engine| engine.run(source).unwrap()));
    let mut wrong = String::new();
    for ((name, _), [here, behind]) in sources.iter().zip(&both) {
        if (here.status, &here.repr) != (behind.status, &behind.repr) {
            let same = here.repr.chars().zip(behind.repr.chars()).take_while(|(here, behind)| here == behind).count();
            let around = |outcome: &Outcome| -> String {
                outcome.repr.chars().skip(same.saturating_sub(60)).take(160).collect()
            };
            let _ = writeln!(wrong, "{name}:\n  here   {}\n  behind {}", around(here), around(behind));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
