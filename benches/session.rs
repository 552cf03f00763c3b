//! What a session costs: a run in it, a fork, and a snapshot with its restoration.

use divan::Bencher;
use taipan::{Engine, Isolation, Session};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const SETUP: &str = "import json\nrates = {'EUR': 1.0, 'USD': 1.08}\ndef convert(x, to): return x * rates[to]";

fn main() {
    divan::main();
}

/// A small session behind the wall, and its engine; none where there is no guest.
fn session() -> Option<(Engine, Session)> {
    let engine = Engine::builder().isolation(Isolation::Wasm).build().ok()?;
    let session = engine.session().expect("the engine opens sessions");
    session.run(SETUP).expect("the engine works");
    Some((engine, session))
}

#[divan::bench(args = [Isolation::Wasm, Isolation::Native], sample_count = 1000, sample_size = 1)]
fn run(bencher: Bencher<'_, '_>, isolation: &Isolation) {
    let Ok(engine) = Engine::builder().isolation(*isolation).build() else { return };
    // Its totals allow 10,000 runs; the benches take fewer.
    let session = engine.session().expect("the engine opens sessions");
    session.run(SETUP).expect("the engine works");
    (0..100).for_each(|_| drop(session.run("2+2").expect("the engine works")));
    bencher.bench_local(|| session.run("2+2").expect("the engine works"));
}

#[divan::bench(sample_count = 1000)]
fn fork(bencher: Bencher<'_, '_>) {
    let Some((_engine, session)) = session() else { return };
    bencher.bench_local(|| session.fork().expect("the wall copies sessions"));
}

/// The fork's first run: it shares nothing with the other in the end.
#[divan::bench(sample_count = 1000, sample_size = 1)]
fn fork_and_run(bencher: Bencher<'_, '_>) {
    let Some((_engine, session)) = session() else { return };
    bencher.bench_local(|| session.fork().expect("the wall copies sessions").run("2+2").expect("the engine works"));
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn snapshot(bencher: Bencher<'_, '_>) {
    let Some((_engine, session)) = session() else { return };
    bencher.bench_local(|| session.snapshot().expect("the wall saves sessions"));
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn restore(bencher: Bencher<'_, '_>) {
    let Some((engine, session)) = session() else { return };
    let snapshot = session.snapshot().expect("the wall saves sessions");
    bencher.bench_local(|| engine.restore(&snapshot).expect("its own snapshot"));
}
