//! What a hundred thousand runs behind the wall, half of them hostile, leave in memory and of open files.
//!
//! `cargo bench --bench soak -- 1000` takes another number of runs. It ends with an error if a run ended in another way than
//! it should, or if memory, open files or threads grew.

use std::env;
use std::fs;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use taipan::{Engine, Isolation, Limits, Status};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const RUNS: usize = 100_000;

const THREADS: usize = 2;

/// What the least of memory in KiB, files and threads may grow by from the first half of the runs to the second. A single
/// reading finds what four instances have not put back yet, and a thread that is about to end.
const MOST_GROWTH: [i64; 3] = [4 << 10, 0, 0];

/// Programs of users, and the value of their last expression.
const GOOD: [(&str, &str); 8] = [
    ("2 + 2", "4"),
    ("sum(i * i for i in range(100))", "328350"),
    ("import itertools\nlist(itertools.accumulate({'a': 1, 'b': 2}.values()))", "[1, 3]"),
    ("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(10)", "55"),
    ("'-'.join(sorted({'b', 'a', 'c'}))", "'a-b-c'"),
    ("class A:\n    def __init__(self, x): self.x = x\n[A(i).x for i in range(20)][-1]", "19"),
    ("try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    text = str(error)\ntext", "'division by zero'"),
    ("import math\nround(math.pi * 2, 6)", "6.283185"),
];

/// Programs that want out, and how each ends.
const HOSTILE: [(&str, Status); 16] = [
    ("while True: pass", Status::Fuel),
    ("while True:\n    try:\n        while True: pass\n    except BaseException: pass", Status::Fuel),
    ("sum(iter(int, 1))", Status::Fuel),
    ("import re\nre.match('(a*)*b', 'a' * 40)", Status::Fuel),
    ("x = 'a' * 10**9", Status::Memory),
    ("x = []\nwhile True: x.append(bytes(100_000))", Status::Memory),
    ("x = bytes(5 << 20)\nx[-1]", Status::Ok),
    ("while True: print('x' * 1000)", Status::Output),
    ("def f(): f()\nf()", Status::Error),
    ("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", Status::Error),
    ("import time\ntime.sleep(1000)", Status::Timeout),
    ("import socket", Status::Denied),
    ("raise SystemExit(3)", Status::Exit),
    ("(", Status::Error),
    ("import builtins, sys\nvars(builtins).clear()\nsys.modules.clear()", Status::Ok),
    ("import sys\nsys.modules['planted'] = sys\n1 / 0", Status::Error),
];

fn limits() -> Limits {
    Limits { fuel: 100_000, deadline: Duration::from_secs(10), memory: 16 << 20, output: 64 << 10, ..Limits::default() }
}

/// What is wrong with a run: even ones are good, odd ones hostile.
fn one(engine: &Engine, run: usize) -> Option<String> {
    let at = run / 2;
    if run.is_multiple_of(2) {
        let (source, repr) = GOOD[at % GOOD.len()];
        let outcome = engine.run(source).expect("the engine works");
        let right = (outcome.status, outcome.repr.as_str()) == (Status::Ok, repr);
        return (!right).then(|| format!("{source}: {} {} {:?}", outcome.status, outcome.repr, outcome.error));
    }
    let (source, status) = HOSTILE[at % HOSTILE.len()];
    let deadline = if status == Status::Timeout { 2 } else { 10_000 };
    let prepared = engine.prepare(source).fuel(30_000).deadline(Duration::from_millis(deadline));
    let outcome = prepared.run().expect("the engine works");
    (outcome.status != status).then(|| format!("{source}: {} {:?}", outcome.status, outcome.warnings))
}

/// Runs so many on a few threads; how many ended wrong, the first of them told.
fn some(engine: &Engine, first: usize, runs: usize) -> usize {
    let (next, wrong) = (AtomicUsize::new(first), AtomicUsize::new(0));
    let work = || {
        loop {
            let run = next.fetch_add(1, Ordering::Relaxed);
            if run >= first + runs {
                return;
            }
            if let Some(why) = one(engine, run)
                && wrong.fetch_add(1, Ordering::Relaxed) < 10
            {
                tell(&why);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(work);
        }
    });
    wrong.into_inner()
}

#[allow(clippy::print_stdout, reason = "a bench prints its figures")]
fn tell(text: &str) {
    println!("{text}");
}

/// KiB resident, open files, threads.
fn held() -> Option<[i64; 3]> {
    let pages: i64 = fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
    let count = |folder| Some(fs::read_dir(folder).ok()?.count() as i64);
    Some([pages * 4, count("/proc/self/fd")?, count("/proc/self/task")?])
}

fn main() -> ExitCode {
    let asked = env::args().skip(1).find_map(|argument| argument.parse().ok());
    let runs = asked.unwrap_or(RUNS);
    let builder = Engine::builder().isolation(Isolation::Wasm).limits(limits()).workers(4);
    let engine = match builder.build() {
        Ok(engine) => engine,
        Err(error) => {
            tell(&format!("SKIPPED: {error}"));
            return ExitCode::SUCCESS;
        }
    };
    let began = Instant::now();
    let mut wrong = 0;
    let mut readings: Vec<[i64; 3]> = Vec::new();
    for part in 0..10 {
        wrong += some(&engine, part * runs / 10, runs / 10);
        let Some(now) = held() else {
            tell("SKIPPED: /proc/self is not there to read");
            return ExitCode::SUCCESS;
        };
        readings.push(now);
        tell(&format!(
            "after {:>6} runs: {:>6} KiB resident, {:+} KiB since the first tenth, {} files, {} threads, {wrong} wrong",
            (part + 1) * (runs / 10),
            now[0],
            now[0] - readings[0][0],
            now[1],
            now[2],
        ));
    }
    let each = began.elapsed().as_micros() as usize / (runs / 10 * 10).max(1);
    tell(&format!("{} ms, {each} us a run on {THREADS} threads", began.elapsed().as_millis()));
    let (early, late) = readings.split_at(readings.len() / 2);
    let least = |half: &[[i64; 3]], what: usize| half.iter().map(|reading| reading[what]).min();
    let growth = [0, 1, 2].map(|what| least(late, what).unwrap_or(0) - least(early, what).unwrap_or(0));
    tell(&format!(
        "from half to half: {:+} KiB, {:+} files, {:+} threads at the least",
        growth[0], growth[1], growth[2]
    ));
    let flat = growth.iter().zip(MOST_GROWTH).all(|(growth, most)| *growth <= most);
    if wrong == 0 && flat { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
