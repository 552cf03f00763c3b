//! What data costs on its way in and out: 10 MiB as a value and as a file, on each isolation.

use std::time::Duration;

use divan::Bencher;
use divan::counter::BytesCount;
use taipan::{Engine, Isolation, Limits, Value};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const SIZE: usize = 10 << 20;

/// The forms of data, as values; a float counts as its eight bytes.
const FORMS: [&str; 4] = ["bytes", "text", "wide text", "floats"];

const ISOLATIONS: [Isolation; 2] = [Isolation::Wasm, Isolation::Native];

fn main() {
    divan::main();
}

fn cases() -> impl Iterator<Item = (&'static str, Isolation)> {
    FORMS.into_iter().flat_map(|form| ISOLATIONS.map(|isolation| (form, isolation)))
}

/// An engine whose limits let the data through; none where there is no guest.
fn engine(isolation: Isolation) -> Option<Engine> {
    let limits = Limits {
        fuel: u64::MAX >> 1,
        deadline: Duration::from_secs(60),
        memory: 1 << 30,
        value_bytes: 256 << 20,
        ..Limits::default()
    };
    Engine::builder().isolation(isolation).limits(limits).workers(1).build().ok()
}

fn value(form: &str) -> Value {
    match form {
        "bytes" => Value::Bytes((0..SIZE).map(|at| at as u8).collect()),
        "text" => Value::Str("0123456789abcdef".repeat(SIZE / 16)),
        "wide text" => Value::Str("\u{e4}\u{f6}\u{4e2d}x".repeat(SIZE / 8)),
        _ => Value::List((0..SIZE / 8).map(|at| Value::Float(at as f64 * 0.1)).collect()),
    }
}

/// The expression that makes the same in a run.
fn source(form: &str) -> String {
    match form {
        "bytes" => format!("x = bytes(range(256)) * {}", SIZE / 256),
        "text" => format!("x = '0123456789abcdef' * {}", SIZE / 16),
        "wide text" => format!("x = '\\xe4\\xf6\\u4e2dx' * {}", SIZE / 8),
        _ => format!("x = [at * 0.1 for at in range({})]", SIZE / 8),
    }
}

#[divan::bench(args = cases(), sample_count = 20, sample_size = 1)]
fn value_in(bencher: Bencher<'_, '_>, (form, isolation): (&str, Isolation)) {
    let Some(engine) = engine(isolation) else { return };
    let value = value(form);
    bencher.counter(BytesCount::new(SIZE)).with_inputs(|| value.clone()).bench_local_values(|value| {
        let outcome = engine.prepare("len(x)").input("x", value).run().expect("the engine works");
        assert!(outcome.is_ok(), "{:?}", outcome.limit);
    });
}

#[divan::bench(args = cases(), sample_count = 20, sample_size = 1)]
fn value_out(bencher: Bencher<'_, '_>, (form, isolation): (&str, Isolation)) {
    let Some(engine) = engine(isolation) else { return };
    let session = engine.session().expect("the engine opens sessions");
    assert!(session.run(&source(form)).expect("the engine works").is_ok());
    bencher.counter(BytesCount::new(SIZE)).bench_local(|| {
        let outcome = session.run("x").expect("the engine works");
        assert!(outcome.is_ok(), "{:?}", outcome.limit);
        outcome
    });
}

#[divan::bench(args = ISOLATIONS, sample_count = 20, sample_size = 1)]
fn file_in(bencher: Bencher<'_, '_>, isolation: Isolation) {
    let Some(engine) = engine(isolation) else { return };
    let content: Vec<u8> = (0..SIZE).map(|at| at as u8).collect();
    bencher.counter(BytesCount::new(SIZE)).with_inputs(|| content.clone()).bench_local_values(|content| {
        let run = engine.prepare("len(open('data', 'rb').read())").file("data", content);
        assert_eq!(run.run().expect("the engine works").repr, SIZE.to_string());
    });
}

#[divan::bench(args = ISOLATIONS, sample_count = 20, sample_size = 1)]
fn file_out(bencher: Bencher<'_, '_>, isolation: Isolation) {
    let Some(engine) = engine(isolation) else { return };
    let source = format!("_ = open('data', 'wb').write(bytes(range(256)) * {})", SIZE / 256);
    bencher.counter(BytesCount::new(SIZE)).bench_local(|| {
        let outcome = engine.run(&source).expect("the engine works");
        assert_eq!(outcome.files[0].size, SIZE as u64);
        outcome
    });
}
