//! What the server did, in Prometheus' text format.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::outcome::Outcome;

/// Upper bounds of the buckets of run times, in seconds.
const SECONDS: [f64; 10] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0];

/// Upper bounds of the buckets of fuel, in units.
const FUEL: [f64; 7] = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/// Modules are counted by name up to this many names; what comes after counts as one.
const MAX_NAMES: usize = 100;

/// All counts of a server.
#[derive(Debug, Default)]
pub(super) struct Metrics {
    runs: Mutex<BTreeMap<(String, String), u64>>,
    denials: Mutex<BTreeMap<String, u64>>,
    responses: Mutex<BTreeMap<u16, u64>>,
    seconds: Histogram<{ SECONDS.len() }>,
    fuel: Histogram<{ FUEL.len() }>,
    running: AtomicI64,
    sheds: AtomicU64,
}

/// A run in flight, counted until it is dropped.
pub(super) struct Running<'a>(&'a Metrics);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    pub(super) fn run_starts(&self) -> Running<'_> {
        self.running.fetch_add(1, Ordering::Relaxed);
        Running(self)
    }

    pub(super) fn run_ended(&self, outcome: &Outcome) {
        let key = (outcome.status.to_string(), outcome.isolation.to_string());
        *self.runs.lock().entry(key).or_default() += 1;
        self.seconds.observe(outcome.usage.wall_us as f64 / 1e6, &SECONDS);
        self.fuel.observe(outcome.usage.fuel as f64, &FUEL);
        let mut denials = self.denials.lock();
        for denial in outcome.denials.iter().filter(|denial| denial.kind == "module") {
            let known = denials.len() < MAX_NAMES || denials.contains_key(&denial.name);
            let name = if known { denial.name.clone() } else { String::from("other") };
            *denials.entry(name).or_default() += 1;
        }
    }

    pub(super) fn shed(&self) {
        self.sheds.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn responded(&self, status: u16) {
        *self.responses.lock().entry(status).or_default() += 1;
    }

    /// All counts; `waiting` is how many requests wait for an interpreter.
    pub(super) fn text(&self, waiting: usize) -> String {
        let mut text = String::new();
        let head = |text: &mut String, name: &str, kind: &str, help: &str| {
            let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
        };
        head(&mut text, "taipan_runs_total", "counter", "Runs that ended, by status and isolation.");
        for ((status, isolation), count) in &*self.runs.lock() {
            let _ = writeln!(text, "taipan_runs_total{{status=\"{status}\",isolation=\"{isolation}\"}} {count}");
        }
        head(&mut text, "taipan_denials_total", "counter", "Modules that policy refused to runs.");
        for (name, count) in &*self.denials.lock() {
            let _ = writeln!(text, "taipan_denials_total{{module=\"{}\"}} {count}", label(name));
        }
        head(&mut text, "taipan_responses_total", "counter", "Responses, by status code.");
        for (status, count) in &*self.responses.lock() {
            let _ = writeln!(text, "taipan_responses_total{{code=\"{status}\"}} {count}");
        }
        head(&mut text, "taipan_run_duration_seconds", "histogram", "Wall clock of runs.");
        self.seconds.write(&mut text, "taipan_run_duration_seconds", &SECONDS);
        head(&mut text, "taipan_run_fuel_units", "histogram", "Work of runs.");
        self.fuel.write(&mut text, "taipan_run_fuel_units", &FUEL);
        head(&mut text, "taipan_runs_in_flight", "gauge", "Runs that go on now.");
        let _ = writeln!(text, "taipan_runs_in_flight {}", self.running.load(Ordering::Relaxed));
        head(&mut text, "taipan_requests_waiting", "gauge", "Requests that wait for an interpreter.");
        let _ = writeln!(text, "taipan_requests_waiting {waiting}");
        head(&mut text, "taipan_sheds_total", "counter", "Requests turned away because too many waited.");
        let _ = writeln!(text, "taipan_sheds_total {}", self.sheds.load(Ordering::Relaxed));
        text
    }
}

/// A label's value with what would end it escaped; a module's name may be any text that a run asked for.
fn label(value: &str) -> String {
    let mut text = String::new();
    for c in value.chars().take(100) {
        match c {
            '\\' => text += "\\\\",
            '"' => text += "\\\"",
            '\n' => text += "\\n",
            c => text.push(c),
        }
    }
    text
}

#[derive(Debug)]
struct Histogram<const N: usize> {
    buckets: [AtomicU64; N],
    count: AtomicU64,
    /// In millionths, so that it can be added to.
    sum: AtomicU64,
}

impl<const N: usize> Default for Histogram<N> {
    fn default() -> Self {
        Histogram {
            buckets: std::array::from_fn(|_| AtomicU64::new(0)),
            count: AtomicU64::new(0),
            sum: AtomicU64::new(0),
        }
    }
}

impl<const N: usize> Histogram<N> {
    fn observe(&self, value: f64, bounds: &[f64; N]) {
        if let Some(bucket) = bounds.iter().position(|bound| value <= *bound) {
            self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.sum.fetch_add((value * 1e6) as u64, Ordering::Relaxed);
    }

    fn write(&self, text: &mut String, name: &str, bounds: &[f64; N]) {
        let mut so_far = 0;
        for (bucket, bound) in self.buckets.iter().zip(bounds) {
            so_far += bucket.load(Ordering::Relaxed);
            let _ = writeln!(text, "{name}_bucket{{le=\"{bound}\"}} {so_far}");
        }
        let count = self.count.load(Ordering::Relaxed);
        let sum = self.sum.load(Ordering::Relaxed) as f64 / 1e6;
        let _ = writeln!(text, "{name}_bucket{{le=\"+Inf\"}} {count}\n{name}_sum {sum}\n{name}_count {count}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Isolation};

    #[test]
    fn runs_are_counted() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let metrics = Metrics::default();
        let mut outcome = engine.run("import socket").unwrap();
        outcome.usage.wall_us = 3_000;
        outcome.usage.fuel = 100;
        metrics.run_ended(&outcome);
        outcome.denials[0].name = String::from("a\"b\\c\nd");
        metrics.run_ended(&outcome);
        metrics.shed();
        metrics.responded(200);
        let running = metrics.run_starts();
        let text = metrics.text(3);
        drop(running);
        for line in [
            "# TYPE taipan_runs_total counter",
            "taipan_runs_total{status=\"denied\",isolation=\"native\"} 2",
            "taipan_denials_total{module=\"socket\"} 1",
            "taipan_denials_total{module=\"a\\\"b\\\\c\\nd\"} 1",
            "taipan_responses_total{code=\"200\"} 1",
            "taipan_run_duration_seconds_bucket{le=\"0.0025\"} 0",
            "taipan_run_duration_seconds_bucket{le=\"0.005\"} 2",
            "taipan_run_duration_seconds_bucket{le=\"+Inf\"} 2",
            "taipan_run_duration_seconds_sum 0.006",
            "taipan_run_fuel_units_bucket{le=\"100\"} 2",
            "taipan_run_fuel_units_count 2",
            "taipan_runs_in_flight 1",
            "taipan_requests_waiting 3",
            "taipan_sheds_total 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        assert!(metrics.text(0).contains("\ntaipan_runs_in_flight 0\n"));
    }
}
