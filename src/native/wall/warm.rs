//! Runs before the snapshot what most runs do, so that what is made on first use is made.

use std::sync::Arc;

use rustpython_vm::vm::Interpreter;

use super::imports;
use crate::job::Job;
use crate::limits::Limits;
use crate::native::execute;
use crate::outcome::Status;
use crate::policy::{Clock, Policy, Seed};

/// Programs that leave nothing which a run could find, and how they end.
const PROGRAMS: [(&str, Status); 3] = [
    ("2+2", Status::Ok),
    ("def f(x): return x * 2.5\nprint([f'{f(x):.2f}' for x in range(2)])\n(1, 'a', {'b': 2.5})", Status::Ok),
    ("def f(x):\n    return 1 / x\nf(0)", Status::Error),
];

/// Runs them.
pub(super) fn up(interpreter: &Interpreter) {
    for (source, status) in PROGRAMS {
        let job = Job {
            id: String::new(),
            source: source.to_owned(),
            file: String::from("main.py"),
            inputs: Vec::new(),
            files: Vec::new(),
            limits: Limits::default(),
            policy: Arc::new(Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() }),
            warnings: Vec::new(),
            session: false,
            tools: Arc::default(),
        };
        let (outcome, _) = execute::execute(interpreter, &Arc::new(job), Arc::default());
        if outcome.status != status {
            imports::panic(&format!("warming up with {source:?}: {outcome:?}"));
        }
    }
}
