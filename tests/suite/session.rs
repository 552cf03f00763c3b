//! Sessions: what they keep, what they roll back, and what they are as bytes.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use taipan::{
    Arguments, Cancel, Engine, ErrorKind, Isolation, LimitKind, Limits, Outcome, Policy, Seed, Session, SessionLimits,
    Status, Value,
};

use crate::case;
use crate::walled::{both, walled};

fn engines(limits: Limits) -> Vec<Engine> {
    both(&Engine::builder().limits(limits).policy(case::policy()).workers(2))
}

fn wall() -> Option<Engine> {
    walled(Engine::builder().limits(case::limits()).policy(case::policy()))
}

/// What each of some runs gave, from its value or its error.
fn told(session: &Session, sources: &[&str]) -> Vec<String> {
    let tell = |outcome: Outcome| match outcome.error {
        Some(error) => error.traceback,
        None => format!("{}{}", outcome.stdout, outcome.repr),
    };
    sources.iter().map(|source| tell(session.run(source).unwrap())).collect()
}

#[test]
fn names_imports_classes_and_generators_stay() {
    for engine in engines(case::limits()) {
        let session = engine.session().unwrap();
        let sources = [
            "import math as m\nclass P:\n    def __init__(self, x): self.x = x\np = P(3)",
            "def count():\n    n = 0\n    while True:\n        n += p.x\n        yield n\ng = count()\nnext(g)",
            "next(g), m.sqrt(16)",
            "p.x = 100\nnext(g)",
            "print('done', end=' ')\nsorted(n for n in globals() if n[0] != '_')",
        ];
        let expected = ["", "3", "(6, 4.0)", "106", "done ['P', 'count', 'g', 'm', 'p']"];
        assert_eq!(told(&session, &sources), expected, "{:?}", engine.isolation());
        assert_eq!(session.usage().runs, 5);
    }
}

#[test]
fn a_run_that_raises_or_exits_keeps_what_it_did_and_tracebacks_quote_the_run_that_they_are_from() {
    for engine in engines(case::limits()) {
        let session = engine.session().unwrap();
        let sources = ["def half(x):\n    return x / 0", "a = 1\nhalf(a)", "import sys\nb = 2\nsys.exit(3)", "a, b"];
        let traceback = "Traceback (most recent call last):
  File \"run2.py\", line 2, in <module>
    half(a)
    ~~~~^^^
  File \"run1.py\", line 2, in half
    return x / 0
           ~~^~~
ZeroDivisionError: division by zero
";
        let told = told(&session, &sources);
        assert_eq!([&told[1], &told[3]], [traceback, "(1, 2)"], "{:?}", engine.isolation());
    }
}

#[test]
fn what_one_session_has_another_has_not() {
    for engine in engines(case::limits()) {
        let (one, two) = (engine.session().unwrap(), engine.session().unwrap());
        one.run("import json\nx = json.planted = 1").unwrap();
        let look = "import json\n('x' in globals(), hasattr(json, 'planted'))";
        assert_eq!(told(&two, &[look]), ["(False, False)"]);
        assert_eq!(engine.run(look).unwrap().repr, "(False, False)");
        assert_eq!(told(&one, &[look]), ["(True, True)"]);
    }
}

#[test]
fn inputs_and_limits_are_of_one_run_and_the_policy_is_of_all() {
    for engine in engines(case::limits()) {
        let policy = Policy { deny: vec!["re".into()], ..case::policy() };
        let session = engine.session_within(&SessionLimits::default(), Some(&policy)).unwrap();
        session.prepare("y = x + 1").input("x", 41).run().unwrap();
        assert_eq!(told(&session, &["x, y"]), ["(41, 42)"]);
        assert_eq!(session.run("import re").unwrap().status, Status::Denied);
        assert_eq!(session.prepare("import re").policy(&case::policy()).run().unwrap().status, Status::Denied);
        assert_eq!(session.prepare("y").file_name("cell.py").run().unwrap().repr, "42");
    }
}

#[test]
fn behind_the_wall_a_run_that_a_limit_ends_never_was() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("x = [1]").unwrap();
    let hostile = [
        ("x.append(2)\nwhile True: pass", Status::Fuel),
        ("x.append(3)\nimport time\nx.append([0] * 10**9)", Status::Memory),
        ("x.append(4)\nwhile True: print('a' * 1000)", Status::Output),
    ];
    for (source, status) in hostile {
        assert_eq!(session.run(source).unwrap().status, status, "{source}");
        assert_eq!(told(&session, &["x"]), ["[1]"], "after {source}");
    }
    // The run came to its end; what it gives is too large to be shown.
    let outcome = session.run("x.append(5)\n'a' * 10_000_000").unwrap();
    assert_eq!((outcome.status, outcome.truncated.value), (Status::Output, true));
    assert_eq!(told(&session, &["x"]), ["[1, 5]"]);
}

/// From outside, too, and the run's files and the session's totals go back with its names.
#[test]
fn behind_the_wall_a_run_that_is_ended_from_outside_never_was() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("x = [1]\nopen('a', 'w').write('1')").unwrap();
    let source =
        "x.append(2)\nopen('a', 'w').write('22')\nopen('b', 'w').close()\nprint('on', flush=True)\nwhile True: pass";
    let late = session.prepare(source).deadline(Duration::from_millis(30)).run().unwrap();
    assert_eq!((late.status, late.stdout.as_str()), (Status::Timeout, "on\n"));
    let cancel = Cancel::new();
    let handle = cancel.clone();
    let run = session.prepare(source).cancel(&cancel).on_output(move |_, _| handle.cancel());
    assert_eq!(run.run().unwrap().status, Status::Cancelled);
    let look = "import os\nx, open('a').read(), os.listdir()";
    assert_eq!(told(&session, &[look]), ["([1], '1', ['a'])"]);
    assert_eq!(session.usage().runs, 4);
}

/// An error that leaves the interpreter in the middle of what it did.
#[test]
fn behind_the_wall_a_run_that_overflows_the_stack_never_was() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("x = [1]").unwrap();
    let chain = "x.append(2)\ndef g(x): yield from x\ny = iter([1])\nfor _ in range(100_000): y = g(y)\nlist(y)";
    for _ in 0..2 {
        let outcome = session.run(chain).unwrap();
        let warning = "the session is what it was before this run, for that overflowed the interpreter's stack";
        assert_eq!((outcome.status, outcome.warnings), (Status::Error, vec![warning.to_owned()]));
        assert_eq!(outcome.error.unwrap().kind, "RecursionError");
        assert_eq!(told(&session, &["x", "2 + 2"]), ["[1]", "4"]);
    }
    let restored = engine.restore(&session.snapshot().unwrap()).unwrap();
    assert_eq!(told(&restored, &["x"]), ["[1]"]);
}

/// A tool that waited for its own run would wait for ever.
#[test]
fn a_tool_that_asks_its_own_session_is_told() {
    for engine in engines(case::limits()) {
        asks_its_own_session(&engine);
    }
}

fn asks_its_own_session(engine: &Engine) {
    let session = Arc::new(engine.session().unwrap());
    session.run("x = 1").unwrap();
    let before = session.usage();
    let (inner, other) = (session.clone(), engine.clone());
    let tool = move |_: &Arguments| {
        let errors = [
            inner.run("x").unwrap_err().to_string(),
            inner.fork().unwrap_err().to_string(),
            inner.snapshot().unwrap_err().to_string(),
        ];
        // By way of a run outside of it, too.
        let again = inner.clone();
        let ask = move |_: &Arguments| again.run("x").map(|outcome| outcome.repr).map_err(|error| error.to_string());
        let by_another = other.prepare("tools.ask()").tool("ask", ask).run().unwrap().error.unwrap().message;
        let used = inner.usage();
        let texts = errors.into_iter().chain([by_another]).map(Value::Str).collect();
        Ok(Value::Tuple(vec![Value::List(texts), Value::Int(used.fuel as i64)]))
    };
    let outcome = session.prepare("tools.look()").tool("look", tool).run().unwrap();
    let told_so = "busy: a tool of the session's own run asked; ask when that has ended";
    let Value::Tuple(parts) = &outcome.value else { panic!("{:?}", outcome.error) };
    let texts: Vec<Option<&str>> = parts[0].as_list().unwrap().iter().map(Value::as_str).collect();
    assert_eq!(texts, [Some(told_so); 4]);
    assert_eq!(parts[1], Value::Int(before.fuel as i64));
    assert_eq!(told(&session, &["x"]), ["1"]);
}

#[test]
fn in_this_process_a_run_that_a_limit_ends_is_the_last() {
    let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
    let session = engine.session().unwrap();
    session.run("x = 1").unwrap();
    let outcome = session.prepare("while True: pass").fuel(100_000).run().unwrap();
    let why = "its run was stopped, and the native isolation cannot go back to before it";
    assert_eq!((outcome.status, outcome.warnings), (Status::Fuel, vec![format!("the session is over: {why}")]));
    let error = session.run("x").unwrap_err();
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::SessionOver, format!("the session is over: {why}")));
}

#[test]
fn a_source_over_its_limit_leaves_the_session_as_it_was() {
    let limits = Limits { source: 100, ..case::limits() };
    for engine in engines(limits) {
        let session = engine.session().unwrap();
        session.run("x = 1").unwrap();
        let outcome = session.prepare(format!("x = '{}'", "a".repeat(100))).file("late.txt", "").run().unwrap();
        assert_eq!(outcome.limit.map(|limit| (limit.kind, limit.used)), Some((LimitKind::Source, 106)));
        assert_eq!(outcome.warnings, Vec::<String>::new(), "{:?}", engine.isolation());
        assert_eq!(told(&session, &["x", "import os; os.listdir()"]), ["1", "[]"], "{:?}", engine.isolation());
        // Code that has a longer text compiled is stopped in the middle: that is another matter.
        let outcome = session.run("x = 2; exec(' ' * 101 + 'x = 3')").unwrap();
        assert_eq!(outcome.limit.map(|limit| limit.kind), Some(LimitKind::Source));
        match engine.isolation() {
            Isolation::Native => assert_eq!(session.run("x").unwrap_err().kind(), ErrorKind::SessionOver),
            _ => assert_eq!(told(&session, &["x"]), ["1"]),
        }
    }
}

#[test]
fn in_this_process_there_are_no_copies() {
    let engine = case::engine();
    let session = engine.session().unwrap();
    let text = "unsupported: the native isolation cannot copy an interpreter; sessions of the wasm isolation have \
                snapshots and forks";
    for error in [session.fork().unwrap_err(), session.snapshot().unwrap_err(), engine.restore(b"").unwrap_err()] {
        assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Unsupported, text));
    }
}

#[test]
fn totals_end_a_session() {
    for engine in engines(case::limits()) {
        let limits = SessionLimits { fuel: 5000, runs: 4, ..SessionLimits::default() };
        let session = engine.session_within(&limits, None).unwrap();
        session.run("x = 1").unwrap();
        let outcome = session.run("while True: pass").unwrap();
        let limit = outcome.limit.unwrap();
        assert_eq!((outcome.status, limit.kind, limit.limit, limit.used), (Status::Fuel, LimitKind::Fuel, 5000, 5001));
        assert_eq!(session.usage().fuel, 5000);
        assert_eq!(session.run("x").unwrap_err().kind(), ErrorKind::SessionOver);
        let limits = SessionLimits { runs: 2, ..SessionLimits::default() };
        let session = engine.session_within(&limits, None).unwrap();
        assert_eq!(told(&session, &["n = 1", "n"]), ["", "1"]);
        let error = session.run("n").unwrap_err();
        assert_eq!(error.to_string(), "the session is over: it has had its 2 runs; open another");
    }
}

#[test]
fn a_run_goes_on_no_longer_than_its_session_lives() {
    let limits = Limits { fuel: 1 << 40, deadline: Duration::from_secs(600), ..Limits::default() };
    for engine in engines(limits) {
        let totals = SessionLimits { lifetime: Duration::from_secs(1), ..SessionLimits::default() };
        let session = engine.session_within(&SessionLimits { fuel: 1 << 40, ..totals }, None).unwrap();
        let outcome = session.run("while True: pass").unwrap();
        let limit = outcome.limit.unwrap();
        assert_eq!((outcome.status, limit.kind, limit.limit), (Status::Timeout, LimitKind::Deadline, 1000));
        assert!(limit.used >= 1000, "{limit:?}");
        let error = session.run("1").unwrap_err();
        let text = match engine.isolation() {
            Isolation::Wasm => "it has lived for its 1s; open another",
            _ => "its run was stopped, and the native isolation cannot go back to before it",
        };
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::SessionOver, format!("the session is over: {text}")));
    }
}

#[test]
fn what_a_session_holds_is_counted_on_both_isolations() {
    for engine in engines(case::limits()) {
        let session = engine.session().unwrap();
        let held = |source: &str| {
            assert_eq!(session.run(source).unwrap().status, Status::Ok, "{source}");
            session.usage().memory_bytes
        };
        assert_eq!(session.usage().memory_bytes, 0);
        let small = held("x = 1");
        let large = held("x = b'abc' * (1 << 20)");
        assert!((3 << 20..4 << 20).contains(&(large - small)), "{small} and {large}");
        // Behind the wall what was written once is held, whether it is of use or not.
        if engine.isolation() == Isolation::Native {
            // A value that goes out is the caller's.
            let after = held("x[:600_000]");
            assert!(after.abs_diff(large) < 256 << 10, "{large} and {after}");
            let gone = held("x = None");
            assert!(gone.abs_diff(small) < 256 << 10, "{small} and {gone}");
        }
    }
}

#[test]
fn in_this_process_a_session_that_holds_too_much_is_over() {
    let engine = case::engine();
    let limits = SessionLimits { memory: 4 << 20, ..SessionLimits::default() };
    let session = engine.session_within(&limits, None).unwrap();
    session.run("x = 1").unwrap();
    let outcome = session.run("x = b'abc' * (3 << 20)").unwrap();
    assert_eq!((outcome.status, outcome.limit.unwrap().limit), (Status::Memory, 4 << 20));
    let why = "its run left too much in it, and the native isolation cannot go back to before it";
    let warnings =
        [String::from("the session would hold more memory than it may"), format!("the session is over: {why}")];
    assert_eq!(outcome.warnings, warnings);
    assert_eq!(session.run("x").unwrap_err().to_string(), format!("the session is over: {why}"));
}

#[test]
fn a_session_that_would_hold_too_much_stays_as_it_was() {
    let Some(engine) = wall() else { return };
    let limits = SessionLimits { memory: 4 << 20, ..SessionLimits::default() };
    let session = engine.session_within(&limits, None).unwrap();
    session.run("x = 1").unwrap();
    let outcome = session.run("x = b'abc' * (3 << 20)").unwrap();
    assert_eq!((outcome.status, outcome.limit.unwrap().limit), (Status::Memory, 4 << 20));
    assert_eq!(told(&session, &["x"]), ["1"]);
}

#[test]
fn a_session_grows_beyond_the_image_and_back() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    let sources = ["x = bytes(range(256)) * 100_000", "len(x), x[-3:]", "x = None", "x is None"];
    assert_eq!(told(&session, &sources), ["", "(25600000, b'\\xfd\\xfe\\xff')", "", "True"]);
    assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
}

#[test]
fn two_threads_take_turns() {
    for engine in engines(case::limits()) {
        let session = engine.session().unwrap();
        session.run("n = 0").unwrap();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..20).for_each(|_| drop(session.run("n += 1").unwrap())));
            }
        });
        assert_eq!(told(&session, &["n"]), ["40"]);
    }
}

#[test]
fn a_thread_that_waits_too_long_for_its_turn_is_told() {
    for engine in engines(Limits { fuel: 1 << 40, deadline: Duration::from_secs(2), ..Limits::default() }) {
        let (session, begun) = (engine.session().unwrap(), Barrier::new(2));
        session.run("x = 1").unwrap();
        thread::scope(|scope| {
            scope.spawn(|| {
                begun.wait();
                session.run("while True: pass").unwrap()
            });
            begun.wait();
            thread::sleep(Duration::from_millis(300));
            let error = session.prepare("x").wait(Duration::from_millis(1)).run().unwrap_err();
            let text = "busy: another run of the session went on for 1ms; wait longer or fork it";
            assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Busy, text));
        });
    }
}

/// Each line is the text of a run; `\\n` in it is the end of a line.
const PROGRAM: &str = include_str!("../data/session.py");

fn sealed(outcome: &Outcome) -> (Status, String, String, u64) {
    (outcome.status, outcome.repr.clone(), outcome.stdout.clone(), outcome.usage.fuel)
}

#[test]
fn a_session_restored_after_each_line_ends_the_same() {
    let Some(engine) = wall() else { return };
    let whole = engine.session().unwrap();
    let mut restored = engine.session().unwrap();
    let mut largest = 0;
    for (number, line) in PROGRAM.lines().enumerate() {
        let line = &line.replace("\\n", "\n");
        let snapshot = restored.snapshot().unwrap();
        largest = largest.max(snapshot.len());
        restored = engine.restore(&snapshot).unwrap();
        let file = format!("run{}.py", number + 1);
        let (one, two) = (whole.run(line).unwrap(), restored.prepare(line).file_name(file).run().unwrap());
        assert_eq!(sealed(&one), sealed(&two), "line {}: {line}", number + 1);
        assert_eq!(one.status, Status::Ok, "line {}: {:?}", number + 1, one.error);
    }
    assert!(largest < 200 << 10, "a snapshot has {largest} bytes");
}

#[test]
fn a_small_snapshot_is_small() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("x = 1\ny = 'text'\nz = [1.5, 2.5]").unwrap();
    let snapshot = session.snapshot().unwrap();
    assert!(snapshot.len() < 100 << 10, "{} bytes", snapshot.len());
}

#[test]
fn forks_part_ways() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("import random\nx = [random.random()]").unwrap();
    let fork = session.fork().unwrap();
    let draw = "x.append(random.random())\nx";
    assert_eq!(sealed(&session.run(draw).unwrap()), sealed(&fork.run(draw).unwrap()));
    fork.run("x.clear()").unwrap();
    assert_eq!(told(&session, &["len(x)"]), ["2"]);
}

#[test]
fn what_is_no_snapshot_of_this_guest_is_refused() {
    let Some(engine) = wall() else { return };
    let session = engine.session().unwrap();
    session.run("x = 1").unwrap();
    let good = session.snapshot().unwrap();
    let refusal = |bytes: &[u8]| {
        let error = engine.restore(bytes).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidSnapshot);
        error.to_string()
    };
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] ^= byte;
        bytes
    };
    assert_eq!(refusal(b""), "invalid snapshot: these bytes are no snapshot of a session");
    assert_eq!(refusal(b"PK\x03\x04"), "invalid snapshot: these bytes are no snapshot of a session");
    assert_eq!(refusal(b"TAIPAN"), "invalid snapshot: the snapshot is damaged: it ends early");
    assert_eq!(
        refusal(&with(6, 0x40)),
        "invalid snapshot: the snapshot has version 65, and this taipan reads version 1"
    );
    let damaged = "invalid snapshot: the snapshot is damaged: its checksum is another";
    for at in [8, 20, 45, good.len() / 2, good.len() - 1] {
        assert_eq!(refusal(&with(at, 1)), damaged, "byte {at}");
    }
    assert_eq!(refusal(&good[..good.len() - 1]), damaged);
    assert_eq!(refusal(&[&good[..], &[0]].concat()), damaged);
}

#[test]
fn sessions_go_from_thread_to_thread() {
    fn is_send_and_sync<T: Send + Sync + 'static>() {}
    is_send_and_sync::<Session>();
    for engine in engines(case::limits()) {
        let mut session = engine.session().unwrap();
        session.run("n = 0").unwrap();
        for turn in 1..=4 {
            let next = thread::spawn(move || (told(&session, &["n += 1\nn"]), session)).join().unwrap();
            assert_eq!(next.0, [turn.to_string()], "{:?}", engine.isolation());
            session = next.1;
        }
    }
}

/// Each has a thread and an interpreter of its own, where those behind the wall are data.
#[test]
fn in_this_process_sessions_live_side_by_side() {
    let engine = Engine::builder().isolation(Isolation::Native).limits(case::limits()).workers(1).build().unwrap();
    let sessions: Vec<Session> = (0..100).map(|_| engine.session().unwrap()).collect();
    thread::scope(|scope| {
        for (part, sessions) in sessions.chunks(25).enumerate() {
            scope.spawn(move || {
                for turn in 0..3 {
                    for (number, session) in sessions.iter().enumerate() {
                        let source = if turn == 0 {
                            format!("n = {part} * 100 + {number}\nn")
                        } else {
                            String::from("n += 1\nn")
                        };
                        assert_eq!(told(session, &[&source]), [(part * 100 + number + turn).to_string()]);
                    }
                }
            });
        }
    });
}

#[test]
fn a_thousand_sessions_live_at_once() {
    let Some(engine) = wall() else { return };
    let sessions: Vec<Session> = (0..1000).map(|_| engine.session().unwrap()).collect();
    for (number, session) in sessions.iter().enumerate() {
        session.prepare("mine = n").input("n", number as i64).run().unwrap();
    }
    for (number, session) in sessions.iter().enumerate() {
        assert_eq!(session.run("mine").unwrap().repr, number.to_string());
    }
}

#[test]
fn sessions_that_take_turns_on_one_interpreter_keep_apart() {
    let builder = Engine::builder().limits(case::limits()).policy(case::policy()).workers(1);
    let Some(engine) = walled(builder) else { return };
    let (small, large) = (engine.session().unwrap(), engine.session().unwrap());
    assert_eq!(told(&small, &["n = 0"]), [""]);
    // More than an interpreter begins with: its memory grows.
    assert_eq!(told(&large, &["n = 100\nbig = [bytes(10**6) for _ in range(9)]"]), [""]);
    for turn in 1..=5 {
        assert_eq!(told(&small, &["n += 1\nn", "n"]), [turn.to_string(), turn.to_string()]);
        assert_eq!(
            told(&large, &["n += 1\n(n, len(big), sum(map(len, big)))"]),
            [format!("({}, 9, 9000000)", 100 + turn)]
        );
        assert_eq!(told(&large, &["n"]), [(100 + turn).to_string()]);
        assert_eq!(engine.run("'n' in globals()").unwrap().repr, "False");
        let fork = small.fork().unwrap();
        assert_eq!(told(&fork, &["n = -1\nn"]), ["-1"]);
        assert_eq!(told(&small, &["n"]), [turn.to_string()]);
        let stopped = large.prepare("n = 0\nwhile True: big.append(n)").fuel(10_000).run().unwrap();
        assert_eq!(stopped.status, Status::Fuel);
        assert_eq!(told(&large, &["n, len(big)"]), [format!("({}, 9)", 100 + turn)]);
    }
}

/// What a session gives does not depend on whether its interpreter has waited for it.
#[test]
fn a_session_whose_interpreter_was_taken_goes_on_the_same() {
    let policy = Policy { seed: Seed::Number(3), ..case::policy() };
    let builder = || Engine::builder().limits(case::limits()).policy(policy.clone()).workers(1);
    let (Some(left), Some(taken)) = (walled(builder()), walled(builder())) else { return };
    let (left, engine) = (left.session().unwrap(), taken);
    let taken = engine.session().unwrap();
    for run in 0..60 {
        let source = format!("import random, json\nx{run} = json.dumps([random.random(), {run}])\nx{run}, id(x{run})");
        let (one, two) = (left.run(&source).unwrap(), taken.run(&source).unwrap());
        assert_eq!(sealed(&one), sealed(&two), "run {run}");
        assert_eq!(left.usage().memory_bytes, taken.usage().memory_bytes, "run {run}");
        engine.run("x = [str(i) for i in range(1000)]").unwrap();
    }
}
