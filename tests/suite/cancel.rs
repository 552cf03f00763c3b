//! Handles that end runs, and runs that wait for an interpreter, in both isolations.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use taipan::{Cancel, Engine, EngineBuilder, Error, ErrorKind, Isolation, Limits, Outcome, Status};

use crate::walled::both;

/// Limits that none of these runs comes to.
fn wide() -> Limits {
    Limits { fuel: u64::MAX, deadline: Duration::from_secs(120), ..Limits::default() }
}

fn engines(builder: &EngineBuilder) -> Vec<Engine> {
    both(&builder.clone().limits(wide()))
}

/// Runs a program that only its handle ends, which is cancelled `after` that long. Gives the time from then to the outcome.
fn cancelled(engine: &Engine, source: &str, after: Duration) -> (Outcome, Duration) {
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let run = scope.spawn(|| (engine.prepare(source).cancel(&cancel).run().unwrap(), Instant::now()));
        thread::sleep(after);
        let began = Instant::now();
        cancel.cancel();
        let (outcome, ended) = run.join().unwrap();
        (outcome, ended.saturating_duration_since(began))
    })
}

/// The same of a run that has begun, however long that takes here: one that has printed something.
fn cancelled_under_way(engine: &Engine, source: &str) -> (Outcome, Duration) {
    let mut after = Duration::from_millis(60);
    loop {
        let (outcome, elapsed) = cancelled(engine, source, after);
        if !outcome.stdout.is_empty() || after > Duration::from_secs(10) {
            return (outcome, elapsed);
        }
        after *= 2;
    }
}

#[test]
fn a_handle_ends_a_run_within_ten_milliseconds() {
    let hostile = [
        "print('a')\nwhile True: pass",
        "print('a')\nsum(iter(int, 1))",
        "print('a')\nimport time\ntime.sleep(100)",
        "print('a')\ntry:\n    while True:\n        pass\nfinally:\n    print('b')",
        "print('a')\nwhile True:\n    try:\n        while True: [0] * 1000\n    except BaseException:\n        pass",
    ];
    for engine in engines(&Engine::builder().workers(2)) {
        for source in hostile {
            let mut taken = Vec::new();
            for _ in 0..5 {
                let (outcome, elapsed) = cancelled_under_way(&engine, source);
                let ended = (outcome.status, outcome.stdout.as_str(), outcome.error, outcome.limit);
                assert_eq!(ended, (Status::Cancelled, "a\n", None, None), "{source}");
                assert!(outcome.usage.fuel > 0, "{source}");
                taken.push(elapsed);
            }
            // A machine that does much else may be late now and then.
            let isolation = engine.isolation();
            assert!(*taken.iter().min().unwrap() < Duration::from_millis(10), "{isolation}, {source}: {taken:?}");
            assert!(*taken.iter().max().unwrap() < Duration::from_secs(5), "{isolation}, {source}: {taken:?}");
            assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
        }
    }
}

#[test]
fn behind_the_wall_a_native_loop_ends_as_soon() {
    let engines = engines(&Engine::builder().workers(1));
    let Some(engine) = engines.iter().find(|engine| engine.isolation() == Isolation::Wasm) else { return };
    for source in [
        "print('a')\npow(3, 10**8) % 7",
        "print('a')\nimport re\nre.match('(a*)*b', 'a' * 40)",
        "print('a')\n'a' * 60_000 in ('a' * 30_000 + 'b') * 4_999",
    ] {
        let taken = (0..5).map(|_| {
            let (outcome, elapsed) = cancelled_under_way(engine, source);
            assert_eq!(outcome.status, Status::Cancelled, "{source}");
            elapsed
        });
        let taken = taken.min().unwrap();
        assert!(taken < Duration::from_millis(10), "{source}: {taken:?}");
    }
}

#[test]
fn in_this_process_a_native_operation_is_left_behind_after_half_a_second() {
    let engine = Engine::builder().isolation(Isolation::Native).workers(1).limits(wide()).build().unwrap();
    let (outcome, elapsed) = cancelled_under_way(&engine, "print('a')\npow(3, 10**8) % 7");
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Cancelled, "a\n"));
    assert!((Duration::from_millis(490)..Duration::from_secs(10)).contains(&elapsed), "{elapsed:?}");
    assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
}

#[test]
fn a_cancelled_handle_ends_a_run_before_it_begins() {
    let cancel = Cancel::new();
    cancel.cancel();
    for engine in engines(&Engine::builder().workers(1)) {
        let outcome = engine.prepare("print('a')").id("n").cancel(&cancel).run().unwrap();
        assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Cancelled, ""));
        assert_eq!((outcome.usage.fuel, outcome.usage.wall_us, outcome.id.as_str()), (0, 0, "n"));
        assert_eq!(outcome.isolation, engine.isolation());
        let error = engine.prepare("1").input("class", 1).cancel(&cancel).run().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
    }
}

#[test]
fn one_handle_ends_the_runs_in_flight_and_those_that_wait() {
    for engine in engines(&Engine::builder().workers(2)) {
        let (cancel, started) = (Cancel::new(), Barrier::new(9));
        thread::scope(|scope| {
            let run = || {
                started.wait();
                engine.prepare("while True: pass").cancel(&cancel).run().unwrap()
            };
            let runs: Vec<_> = (0..8).map(|_| scope.spawn(run)).collect();
            started.wait();
            thread::sleep(Duration::from_millis(500));
            let began = Instant::now();
            cancel.cancel();
            let ended: Vec<Outcome> = runs.into_iter().map(|run| run.join().unwrap()).collect();
            assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
            assert!(ended.iter().all(|outcome| outcome.status == Status::Cancelled));
            assert_eq!(ended.iter().filter(|outcome| outcome.usage.fuel > 0).count(), 2);
        });
        assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
    }
}

/// What `wanted` gives while the engine's one interpreter is in a run.
fn beside_a_long_run<T>(engine: &Engine, wanted: impl FnOnce() -> T) -> T {
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let long = || engine.prepare("while True: pass").cancel(&cancel).wait(Duration::MAX).run().unwrap();
        let long = scope.spawn(long);
        thread::sleep(Duration::from_millis(500));
        let got = wanted();
        cancel.cancel();
        assert_eq!(long.join().unwrap().status, Status::Cancelled);
        got
    })
}

fn refusal(result: Result<Outcome, Error>) -> (ErrorKind, String) {
    let error = result.unwrap_err();
    (error.kind(), error.to_string())
}

#[test]
fn a_run_waits_as_long_as_its_caller_says() {
    for engine in engines(&Engine::builder().workers(1).wait(Duration::from_millis(80))) {
        let busy = |wait: &str| {
            let text = format!("busy: all 1 interpreters were in runs for {wait}; wait longer or make more");
            (ErrorKind::Busy, text)
        };
        beside_a_long_run(&engine, || {
            let began = Instant::now();
            assert_eq!(refusal(engine.run("1")), busy("80ms"));
            assert!(began.elapsed() >= Duration::from_millis(80));
            assert_eq!(refusal(engine.prepare("1").wait(Duration::ZERO).run()), busy("0ns"));
        });
        let patient = || engine.prepare("2 + 2").wait(Duration::MAX).run().unwrap().repr;
        let waited = thread::scope(|scope| {
            let waiting = beside_a_long_run(&engine, || {
                let waiting = scope.spawn(patient);
                thread::sleep(Duration::from_millis(150));
                assert!(!waiting.is_finished());
                waiting
            });
            waiting.join().unwrap()
        });
        assert_eq!(waited, "4");
    }
}

#[test]
fn a_run_that_waits_can_be_cancelled() {
    for engine in engines(&Engine::builder().workers(1)) {
        let (outcome, elapsed) =
            beside_a_long_run(&engine, || cancelled(&engine, "print('a')", Duration::from_millis(60)));
        assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Cancelled, ""));
        assert!(elapsed < Duration::from_secs(2), "{elapsed:?}");
        assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
    }
}
