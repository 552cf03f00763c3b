//! Files that go into runs and come out of them, by the library, on each isolation.

use std::time::Duration;

use taipan::{Engine, ErrorKind, File, Isolation, LimitKind, Limits, Outcome, Status};

use crate::walled::{both, walled};

/// An engine of each isolation that this build has.
fn engines(limits: &Limits) -> Vec<Engine> {
    both(&Engine::builder().limits(limits.clone()).workers(1))
}

fn limits(memory: u64) -> Limits {
    Limits { memory, deadline: Duration::from_secs(60), fuel: 1_000_000_000, ..Limits::default() }
}

fn paths(outcome: &Outcome) -> Vec<(&str, u64)> {
    outcome.files.iter().map(|file| (file.path.as_str(), file.size)).collect()
}

#[test]
fn a_large_csv_is_read_line_by_line_in_little_memory() {
    const SIZE: usize = 50 << 20;
    let row = "2026-01-01,tea,12.50\n";
    let csv = row.repeat(SIZE / row.len());
    let count = "lines = size = 0\nfor line in open('data.csv'):\n    lines += 1\n    size += len(line)\n(lines, size)";
    for engine in engines(&limits(64 << 20)) {
        let outcome = engine.prepare(count).file("data.csv", csv.as_str()).run().unwrap();
        let expected = format!("({}, {})", SIZE / row.len(), csv.len());
        assert_eq!((outcome.status, outcome.repr.as_str()), (Status::Ok, expected.as_str()), "{:?}", outcome.limit);
        assert!((50 << 20..64 << 20).contains(&outcome.usage.memory_peak_bytes), "{}", outcome.usage.memory_peak_bytes);
        assert!(outcome.files.is_empty());
    }
}

#[test]
fn a_file_larger_than_the_memory_ends_the_run_before_it_begins() {
    for engine in engines(&limits(8 << 20)) {
        let outcome = engine.prepare("print('begun')").file("x", vec![b'x'; 9 << 20]).run().unwrap();
        let limit = outcome.limit.unwrap();
        assert_eq!((outcome.status, limit.kind, limit.limit), (Status::Memory, LimitKind::Memory, 8 << 20));
        assert!(limit.used > 9 << 20, "{}", limit.used);
        assert_eq!((outcome.stdout.as_str(), outcome.files.len()), ("", 0));
    }
}

#[test]
fn one_line_of_100_mib_takes_the_memory_that_it_takes() {
    let line = vec![b'x'; 100 << 20];
    let read = "with open('x') as file:\n    line = file.readline()\nlen(line)";
    let row = "import csv\nwith open('x', newline='') as file:\n    next(csv.reader(file))";
    for engine in engines(&limits(1 << 30)) {
        let outcome = engine.prepare(read).file("x", line.clone()).run().unwrap();
        assert_eq!((outcome.status, outcome.repr.as_str()), (Status::Ok, "104857600"), "{:?}", outcome.limit);
        let outcome = engine.prepare(row).file("x", line.clone()).run().unwrap();
        let error = outcome.error.unwrap();
        assert_eq!(
            (error.kind.as_str(), error.message.as_str()),
            ("_csv.Error", "field larger than field limit (131072)")
        );
    }
    for engine in engines(&limits(128 << 20)) {
        let outcome = engine.prepare(read).file("x", line.clone()).run().unwrap();
        assert_eq!(outcome.status, Status::Memory);
        let head = "with open('x') as file:\n    line = file.readline(1000)\nlen(line)";
        let outcome = engine.prepare(head).file("x", line.clone()).run().unwrap();
        assert_eq!((outcome.status, outcome.repr.as_str()), (Status::Ok, "1000"));
    }
}

#[test]
fn what_a_run_made_can_go_into_the_next() {
    for engine in engines(&limits(64 << 20)) {
        let made = engine
            .prepare("import os\nos.makedirs('a/b')\nopen('a/b/x.bin', 'wb').write(bytes(range(256)) * 2000)\nopen('y', 'w').close()")
            .run()
            .unwrap();
        assert_eq!(paths(&made), [("a/b/x.bin", 512_000), ("y", 0)]);
        let mut run =
            engine.prepare("import os\nopen('a/c', 'w').close()\n(os.listdir('a'), open('a/b/x.bin', 'rb').read(3))");
        for File { path, content, .. } in made.files {
            run = run.file(path, content.unwrap());
        }
        let next = run.run().unwrap();
        assert_eq!(next.repr, "(['b', 'c'], b'\\x00\\x01\\x02')");
        assert_eq!(paths(&next), [("a/c", 0)]);
    }
}

#[test]
fn a_run_finds_nothing_of_the_one_before() {
    for engine in engines(&limits(64 << 20)) {
        for _ in 0..4 {
            let outcome = engine.run("import os\nfound = os.listdir()\nopen('secret', 'w').write('x')\nfound").unwrap();
            assert_eq!((outcome.repr.as_str(), paths(&outcome)), ("[]", vec![("secret", 1)]));
        }
    }
}

#[test]
fn files_come_back_from_every_end_of_its_own() {
    let make = "open('x', 'w').write('y')\n";
    for engine in engines(&Limits { fuel: 100_000, ..limits(64 << 20) }) {
        for (end, status, count) in [
            ("", Status::Ok, 1),
            ("1 / 0", Status::Error, 1),
            ("raise SystemExit(2)", Status::Exit, 1),
            ("import socket", Status::Denied, 1),
            ("'x' * 2_000_000", Status::Output, 1),
            ("while True: pass", Status::Fuel, 0),
            ("print('x' * 2_000_000)", Status::Output, 0),
            ("x = bytearray(1 << 30)", Status::Memory, 0),
        ] {
            let outcome = engine.run(&format!("{make}{end}")).unwrap();
            assert_eq!((outcome.status, outcome.files.len()), (status, count), "{end}");
        }
    }
}

#[test]
fn files_that_cannot_be_given_are_errors_of_the_host() {
    let engine = &engines(&limits(64 << 20))[0];
    let error = |run: taipan::Run<'_>| {
        let error = run.run().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        error.to_string()
    };
    let one = |path: &str| error(engine.prepare("1").file(path, ""));
    assert_eq!(one("/etc/passwd"), "invalid input: file `/etc/passwd` is absolute; write it as it is in /sandbox");
    assert_eq!(one("a\0b\x1b"), "invalid input: file `a\\0b\\u{1b}` holds a NUL");
    assert!(one(&"x".repeat(10_000)).ends_with("...` is longer than the 4,086 bytes that a path in /sandbox may have"));
    let twice = engine.prepare("1").file("a", "").file("b", "").file("a", "x");
    assert_eq!(error(twice), "invalid input: file `a` is given twice");
    let inside = engine.prepare("1").file("a/b", "").file("a", "");
    assert_eq!(error(inside), "invalid input: file `a` is the folder of file `a/b`; rename one");
    let many = (0..1_000_000).fold(engine.prepare("1"), |run, i| run.file(i.to_string(), ""));
    assert_eq!(error(many), "invalid input: 1000000 files are more than the 65536 that a run may have");
}

#[test]
fn the_name_of_a_run_follows_its_files() {
    let engine = &engines(&limits(64 << 20))[0];
    let id = |path: &str, content: &str| engine.prepare("1").file(path, content).run().unwrap().id;
    assert_eq!(id("a", "b"), id("a", "b"));
    assert_ne!(id("a", "b"), id("a", "c"));
    assert_ne!(id("a", "b"), id("c", "b"));
}

#[test]
fn an_outcome_with_files_is_the_same_json_and_back() {
    for engine in engines(&limits(64 << 20)) {
        let outcome = engine.run("open('a.csv', 'w').write('1,2')\nopen('b.png', 'wb').write(b'\\xff')\nNone").unwrap();
        let json = serde_json::to_value(&outcome).unwrap();
        assert_eq!(
            json["files"].to_string(),
            r#"[{"path":"a.csv","size":3,"media_type":"text/csv","content":"1,2"},{"path":"b.png","size":1,"media_type":"image/png","content":{"$type":"bytes","value":"/w=="}}]"#
        );
        assert_eq!(serde_json::from_value::<Outcome>(json).unwrap(), outcome);
    }
}

#[test]
fn reading_and_writing_cost_fuel_and_memory() {
    for engine in engines(&limits(256 << 20)) {
        let write = |size: u64| engine.run(&format!("open('x', 'wb').write(bytes({size}))\nNone")).unwrap().usage;
        let (small, large) = (write(1 << 20), write(33 << 20));
        assert!(large.memory_peak_bytes > small.memory_peak_bytes + (64 << 20), "{small:?} {large:?}");
        if engine.isolation() == Isolation::Native {
            assert!(large.fuel >= small.fuel + (32 << 10), "{small:?} {large:?}");
        }
    }
}

#[test]
fn a_session_keeps_its_files() {
    for engine in engines(&limits(64 << 20)) {
        let session = engine.session().unwrap();
        let first = session.prepare("log = open('log', 'w')\nlog.write('one,')").file("in", "given").run().unwrap();
        assert_eq!((first.status, paths(&first)), (Status::Ok, vec![("log", 0)]));
        let next = session.run("log.write('two')\nlog.close()\n(open('in').read(), open('log').read())").unwrap();
        assert_eq!((next.repr.as_str(), paths(&next)), ("('given', 'one,two')", vec![("log", 7)]));
        let read = session.prepare("open('in').read()").file("in", "again").run().unwrap();
        assert_eq!((read.repr.as_str(), paths(&read)), ("'again'", vec![]));
    }
}

#[test]
fn a_session_goes_back_with_its_files_and_takes_them_along() {
    let limits = Limits { fuel: 1_000_000, ..limits(64 << 20) };
    let Some(engine) = walled(Engine::builder().limits(limits).workers(1)) else { return };
    let session = engine.session().unwrap();
    session.run("file = open('x', 'w+')\nfile.write('kept')").unwrap();
    let stopped = session.run("import os\nos.remove('x')\nopen('y', 'w').close()\nwhile True: pass").unwrap();
    assert_eq!(stopped.status, Status::Fuel);
    let read = "import os\n_ = file.seek(0)\n(os.listdir(), file.read())";
    let restored = engine.restore(&session.snapshot().unwrap()).unwrap();
    let forked = session.fork().unwrap();
    for session in [session, restored, forked] {
        assert_eq!(session.run(read).unwrap().repr, "(['x'], 'kept')");
    }
}
