//! What the server did, in Prometheus' text format.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::engine::Instances;
use crate::outcome::Outcome;

/// Upper bounds of the buckets of run times, in seconds.
const SECONDS: [f64; 10] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0];

/// Upper bounds of the buckets of fuel, in units.
const FUEL: [f64; 7] = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/// Upper bounds of the buckets of memory, in bytes.
const BYTES: [f64; 6] = [65_536.0, 1_048_576.0, 4_194_304.0, 16_777_216.0, 67_108_864.0, 268_435_456.0];

/// Modules are counted by name up to this many names; what comes after counts as one.
const MAX_NAMES: usize = 100;

/// All counts of a server.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    runs: Mutex<BTreeMap<(String, String), u64>>,
    denials: Mutex<BTreeMap<String, u64>>,
    responses: Mutex<BTreeMap<u16, u64>>,
    seconds: Histogram<{ SECONDS.len() }>,
    fuel: Histogram<{ FUEL.len() }>,
    memory: Histogram<{ BYTES.len() }>,
    running: AtomicI64,
    waits: AtomicU64,
    sheds: AtomicU64,
}

/// A run in flight, counted until it is dropped.
pub(crate) struct Running<'a>(&'a Metrics);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    pub(crate) fn run_starts(&self) -> Running<'_> {
        self.running.fetch_add(1, Ordering::Relaxed);
        Running(self)
    }

    pub(crate) fn run_ended(&self, outcome: &Outcome) {
        let key = (outcome.status.to_string(), outcome.isolation.to_string());
        *self.runs.lock().entry(key).or_default() += 1;
        self.seconds.observe(outcome.usage.wall_us as f64 / 1e6, &SECONDS);
        self.fuel.observe(outcome.usage.fuel as f64, &FUEL);
        self.memory.observe(outcome.usage.memory_peak_bytes as f64, &BYTES);
        let mut denials = self.denials.lock();
        for denial in outcome.denials.iter().filter(|denial| denial.kind == "module") {
            let known = denials.len() < MAX_NAMES || denials.contains_key(&denial.name);
            let name = if known { denial.name.clone() } else { String::from("other") };
            *denials.entry(name).or_default() += 1;
        }
    }

    /// A request found every interpreter in a run.
    pub(crate) fn waits(&self) {
        self.waits.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn shed(&self) {
        self.sheds.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn responded(&self, status: u16) {
        *self.responses.lock().entry(status).or_default() += 1;
    }

    /// All counts; `waiting` is how many requests wait for an interpreter, `instances` what became of those behind the wall.
    pub(crate) fn text(&self, waiting: usize, instances: Option<Instances>) -> String {
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
        head(&mut text, "taipan_run_memory_bytes", "histogram", "The most memory of runs at one time.");
        self.memory.write(&mut text, "taipan_run_memory_bytes", &BYTES);
        head(&mut text, "taipan_runs_in_flight", "gauge", "Runs that go on now.");
        let _ = writeln!(text, "taipan_runs_in_flight {}", self.running.load(Ordering::Relaxed));
        head(&mut text, "taipan_requests_waiting", "gauge", "Requests that wait for an interpreter.");
        let _ = writeln!(text, "taipan_requests_waiting {waiting}");
        let mut single = |name: &str, kind: &str, help: &str, value: u64| {
            head(&mut text, name, kind, help);
            let _ = writeln!(text, "{name} {value}");
        };
        let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
        single("taipan_waits_total", "counter", "Requests that had to wait for an interpreter.", of(&self.waits));
        let help = "Requests turned away because too many waited.";
        single("taipan_sheds_total", "counter", help, of(&self.sheds));
        if let Some(instances) = instances {
            let (living, idle) = (instances.living as u64, instances.idle as u64);
            single("taipan_instances", "gauge", "Instances of the guest that exist.", living);
            single("taipan_instances_idle", "gauge", "Those among them that are in no run.", idle);
            let help = "How often an instance was put back into the state of the image.";
            single("taipan_instance_resets_total", "counter", help, instances.resets);
            let help = "Instances that could not be used again.";
            single("taipan_instances_lost_total", "counter", help, instances.lost);
        }
        if let Some(bytes) = resident() {
            single("process_resident_memory_bytes", "gauge", "Memory of the process.", bytes);
        }
        text
    }
}

/// Bytes of this process in memory, where the system tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.trim().strip_suffix(" kB")?;
    Some(kib.parse::<u64>().ok()? * 1024)
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
        metrics.waits();
        metrics.responded(200);
        let running = metrics.run_starts();
        let instances = Instances { living: 4, idle: 3, resets: 7, lost: 1 };
        let text = metrics.text(3, Some(instances));
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
            "taipan_waits_total 1",
            "taipan_sheds_total 1",
            "taipan_instances 4",
            "taipan_instances_idle 3",
            "taipan_instance_resets_total 7",
            "taipan_instances_lost_total 1",
            "taipan_run_memory_bytes_count 2",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        let text = metrics.text(0, None);
        assert!(text.contains("\ntaipan_runs_in_flight 0\n") && !text.contains("taipan_instances"), "{text}");
        #[cfg(target_os = "linux")]
        assert!(text.contains("\nprocess_resident_memory_bytes "), "{text}");
    }
}
