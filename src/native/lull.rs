//! Keeps the teardown and boot behind an answer out of the way of the runs that follow it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// How long nothing must have been asked of the pool. A scheduler gives a thread that boots 3 ms before a caller's turn.
const QUIET: Duration = Duration::from_millis(1);

/// How many such times a worker waits at most: a steady stream of runs must not keep it from its next interpreter.
const PATIENCE: usize = 8;

/// What the workers of a pool know of each other.
#[derive(Debug, Default)]
pub(crate) struct Lull {
    ready: AtomicUsize,
    runs: AtomicUsize,
}

impl Lull {
    /// A worker has an interpreter that waits for a run.
    pub(crate) fn ready(&self) {
        self.ready.fetch_add(1, Ordering::Relaxed);
    }

    /// A run has begun on it.
    pub(crate) fn taken(&self) {
        self.ready.fetch_sub(1, Ordering::Relaxed);
        self.runs.fetch_add(1, Ordering::Relaxed);
    }

    /// Waits until no run began for a while, as long as there is a worker to take one.
    pub(crate) fn wait(&self) {
        for _ in 0..PATIENCE {
            let before = self.runs.load(Ordering::Relaxed);
            thread::sleep(QUIET);
            if self.ready.load(Ordering::Relaxed) == 0 || self.runs.load(Ordering::Relaxed) == before {
                return;
            }
        }
    }
}
