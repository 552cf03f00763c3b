//! Times, rates and resident memory.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Median and 99th percentile, in the unit of what was measured.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) median: f64,
    pub(crate) p99: f64,
}

impl Sample {
    pub(crate) fn of(values: &mut [f64]) -> Sample {
        values.sort_by(f64::total_cmp);
        Sample { median: values[values.len() / 2], p99: values[values.len() * 99 / 100] }
    }
}

/// How a sample stands in a table.
pub(crate) trait Figures {
    fn cells(self) -> Vec<String>;
}

impl Figures for Option<Sample> {
    fn cells(self) -> Vec<String> {
        match self {
            Some(Sample { median, p99 }) => vec![format!("{median:.1}"), format!("{p99:.1}")],
            None => vec![String::from("-"); 2],
        }
    }
}

/// Calls one after the other, in microseconds.
pub(crate) fn closed_loop(count: usize, call: impl FnMut()) -> Sample {
    Sample::of(&mut times(count, call, || {}))
}

/// The times of calls one after the other, in microseconds, with something after each that is not in its time; a tenth as many
/// go before that are not counted.
pub(crate) fn times(count: usize, mut call: impl FnMut(), mut pause: impl FnMut()) -> Vec<f64> {
    let mut times = Vec::with_capacity(count);
    for turn in 0..count / 10 + count {
        let start = Instant::now();
        call();
        if turn >= count / 10 {
            times.push(1e6 * start.elapsed().as_secs_f64());
        }
        pause();
    }
    times
}

/// How many calls so many threads make in a second.
pub(crate) fn runs_per_second(threads: usize, call: impl Fn() + Sync) -> f64 {
    const SPAN: Duration = Duration::from_secs(2);
    let done = AtomicU64::new(0);
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while start.elapsed() < SPAN {
                    call();
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    done.into_inner() as f64 / start.elapsed().as_secs_f64()
}

pub(crate) fn geometric_mean(values: &[f64]) -> f64 {
    (values.iter().map(|value| value.ln()).sum::<f64>() / values.len() as f64).exp()
}

/// MiB that this process holds and no file backs.
pub(crate) fn own_mib() -> f64 {
    field("/proc/self/status", "RssAnon:")
}

/// MiB in memory for this process; pages that instances share count once.
pub(crate) fn all_mib() -> f64 {
    field("/proc/self/smaps_rollup", "Pss:")
}

fn field(file: &str, name: &str) -> f64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let kib = text.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
