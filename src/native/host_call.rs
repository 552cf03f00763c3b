//! A tool's call on its way to the host: here a call like any other, not counted as the run's.

use rustpython_vm::{PyResult, VirtualMachine};

use super::{Job, budget};
use crate::alloc;
use crate::tool::{Answer, Call, Reply};

/// Calls a tool. What it holds of memory is the host's, and what it takes of time too, unless the run is to count it.
pub(crate) fn call(job: &Job, call: &Call, vm: &VirtualMachine) -> PyResult<Reply> {
    let tools = &job.tools;
    let host = || alloc::aside(|| tools.call(call, job.limits.value_bytes, budget::is_due));
    let theirs = if tools.timed { host() } else { budget::aside(host) };
    let ours = match &theirs {
        Answer::Reply(reply) => Ok(reply.clone()),
        Answer::Left => {
            budget::look(vm).and_then(|()| Err(vm.new_runtime_error("the run ended before its tool answered")))
        }
        Answer::Late(limit) => Err(budget::stop(limit.kind, limit.limit, limit.used, vm)),
    };
    alloc::aside(|| drop(theirs));
    ours
}
