//! What other engines take for the same programs; one that is not installed is left out, aloud.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::measure::Sample;

/// Figures of CPython and of pydantic-monty.
#[derive(Default)]
pub(crate) struct Peers {
    pub(crate) date: String,
    pub(crate) python: Option<String>,
    pub(crate) monty: Option<String>,
    /// The command line of pydantic-monty.
    pub(crate) command: Option<String>,
    pub(crate) latency: BTreeMap<String, Sample>,
    pub(crate) python_ms: BTreeMap<String, f64>,
    pub(crate) monty_ms: BTreeMap<String, f64>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches")
}

/// The names and texts of the workloads.
pub(crate) fn workloads() -> Vec<(String, String)> {
    let entries = fs::read_dir(folder().join("workloads")).expect("the workloads lie beside the bench");
    let mut found: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("a readable folder").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a readable workload"))
        })
        .collect();
    found.sort();
    found
}

/// Has a CPython measure itself and what it has of the others.
#[allow(clippy::print_stderr)]
pub(crate) fn ask(python: &str, programs: &[(&str, &str)]) -> Peers {
    let asked = serde_json::json!({
        "programs": programs.iter().copied().collect::<BTreeMap<_, _>>(),
        "workloads": workloads().into_iter().collect::<BTreeMap<_, _>>(),
    });
    let date = Command::new("date").arg("+%Y-%m-%d").output().map(|out| out.stdout).unwrap_or_default();
    let date = String::from_utf8_lossy(&date).trim().to_owned();
    let out = Command::new(python).arg(folder().join("report/peers.py")).arg(asked.to_string()).output();
    let answer = out.ok().and_then(|out| serde_json::from_slice::<Value>(&out.stdout).ok());
    let Some(answer) = answer else {
        eprintln!("SKIPPED beside CPython and pydantic-monty: `{python}` does not run");
        return Peers { date, ..Peers::default() };
    };
    let text = |field: &str| answer[field].as_str().map(str::to_owned);
    let numbers = |field: &str| {
        let found = answer[field].as_object().into_iter().flatten();
        found.filter_map(|(name, ms)| Some((name.clone(), ms.as_f64()?))).collect()
    };
    let samples = answer["monty_us"].as_object().into_iter().flatten();
    let sample = |pair: &Value| Some(Sample { median: pair[0].as_f64()?, p99: pair[1].as_f64()? });
    Peers {
        date,
        python: text("python"),
        monty: text("monty"),
        command: text("command"),
        latency: samples.filter_map(|(name, pair)| Some((name.clone(), sample(pair)?))).collect(),
        python_ms: numbers("python_ms"),
        monty_ms: numbers("monty_ms"),
    }
}
