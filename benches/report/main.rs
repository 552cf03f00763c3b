//! The figures of docs/benchmarks.md, measured side by side; `make bench` writes the file.

mod measure;
mod peers;
mod table;

use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs, thread};

use taipan::{Engine, Isolation, Limits};

use measure::{Figures, Sample, all_mib, closed_loop, geometric_mean, own_mib, runs_per_second, times};
use table::Table;

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

/// What an agent's calculator is asked, from the least on.
const PROGRAMS: [(&str, &str); 8] = [
    ("2+2", "2+2"),
    ("payment", "r = 0.045 / 12\nround(350_000 * r / (1 - (1 + r) ** -360), 2)"),
    ("json", "import json\njson.dumps({'name': 'widget', 'price': 9.5, 'tags': ['a', 'b']})"),
    ("statistics", "import statistics\nstatistics.mean([1, 2, 3.5])"),
    ("decimal", "from decimal import Decimal\nstr(Decimal('1.1') + Decimal('2.2'))"),
    ("datetime", "from datetime import date, timedelta\nstr(date(2026, 1, 31) + timedelta(days=30))"),
    ("re", "import re\nre.findall(r'[0-9]+', 'a1b22c333')"),
    (
        "dataclasses",
        "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n    y: int\nPoint(1, 2).x",
    ),
];

/// The same work with other things, for those whose own work takes longer than to come to it.
const AGAIN: [(&str, &str); 5] = [
    ("statistics", "import statistics\nstatistics.mean([4, 7, 9.5])"),
    ("decimal", "from decimal import Decimal\nstr(Decimal('3.1') + Decimal('4.2'))"),
    ("datetime", "from datetime import date, timedelta\nstr(date(2025, 2, 28) + timedelta(days=45))"),
    ("re", "import re\nre.findall(r'[a-z]+', '1a22b333c')"),
    ("dataclasses", "from dataclasses import dataclass\n@dataclass\nclass Size:\n    w: int\n    h: int\nSize(3, 4).w"),
];

/// Runs of a program one after the other, and how often its turn comes: the machine's slow seconds are every program's.
const RUNS: usize = 400;
const TURNS: usize = 10;

const ROUNDS: usize = 5;

fn engine(isolation: Isolation, workers: usize) -> Option<Engine> {
    let limits = Limits { fuel: u64::MAX, deadline: Duration::from_secs(60), ..Limits::default() };
    Engine::builder().isolation(isolation).workers(workers).limits(limits).build().ok()
}

#[allow(clippy::print_stdout)]
fn main() {
    let Some(wall) = engine(Isolation::Wasm, 8) else {
        println!("SKIPPED: this build has no guest; `make bench` builds one");
        return;
    };
    let python = env::var("TAIPAN_PEER_PYTHON").unwrap_or_else(|_| String::from("python3"));
    let peers = peers::ask(&python, &PROGRAMS);
    let mut report = heading(&peers);
    report += &memory();
    report += &latency(&wall, &peers);
    report += &throughput(&wall);
    report += &process(&python, &peers);
    report += &workloads(&wall, &peers);
    println!("{report}");
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/benchmarks.md");
        fs::write(path, report).expect("docs/ can be written");
    }
}

fn heading(peers: &peers::Peers) -> String {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
    let model = model.trim_start_matches(['\t', ' ', ':']);
    format!(
        "# Benchmarks\n\n`make bench` measures and writes this file. Absolute figures are this machine's; what stands in one row was \
         measured in one run.\n\n- machine: {model}, {processors} processors\n- date: {}\n- taipan {}, {}, pydantic-monty: {}\n\n",
        peers.date,
        env!("CARGO_PKG_VERSION"),
        peers.python.as_deref().unwrap_or("no CPython"),
        peers.monty.as_deref().unwrap_or("SKIPPED, it is not installed"),
    )
}

/// One caller on one thread, one run after the other.
fn latency(wall: &Engine, peers: &peers::Peers) -> String {
    let titles =
        ["program", "wasm", "p99", "its own work", "the rest", "wasm with reset", "p99", "pydantic-monty", "p99"];
    let mut table = Table::new(&titles);
    let one = engine(Isolation::Wasm, 1).expect("there was a guest a moment ago");
    let mut all: [[Vec<f64>; 3]; PROGRAMS.len()] = Default::default();
    for _ in 0..TURNS {
        for ((name, source), [cycle, ready, twice]) in PROGRAMS.iter().zip(&mut all) {
            let clean = || wall.make_ready();
            cycle.extend(times(RUNS, || run(&one, source), || {}));
            ready.extend(times(RUNS, || run(wall, source), clean));
            if let Some((_, again)) = AGAIN.iter().find(|(program, _)| program == name) {
                let both = format!("{source}\n{again}");
                twice.extend(times(RUNS, || run(wall, &both), clean));
            }
        }
    }
    for ((name, _), [mut cycle, mut ready, mut twice]) in PROGRAMS.into_iter().zip(all) {
        let [cycle, ready] = [&mut cycle, &mut ready].map(|times| Sample::of(times));
        let own = (!twice.is_empty()).then(|| Sample::of(&mut twice).median - ready.median);
        let rest = own.map(|own| ready.median - own);
        let parts = [own, rest].map(|part| part.map_or_else(|| String::from("-"), |part| format!("{part:.1}")));
        let peer = peers.latency.get(name).copied();
        table.row(name, [Some(ready).cells(), parts.to_vec(), Some(cycle).cells(), peer.cells()].concat());
    }
    format!(
        "## Latency of a run in us\n\nFrom the call to the outcome, fuel and deadline on, a fresh interpreter for each run. The programs take turns of {RUNS} runs, {TURNS} times. *wasm*: a \
         clean instance is at hand, for `Engine::make_ready` was called behind the last answer. *With reset*: an engine of one \
         instance without that, so that each run resets what the last has left. *Its own work* is what a run takes longer in which the program stands twice, the second time with \
         other numbers, texts and names. pydantic-monty: a session of its warm pool, checked out and given back.\n\n{table}\n"
    )
}

fn run(engine: &Engine, source: &str) {
    let outcome = engine.run(source).expect("the engine works");
    assert!(outcome.error.is_none() && outcome.limit.is_none(), "{source}: {outcome:?}");
}

fn throughput(wall: &Engine) -> String {
    let one = runs_per_second(1, || run(wall, "2+2"));
    let two = runs_per_second(2, || run(wall, "2+2"));
    format!(
        "## Throughput of `2+2`, resets included\n\n{one:.0} runs a second on one thread, {two:.0} on two: {:.2} times.\n\n",
        two / one
    )
}

/// A process from its start to its answer.
fn process(python: &str, peers: &peers::Peers) -> String {
    let mut table = Table::new(&["command", "median ms", "p99"]);
    let mut measure = |name: &str, program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments);
        if command.output().is_ok_and(|out| out.status.success()) {
            let sample = closed_loop(50, || drop(command.output().expect("it ran a moment ago")));
            table.row(name, vec![format!("{:.1}", sample.median / 1e3), format!("{:.1}", sample.p99 / 1e3)]);
        }
    };
    measure("`taipan run -c '2+2'`", env!("CARGO_BIN_EXE_taipan"), &["run", "-c", "2+2"]);
    measure("`python3 -I -c '2+2'`", python, &["-I", "-c", "2+2"]);
    if let Some(monty) = &peers.command {
        measure("`monty -c '2+2'`", monty, &["-c", "2+2"]);
    }
    format!("## A process from start to answer\n\n{table}\n")
}

fn workloads(wall: &Engine, peers: &peers::Peers) -> String {
    let native = engine(Isolation::Native, 2).expect("the defaults are valid");
    let mut table = Table::new(&["workload", "native", "wasm", "wasm / native", "CPython", "pydantic-monty"]);
    let mut ratios = Vec::new();
    for (name, source) in peers::workloads() {
        let [here, behind] = medians_ms([&native, wall], &source);
        ratios.push(behind / here);
        let [python, monty] = [&peers.python_ms, &peers.monty_ms].map(|known| match known.get(&name) {
            Some(ms) => format!("{ms:.1}"),
            None => String::from("-"),
        });
        table.row(
            &name,
            vec![format!("{here:.1}"), format!("{behind:.1}"), format!("{:.2}", behind / here), python, monty],
        );
    }
    format!(
        "## Work in ms\n\nMedians of {ROUNDS} rounds, budget armed on both isolations. wasm over native, geometric mean: {:.2}.\n\n{table}\n",
        geometric_mean(&ratios)
    )
}

/// What a program takes on each engine, in turns.
fn medians_ms(engines: [&Engine; 2], source: &str) -> [f64; 2] {
    let mut times = [const { Vec::new() }; 2];
    for _ in 0..ROUNDS {
        for (engine, times) in engines.iter().zip(&mut times) {
            let outcome = engine.run(source).expect("the engine works");
            assert!(outcome.error.is_none() && outcome.limit.is_none(), "{outcome:?}");
            times.push(outcome.usage.wall_us as f64 / 1e3);
        }
    }
    times.map(|mut times| Sample::of(&mut times).median)
}

/// Sixty-four instances in runs at once, and then idle.
fn memory() -> String {
    const INSTANCES: usize = 64;
    let engine = engine(Isolation::Wasm, INSTANCES).expect("there was a guest a moment ago");
    run(&engine, "2+2");
    let before = own_mib();
    let during = thread::scope(|scope| {
        for _ in 0..INSTANCES {
            scope.spawn(|| run(&engine, "import time\ntime.sleep(1)"));
        }
        thread::sleep(Duration::from_millis(600));
        all_mib()
    });
    thread::sleep(Duration::from_millis(500));
    let idle = (own_mib() - before) / (INSTANCES as f64 - 1.0);
    format!(
        "## Memory\n\n{INSTANCES} instances in runs at once: {during:.0} MiB in memory, the image, the binary and the bench included. \
         An idle instance has {idle:.2} MiB of its own.\n\n"
    )
}
