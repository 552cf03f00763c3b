//! What the meter costs on twelve workloads, and how they run beside CPython: one table, measured in turns.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use taipan::bench::{Live, LiveJob};
use taipan::{Limits, Status};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

const ROUNDS: usize = 9;

/// Runs the program in a new namespace and prints the seconds that it took.
const TIMER: &str = "
import sys, time
code = compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    exec(code, {'__name__': '__main__'})
    print(time.perf_counter() - start)
";

struct Row {
    name: String,
    unarmed: f64,
    armed: f64,
    fuel: u64,
    python: Option<f64>,
}

fn main() {
    let big_stack = thread::Builder::new().stack_size(256 << 20).spawn(table);
    big_stack.expect("the system has a thread").join().expect("the workloads end");
}

#[allow(clippy::print_stdout)]
fn table() {
    let python = Command::new("python3").arg("--version").output().ok();
    let version = python.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned());
    match &version {
        Some(version) => println!("medians of {ROUNDS} rounds in ms, beside {version}"),
        None => println!("medians of {ROUNDS} rounds in ms; SKIPPED beside CPython: there is no python3"),
    }
    println!(
        "{:<14} {:>9} {:>9} {:>7} {:>10} {:>9} {:>8}",
        "workload", "unarmed", "armed", "ratio", "fuel", "python3", "ratio"
    );
    let rows: Vec<Row> = programs().iter().map(|path| measure(path, version.is_some())).collect();
    for row in &rows {
        let Row { name, unarmed, armed, fuel, python } = row;
        print!("{name:<14} {unarmed:>9.2} {armed:>9.2} {:>7.2} {fuel:>10}", armed / unarmed);
        match python {
            Some(python) => println!(" {python:>9.2} {:>8.2}", armed / python),
            None => println!(),
        }
    }
    let ratios = rows.iter().map(|row| row.armed / row.unarmed);
    println!("armed over unarmed: geometric mean {:.2}", geometric_mean(ratios));
    let beside = rows.iter().filter_map(|row| Some(row.armed / row.python?));
    println!("armed over python3: geometric mean {:.2}", geometric_mean(beside));
}

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/workloads");
    let entries = fs::read_dir(folder).expect("the workloads lie beside the bench");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

fn measure(path: &Path, python: bool) -> Row {
    let source = fs::read_to_string(path).expect("a readable workload");
    let limits = Limits { fuel: u64::MAX, ..Limits::default() };
    let job = LiveJob::new(&source, limits);
    let live = Live::boot();
    let mut fuel = 0;
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        without.push(1e3 * live.run_unmetered(&job).as_secs_f64());
        let begun = Instant::now();
        let outcome = live.run(&job);
        with.push(1e3 * begun.elapsed().as_secs_f64());
        assert_eq!(outcome.status, Status::Ok, "{}: {:?}", path.display(), outcome.error);
        fuel = outcome.usage.fuel;
    }
    let python = python.then(|| {
        let out = Command::new("python3").args(["-c", TIMER]).arg(path).arg(ROUNDS.to_string()).output();
        let out = out.expect("python3 was there a moment ago");
        let seconds =
            String::from_utf8_lossy(&out.stdout).lines().map(|line| line.parse::<f64>().expect("seconds")).collect();
        1e3 * median(seconds)
    });
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Row { name, unarmed: median(without), armed: median(with), fuel, python }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn geometric_mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value.ln(), count + 1.0));
    f64::exp(sum / count)
}
