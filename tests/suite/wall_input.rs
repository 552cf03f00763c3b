//! Bounds at their ends, crowds of callers and engines that go away, behind the wall.

use std::thread;
use std::time::{Duration, Instant};

use taipan::{Engine, EngineBuilder, ErrorKind, LimitKind, Limits, Status};

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
    let deadline = Duration::from_millis(200);
    for fuel in [u64::MAX, u64::MAX - 1, u64::MAX / 1024 + 1, i64::MAX as u64] {
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
        assert!(began.elapsed() < Duration::from_secs(1), "{source}: {:?}", began.elapsed());
    }
}

/// A thousand threads queue for two instances: ten thousand threads of 8 KiB of kernel memory each and more would try the
/// machine, not the engine. Each run is short, so that none waits as long as the engine lets it.
#[test]
fn a_thousand_threads_share_two_instances() {
    let Some(engine) = walled(with(Limits { fuel: 20_000, ..Limits::default() })) else { return };
    let call = |thread: usize| {
        for turn in 0..10 {
            let number = thread * 10 + turn;
            if number.is_multiple_of(7) {
                assert_eq!(engine.run("while True: pass").unwrap().status, Status::Fuel);
            } else {
                let outcome = engine.prepare("n * 2").input("n", number as i64).run().unwrap();
                assert_eq!(outcome.repr, (number * 2).to_string());
            }
        }
    };
    thread::scope(|scope| {
        let spawn = |n| thread::Builder::new().stack_size(256 << 10).spawn_scoped(scope, move || call(n)).unwrap();
        let threads: Vec<_> = (0..1000).map(spawn).collect();
        assert_eq!(threads.into_iter().filter_map(|thread| thread.join().err()).count(), 0);
    });
}

/// The last handle goes away on a thread whose run has just ended, while its instance is being cleaned.
#[test]
fn an_engine_goes_away_while_its_runs_go_on() {
    for _ in 0..10 {
        let Some(engine) = walled(with(Limits::default())) else { return };
        let threads: Vec<_> = (0..4)
            .map(|thread| {
                let engine = engine.clone();
                std::thread::spawn(move || {
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
