//! How long suites of small cases take: fresh, unchanged, beside 100,000 goldens, and beside pytest with CPython.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use taipan::snap::{self, Verdict};

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

/// Runs each file in a process of its own, or all in one, and compares what they print with what they printed before.
const PYTEST: &str = "\
import contextlib, io, json, pathlib, subprocess, sys
import pytest

FOLDER = pathlib.Path(__file__).parent
WANTED = json.loads((FOLDER / 'wanted.json').read_text())

@pytest.mark.parametrize('name', sorted(WANTED))
def test_case(name):
    file = FOLDER / name
    if FOLDER.name == 'alone':
        got = subprocess.run([sys.executable, '-I', file], capture_output=True, text=True).stdout
    else:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(file.read_text(), name, 'exec'), {'__name__': '__main__'})
        got = out.getvalue()
    assert got == WANTED[name]
";

fn main() {
    // `cargo test` runs benches too, and not to measure.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let many = folder.path().join("many");
    cases(&many, 10_000);
    let suite = |path: &Path| snap::dir(path).remember(false);
    tell(
        "10,000 cases, accepted",
        timed(|| assert_eq!(suite(&many).accept(true).run().expect("a report").exit_status(), 0)),
    );
    let few = folder.path().join("few");
    cases(&few, 1000);
    assert_eq!(suite(&few).accept(true).run().expect("a report").exit_status(), 0);
    let before = resident();
    let ours = best(3, || assert_eq!(suite(&few).run().expect("a report").count(Verdict::Same), 1000));
    tell("1,000 cases", ours);
    let after = resident();
    tell("10,000 cases", best(3, || assert_eq!(suite(&many).run().expect("a report").count(Verdict::Same), 10_000)));
    say(&format!(
        "memory held by the process: {before} KiB, after 1,000 cases {after} KiB, after 10,000 {} KiB",
        resident()
    ));
    let remembered = snap::dir(&many);
    remembered.run().expect("a report");
    tell(
        "10,000 cases that have not changed",
        best(3, || assert_eq!(remembered.run().expect("a report").exit_status(), 0)),
    );
    tell("reading their 20,000 files", best(3, || read(&many)));
    for at in 0..100_000 {
        fs::write(many.join(format!("snapshots/other_{at}.snap")), "---\nsource: a\n---\nstatus: ok\n")
            .expect("a golden");
    }
    tell(
        "1 case of 10,000, beside 110,000 goldens",
        best(3, || {
            assert_eq!(suite(&many.join("case_00001.py")).run().expect("a report").exit_status(), 0);
        }),
    );
    for alone in [true, false] {
        let what = if alone { "pytest, a process each" } else { "pytest, in process" };
        match pytest(folder.path(), alone) {
            Some(theirs) => {
                tell(&format!("1,000 cases, {what}"), theirs);
                say(&format!("    {:.1} times as long as taipan", theirs.as_secs_f64() / ours.as_secs_f64()));
            }
            None => say(&format!("SKIPPED: {what}: `python3 -m pytest` is not there")),
        }
    }
}

fn cases(folder: &Path, number: usize) {
    fs::create_dir_all(folder).expect("a folder");
    for at in 0..number {
        fs::write(folder.join(format!("case_{at:05}.py")), program(at)).expect("a case");
    }
}

fn program(at: usize) -> String {
    format!("x = [n * {at} for n in range(20)]\nprint(sum(x))\nmax(x)\n")
}

fn read(folder: &Path) {
    let mut bytes = 0;
    for folder in [folder.to_owned(), folder.join("snapshots")] {
        for entry in fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_file()) {
            bytes += fs::read(entry.path()).expect("a file").len();
        }
    }
    assert!(bytes > 1000);
}

fn pytest(folder: &Path, alone: bool) -> Option<Duration> {
    let folder = folder.join(if alone { "alone" } else { "within" });
    cases(&folder, 1000);
    let wanted: serde_json::Map<String, serde_json::Value> = (0..1000)
        .map(|at| (format!("case_{at:05}.py"), format!("{}\n", (0..20).map(|n| n * at).sum::<usize>()).into()))
        .collect();
    fs::write(folder.join("wanted.json"), serde_json::to_vec(&wanted).ok()?).ok()?;
    fs::write(folder.join("test_cases.py"), PYTEST).ok()?;
    let mut took = None;
    let begun = Instant::now();
    let mut command = Command::new(std::env::var_os("TAIPAN_BENCH_PYTHON").unwrap_or_else(|| "python3".into()));
    command.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "test_cases.py"]).current_dir(&folder);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    if status.success() {
        took = Some(begun.elapsed());
    }
    took
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn best(times: usize, work: impl Fn()) -> Duration {
    (0..times).map(|_| timed(&work)).min().unwrap_or_default()
}

/// What the process holds of the machine's memory, where the system tells.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

fn tell(what: &str, took: Duration) {
    say(&format!("{what}: {:.3} s", took.as_secs_f64()));
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
