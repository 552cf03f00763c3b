//! The system's clock, asked of the host behind the wall.

use rustpython_vm::{PyResult, VirtualMachine};

use crate::native::wall::imports;

/// A run begins; the host knows when.
pub(super) fn start() {}

/// Nanoseconds since 1970.
pub(super) fn wall() -> i128 {
    i128::from(imports::wall_clock())
}

/// Nanoseconds since the run began.
pub(super) fn uptime() -> i128 {
    i128::from(imports::uptime())
}

/// Waits; the deadline ends the run meanwhile.
pub(super) fn sleep(nanos: i128, _vm: &VirtualMachine) -> PyResult<()> {
    imports::sleep(i64::try_from(nanos).unwrap_or(i64::MAX));
    Ok(())
}
