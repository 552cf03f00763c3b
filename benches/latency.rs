//! How long one small run takes: on a live interpreter, on a fresh one through the pool, and what a boot costs.

use std::cell::Cell;
use std::thread;
use std::time::Duration;

use divan::Bencher;
use taipan::bench::{Live, LiveJob};
use taipan::{Engine, Isolation, Limits};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const PROGRAMS: [(&str, &str); 4] = [
    ("2+2", "2+2"),
    ("payment", "r = 0.045 / 12\nround(350_000 * r / (1 - (1 + r) ** -360), 2)"),
    ("print", "print('hello')"),
    ("raise", "1 / 0"),
];

fn main() {
    let big_stack = thread::Builder::new().stack_size(256 << 20).spawn(divan::main);
    big_stack.expect("the system has a thread").join().expect("the benches end");
}

fn names() -> impl Iterator<Item = &'static str> {
    PROGRAMS.iter().map(|(name, _)| *name)
}

fn source(name: &str) -> &'static str {
    PROGRAMS.iter().find(|(known, _)| *known == name).expect("a known program").1
}

/// Budget, capture and outcome included; the interpreter is kept, the namespace is new.
#[divan::bench(args = names(), sample_count = 500)]
fn live(bencher: Bencher<'_, '_>, name: &str) {
    let live = Live::boot();
    let job = LiveJob::new(source(name), Limits::default());
    bencher.bench_local(|| live.run(&job));
}

/// From the caller's thread to a worker with a fresh interpreter and back; in bursts, with time to refill before each.
#[divan::bench(args = names(), sample_count = 240, sample_size = 1)]
fn pool(bencher: Bencher<'_, '_>, name: &str) {
    let engine = Engine::builder().workers(24).build().expect("the defaults are valid");
    let left = Cell::new(0);
    bencher
        .with_inputs(|| {
            if left.get() == 0 {
                left.set(12);
                thread::sleep(Duration::from_millis(400));
            }
            left.set(left.get() - 1);
        })
        .bench_local_values(|()| engine.run(source(name)).expect("the engine works"));
}

/// A fresh instance behind the wall on the calling thread, its cleaning behind the answer; none where there is no guest.
#[divan::bench(args = names(), sample_count = 1000, sample_size = 1)]
fn wall(bencher: Bencher<'_, '_>, name: &str) {
    let Ok(engine) = Engine::builder().isolation(Isolation::Wasm).workers(8).build() else { return };
    for _ in 0..100 {
        engine.run(source(name)).expect("the engine works");
    }
    bencher.bench_local(|| engine.run(source(name)).expect("the engine works"));
}

/// The same after idleness: the machine's processors sleep, and their caches hold something else.
#[divan::bench(args = names(), sample_count = 200, sample_size = 1)]
fn pool_after_idleness(bencher: Bencher<'_, '_>, name: &str) {
    let engine = Engine::builder().workers(2).build().expect("the defaults are valid");
    bencher
        .with_inputs(|| thread::sleep(Duration::from_millis(25)))
        .bench_local_values(|()| engine.run(source(name)).expect("the engine works"));
}

/// What idleness alone costs: a live interpreter on the calling thread, 25 ms asleep before each run.
#[divan::bench(args = names(), sample_count = 200, sample_size = 1)]
fn live_after_idleness(bencher: Bencher<'_, '_>, name: &str) {
    let live = Live::boot();
    let job = LiveJob::new(source(name), Limits::default());
    bencher.with_inputs(|| thread::sleep(Duration::from_millis(25))).bench_local_values(|()| live.run(&job));
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn boot(bencher: Bencher<'_, '_>) {
    bencher.bench_local(Live::boot);
}
