//! The meter behind the wall: the host counts fuel and watches the clock, so charges cost nothing here, and a stop is
//! a trap that no code sees.

use std::cell::Cell;
use std::sync::Arc;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyResult, VirtualMachine};

use super::collector;
use super::stdio::Streams;
use super::wall::imports;
use crate::alloc;
use crate::limits::Limits;
use crate::outcome::{Exhausted, LimitKind};

/// Why a run was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Exhausted(Exhausted),
    Cancelled,
}

/// What the host side sees of a run in flight: all of it is the host's already.
#[derive(Debug, Default)]
pub(crate) struct Watch(Streams);

impl Watch {
    /// What the run writes.
    pub(crate) fn streams(&self) -> &Streams {
        &self.0
    }
}

thread_local! {
    static MEMORY: Cell<u64> = const { Cell::new(u64::MAX) };
    static SOURCE: Cell<u64> = const { Cell::new(u64::MAX) };
}

pub(crate) fn arm(_vm: &VirtualMachine) {}

pub(crate) fn count_events(_vm: &VirtualMachine) {}

/// Sets the bounds of a run.
pub(crate) fn start(limits: &Limits, _watch: Arc<Watch>) {
    MEMORY.set(limits.memory);
    SOURCE.set(limits.source);
    collector::start();
    alloc::begin(limits.memory);
}

/// Ends the bounds: what follows is the engine's own work.
pub(crate) fn finish() -> (u64, Option<Stop>) {
    let refused = alloc::refused();
    alloc::end();
    let limit = MEMORY.get();
    (0, refused.map(|used| Stop::Exhausted(Exhausted { kind: LimitKind::Memory, limit, used })))
}

#[inline(always)]
pub(crate) fn charge(_units: u64, _vm: &VirtualMachine) -> PyResult<()> {
    Ok(())
}

#[inline(always)]
pub(crate) fn steps(_steps: u64, _vm: &VirtualMachine) -> PyResult<()> {
    Ok(())
}

/// Stops the run now if an operation is about to hold more memory than its limit.
pub(crate) fn reserve(bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    let limit = MEMORY.get();
    let wanted = alloc::live().saturating_add(bytes);
    if wanted > limit { Err(stop(LimitKind::Memory, limit, wanted, vm)) } else { Ok(()) }
}

/// Stops the run now if source text is longer than its limit.
pub(crate) fn source(bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    let limit = SOURCE.get();
    if bytes > limit { Err(stop(LimitKind::Source, limit, bytes, vm)) } else { Ok(()) }
}

/// Stops the run whose request for memory was refused.
pub(crate) fn out_of_memory(vm: &VirtualMachine) -> PyBaseExceptionRef {
    stop(LimitKind::Memory, MEMORY.get(), alloc::refused().unwrap_or_else(alloc::live), vm)
}

/// Stops the run where nothing can report that memory was refused.
pub(crate) fn memory_is_gone() -> ! {
    imports::stop(LimitKind::Memory as u32, MEMORY.get(), alloc::refused().unwrap_or_else(alloc::live))
}

/// Stops the run for a reason of the engine's.
pub(crate) fn stop(kind: LimitKind, limit: u64, used: u64, _vm: &VirtualMachine) -> PyBaseExceptionRef {
    imports::stop(kind as u32, limit, used)
}

/// A stop is never seen from inside.
pub(crate) fn is_stopped() -> bool {
    false
}

/// A stop is never an exception.
pub(crate) fn is_stop(_exception: &PyBaseExceptionRef) -> bool {
    false
}

/// Fuel that the run has left: more than any engine asks for, for the host counts it.
pub(crate) fn remaining() -> u64 {
    u64::MAX
}
