//! A tool's call on its way to the host: here a call like any other, not counted as the run's.

use super::{Job, budget};
use crate::alloc;
use crate::tool::{Call, Reply};

/// Calls a tool. What it holds of memory is the host's, and what it takes of time too, unless the run is to count it.
pub(crate) fn call(job: &Job, call: &Call) -> Reply {
    let tools = &job.tools;
    let host = || alloc::aside(|| tools.call(call, job.limits.value_bytes));
    let theirs = if tools.timed { host() } else { budget::aside(host) };
    let ours = theirs.clone();
    alloc::aside(|| drop(theirs));
    ours
}
