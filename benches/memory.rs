//! What ten thousand runs in a row leave in memory.

use std::fs;

use taipan::Engine;

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const RUNS: usize = 10_000;

/// Defines what is hard to free: cycles, slots, finalizers, a live generator, a kept traceback.
const PROGRAM: &str = "
class Node:
    __slots__ = ('next', 'value')
    def __del__(self): pass
a, b = Node(), Node()
a.next, b.next = b, a
def numbers():
    yield a
source = numbers()
next(source)
try:
    1 / 0
except ZeroDivisionError as error:
    kept = error
sum(i * i for i in range(100))
";

#[allow(clippy::print_stdout)]
fn main() {
    let engine = Engine::builder().workers(2).build().expect("the defaults are valid");
    let mut first = None;
    for run in 1..=RUNS {
        let outcome = engine.run(PROGRAM).expect("the engine works");
        assert_eq!(outcome.repr, "328350");
        if run % 1000 == 0 {
            let Some(now) = resident_kib() else {
                println!("SKIPPED: /proc/self/statm is not there to read");
                return;
            };
            let since = now as i64 - *first.get_or_insert(now) as i64;
            println!("after {run:>5} runs: {now:>6} KiB resident, {since:+} KiB since the first thousand");
        }
    }
}

fn resident_kib() -> Option<u64> {
    let pages: u64 = fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4)
}
