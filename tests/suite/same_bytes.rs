//! The same program gives the same bytes and fuel on every run, thread and process.

use std::process::Command;
use std::thread;

use taipan::{Clock, Engine, Outcome, Policy, Seed, Status};

/// Prints all that differs between two runs of another Python: addresses, hashes, orders, times and draws.
const PROGRAM: &str = include_str!("../cases/exactness/same_bytes.py");

fn engine(workers: usize) -> Engine {
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    Engine::builder().workers(workers).policy(policy).build().unwrap()
}

fn shown(outcome: &Outcome) -> (String, String, u64) {
    (outcome.stdout.clone(), outcome.stderr.clone(), outcome.usage.fuel)
}

#[test]
fn a_worker_gives_the_same_after_other_programs() {
    let engine = engine(1);
    let first = shown(&engine.run(PROGRAM).unwrap());
    for other in [
        "import json, re, decimal, collections, datetime\n[id(object()) for _ in range(1000)]",
        "class A(list): pass\nmany = [A() for _ in range(5000)]\nsum(id(a) % 7 for a in many)",
        "class C: pass\nfor _ in range(3000):\n    c = C(); c.self = c",
        "1 / 0",
        "while True: pass",
    ] {
        engine.prepare(other).fuel(100_000).run().unwrap();
        assert_eq!(shown(&engine.run(PROGRAM).unwrap()), first, "after {other}");
    }
}

#[test]
fn threads_give_the_same_at_the_same_time() {
    let engine = engine(4);
    let first = shown(&engine.run(PROGRAM).unwrap());
    thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|_| scope.spawn(|| shown(&engine.run(PROGRAM).unwrap()))).collect();
        for one in all {
            assert_eq!(one.join().unwrap(), first);
        }
    });
}

#[test]
fn two_processes_give_the_same() {
    let run = || {
        let output = Command::new(env!("CARGO_BIN_EXE_taipan"))
            .args(["run", "--clock", "fixed", "--seed", "0", "-c", PROGRAM])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        (output.stdout, output.stderr)
    };
    let first = run();
    assert_eq!(run(), first);
    let here = engine(1).prepare(PROGRAM).file_name("<string>").run().unwrap();
    assert_eq!(String::from_utf8(first.0).unwrap(), here.stdout);
}

#[test]
fn another_seed_draws_otherwise_and_the_system_each_time() {
    let drawn = |seed| {
        let policy = Policy { seed, ..Policy::default() };
        let engine = Engine::builder().workers(1).policy(policy).build().unwrap();
        engine.run("import _random\n_random.Random().random()").unwrap().repr
    };
    assert_eq!(drawn(Seed::Number(1)), drawn(Seed::Number(1)));
    assert_ne!(drawn(Seed::Number(1)), drawn(Seed::Number(2)));
    assert_ne!(drawn(Seed::System), drawn(Seed::System));
}

#[test]
fn a_run_is_stopped_after_one_that_numbered_exceptions() {
    let engine = engine(1);
    let numbered = "[id(error) for error in (BaseException(), Exception(), ValueError(), OSError())] != []";
    assert_eq!(engine.run(numbered).unwrap().repr, "True");
    let stopped = engine.prepare("import csv, struct, zlib\nwhile True: pass").fuel(50_000).run().unwrap();
    assert_eq!(stopped.status, Status::Fuel);
    let raised = engine.run("import csv\ntry: list(csv.reader([1]))\nexcept csv.Error as error: print(error)").unwrap();
    assert_eq!(raised.status, Status::Ok);
}
