//! What the benches measure and no program needs: an interpreter that outlives its runs, and one without a meter.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rustpython_vm::compiler::Mode;
use rustpython_vm::vm::Interpreter;

use super::{Job, boot, execute, teardown};
use crate::limits::Limits;
use crate::outcome::Outcome;
use crate::policy::{Clock, Policy, Seed};

/// An interpreter on the calling thread, which needs a stack of 64 MiB for deep recursion.
#[allow(missing_debug_implementations)]
pub struct Live {
    interpreter: Option<Interpreter>,
}

impl Live {
    /// Boots an interpreter.
    #[must_use]
    pub fn boot() -> Live {
        Live { interpreter: Some(boot::boot()) }
    }

    fn interpreter(&self) -> &Interpreter {
        let Some(interpreter) = &self.interpreter else { unreachable!("it is taken only on drop") };
        interpreter
    }

    /// Runs a program as RustPython alone would: compiled without charges, in no bounds. The time that it took.
    ///
    /// # Panics
    /// Where the program raises.
    #[must_use]
    pub fn run_unmetered(&self, job: &LiveJob) -> Duration {
        self.interpreter().enter(|vm| {
            let start = Instant::now();
            let code = vm.compile(&job.0.source, Mode::Exec, "main.py").expect("a valid program");
            let ended = vm.run_code_obj(code, vm.new_scope_with_builtins());
            assert!(ended.is_ok(), "the program raises");
            start.elapsed()
        })
    }

    /// Runs a program in a new namespace of the same interpreter.
    #[must_use]
    pub fn run(&self, job: &LiveJob) -> Outcome {
        execute::execute(self.interpreter(), &job.0, Arc::default()).0
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        if let Some(interpreter) = self.interpreter.take() {
            teardown::teardown(interpreter);
        }
    }
}

/// A program and the limits that it runs in.
#[derive(Debug)]
pub struct LiveJob(Arc<Job>);

impl LiveJob {
    /// A program under these limits, a fixed clock and seed 0.
    #[must_use]
    pub fn new(source: &str, limits: Limits) -> LiveJob {
        let policy = Policy { clock: Clock::default(), seed: Seed::Number(0), ..Policy::default() };
        LiveJob(Arc::new(Job { limits, policy: Arc::new(policy), ..Job::of(source) }))
    }
}
