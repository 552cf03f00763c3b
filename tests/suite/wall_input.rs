//! Bounds at their ends, crowds of callers and engines that go away, behind the wall.

use std::io::Write as _;
use std::sync::RwLock;
use std::thread;
use std::time::{Duration, Instant};

use taipan::{Cancel, Engine, EngineBuilder, ErrorKind, LimitKind, Limits, Status};

use crate::walled::walled;

fn with(limits: Limits) -> EngineBuilder {
    Engine::builder().limits(limits).workers(2)
}

/// What is held to fit in the least memory that can be asked for.
const LEAST_MEMORY: u64 = 1 << 20;

#[test]
fn no_fuel_at_all() {
    let Some(engine) = walled(with(Limits::default())) else { return };
    for source in ["", "2 + 2", "while True: pass", "("] {
        let outcome = engine.prepare(source).fuel(0).run().unwrap();
        let limit = outcome.limit.map(|limit| (limit.kind, limit.limit, limit.used));
        assert_eq!((outcome.status, limit), (Status::Fuel, Some((LimitKind::Fuel, 0, 1))), "{source}");
        assert_eq!(outcome.usage.fuel, 1, "{source}");
    }
    assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
}

#[test]
fn all_the_fuel_that_a_number_holds() {
    let deadline = Duration::from_secs(1);
    for fuel in [u64::MAX, u64::MAX - 1, u64::MAX / 1280 + 1, i64::MAX as u64] {
        let Some(engine) = walled(with(Limits { fuel, deadline, ..Limits::default() })) else { return };
        let few = engine.run("2 + 2").unwrap();
        assert_eq!(few.repr, "4");
        assert!((1..1000).contains(&few.usage.fuel), "{}", few.usage.fuel);
        let endless = engine.run("while True: pass").unwrap();
        assert_eq!(endless.status, Status::Timeout);
        assert!(endless.usage.fuel > few.usage.fuel && endless.usage.fuel < 1 << 40, "{}", endless.usage.fuel);
    }
}

#[test]
fn less_memory_than_a_run_can_have() {
    for memory in [0, 1, LEAST_MEMORY - 1] {
        let error = with(Limits { memory, ..Limits::default() }).build().unwrap_err();
        let text = format!("invalid limits: memory is {memory} bytes; it must be at least 1048576 (1 MiB)");
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::InvalidLimits, text));
        let Some(engine) = walled(with(Limits::default())) else { return };
        let limits = Limits { memory, ..Limits::default() };
        assert_eq!(engine.prepare("1").limits(&limits).run().unwrap_err().kind(), ErrorKind::InvalidLimits);
    }
}

/// The interpreter itself takes 20 MB, which the bound does not count: it was there before the run.
#[test]
fn the_least_memory_that_a_run_can_have() {
    let limits = Limits { memory: LEAST_MEMORY, ..Limits::default() };
    let Some(engine) = walled(with(limits)) else { return };
    assert_eq!(engine.run("sum(range(1000))").unwrap().repr, "499500");
    for source in [
        "x = 'a' * 3_000_000",
        "x = []\nwhile True: x.append(str(len(x)))",
        "x = []\nwhile True:\n    try: x.append(bytes(1000))\n    except BaseException: pass",
        "def f():\n    try: f()\n    finally: f()\nx = [bytes(2 << 20)]\nf()",
    ] {
        let outcome = engine.run(source).unwrap();
        let limit = outcome.limit.map(|limit| (limit.kind, limit.limit));
        assert_eq!((outcome.status, limit), (Status::Memory, Some((LimitKind::Memory, LEAST_MEMORY))), "{source}");
        assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
    }
}

#[test]
fn no_time_at_all_and_the_least() {
    let error = with(Limits { deadline: Duration::ZERO, ..Limits::default() }).build().unwrap_err();
    assert_eq!(error.to_string(), "invalid limits: deadline is 0ns; it must be between 1ms and 24h");
    let Some(engine) = walled(with(Limits::default())) else { return };
    let error = engine.prepare("1").deadline(Duration::ZERO).run().unwrap_err();
    assert_eq!(error.to_string(), "invalid limits: deadline is 0ns; it must be between 1ms and 24h");
    for source in [
        "while True: pass",
        "import time\ntime.sleep(1000)",
        "sum(iter(int, 1))",
        "try:\n    pow(3, 10**8) % 7\nfinally: print(1)",
    ] {
        let began = Instant::now();
        let outcome = engine.prepare(source).deadline(Duration::from_millis(1)).run().unwrap();
        let limit = outcome.limit.map(|limit| (limit.kind, limit.limit));
        assert_eq!((outcome.status, limit), (Status::Timeout, Some((LimitKind::Deadline, 1))), "{source}");
        assert!(began.elapsed() < Duration::from_secs(5), "{source}: {:?}", began.elapsed());
    }
}

/// Ten thousand threads wait until all are there, and then call at once for two instances.
#[test]
fn ten_thousand_threads_call_at_once() {
    const THREADS: usize = 10_000;
    let builder = with(Limits { fuel: 20_000, ..Limits::default() }).wait(Duration::from_secs(600));
    let Some(engine) = walled(builder) else { return };
    let start = RwLock::new(());
    let call = |number: usize| {
        drop(start.read());
        if number.is_multiple_of(7) {
            assert_eq!(engine.run("while True: pass").unwrap().status, Status::Fuel);
        } else {
            let outcome = engine.prepare("n * 2").input("n", number as i64).run().unwrap();
            assert_eq!(outcome.repr, (number * 2).to_string());
        }
    };
    thread::scope(|scope| {
        let held = start.write();
        let spawn = |n| thread::Builder::new().stack_size(128 << 10).spawn_scoped(scope, move || call(n)).ok();
        let threads: Vec<_> = (0..THREADS).map_while(spawn).collect();
        if threads.len() < THREADS {
            let count = threads.len();
            let _ = writeln!(std::io::stderr(), "SKIPPED in part: the system gave {count} threads of {THREADS}");
        }
        drop(held);
        assert_eq!(threads.into_iter().filter_map(|thread| thread.join().err()).count(), 0);
    });
    assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
}

/// A run that may not wait while all are taken gets a sentence, each of them, and the engine goes on.
#[test]
fn a_crowd_that_may_not_wait_is_told_so() {
    let Some(engine) = walled(with(Limits { fuel: u64::MAX, ..Limits::default() }).wait(Duration::ZERO)) else {
        return;
    };
    let cancel = Cancel::new();
    let endless = || engine.prepare("while True: pass").cancel(&cancel).wait(Duration::from_secs(60)).run().unwrap();
    thread::scope(|scope| {
        let runs = [scope.spawn(endless), scope.spawn(endless)];
        // Until both have begun, one of these finds an instance free.
        let error = loop {
            if let Err(error) = engine.run("1") {
                break error;
            }
        };
        let text = "busy: all 2 interpreters were in runs for 0ns; wait longer or make more";
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Busy, text.to_owned()));
        cancel.cancel();
        for run in runs {
            assert_eq!(run.join().unwrap().status, Status::Cancelled);
        }
    });
    assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
}

/// The last handle goes away on a thread whose run has just ended, while its instance is being cleaned.
#[test]
fn an_engine_goes_away_while_its_runs_go_on() {
    for _ in 0..10 {
        let Some(engine) = walled(with(Limits::default())) else { return };
        let threads: Vec<_> = (0..4)
            .map(|thread| {
                let engine = engine.clone();
                thread::spawn(move || {
                    let long = engine.prepare("sum(i for i in range(50_000 + n))").input("n", thread).run().unwrap();
                    let hostile = engine.prepare("while True: pass").fuel(5_000).run().unwrap();
                    (long.value, hostile.status)
                })
            })
            .collect();
        drop(engine);
        for (n, thread) in threads.into_iter().enumerate() {
            let last = 50_000 + n as i64;
            assert_eq!(thread.join().unwrap(), ((last * (last - 1) / 2).into(), Status::Fuel));
        }
    }
}
