//! A tool's call on its way to the host, through the wall.

use rustpython_vm::{PyResult, VirtualMachine};

use super::wall::imports;
use crate::job::Job;
use crate::tool::{Call, Reply};
use crate::wire;

/// Calls a tool.
pub(crate) fn call(_job: &Job, call: &Call, _vm: &VirtualMachine) -> PyResult<Reply> {
    let answer = imports::call(&wire::encode(call));
    Ok(wire::decode(&answer).unwrap_or_else(|malformed| Reply::error(malformed.to_string())))
}
