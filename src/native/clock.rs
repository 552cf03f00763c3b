//! The clock that guest code reads: the system's in UTC, or one that stands still until guest code sleeps.

#[cfg_attr(target_family = "wasm", path = "clock/behind_wall.rs")]
mod system_clock;

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

use super::budget;
use crate::policy::Clock;

#[derive(Clone, Copy)]
enum Hands {
    /// The system's clock.
    Moving,
    /// Nanoseconds since 1970 that the run began at.
    Still(i128),
}

thread_local! {
    static HANDS: Cell<Hands> = const { Cell::new(Hands::Still(0)) };
    static SLEPT: Cell<i128> = const { Cell::new(0) };
}

/// Sets the clock of a run.
pub(crate) fn start(clock: Clock) {
    SLEPT.set(0);
    system_clock::start();
    HANDS.set(match clock {
        Clock::System => Hands::Moving,
        Clock::Fixed { unix_micros } => Hands::Still(i128::from(unix_micros) * 1000),
    });
}

/// Nanoseconds since 1970.
pub(crate) fn wall() -> i128 {
    match HANDS.get() {
        Hands::Still(began) => began + SLEPT.get(),
        Hands::Moving => system_clock::wall(),
    }
}

/// Nanoseconds since the run began, so that nothing tells how long the host has been up.
pub(crate) fn monotonic() -> i128 {
    match HANDS.get() {
        Hands::Still(_) => SLEPT.get(),
        Hands::Moving => system_clock::uptime(),
    }
}

/// Nanoseconds that the run worked: all but what it slept.
pub(crate) fn worked() -> i128 {
    (monotonic() - SLEPT.get()).max(0)
}

/// Sleeps. A fixed clock moves at once; the system's is waited for, and the deadline ends the wait.
pub(crate) fn sleep(nanos: i128, vm: &VirtualMachine) -> PyResult<()> {
    let before = SLEPT.get();
    if let Hands::Moving = HANDS.get() {
        system_clock::sleep(nanos, vm)?;
    }
    SLEPT.set(before.saturating_add(nanos));
    budget::charge(1, vm)
}
