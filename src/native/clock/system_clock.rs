//! The system's clock, read in this process.

use std::cell::Cell;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustpython_vm::{PyResult, VirtualMachine};

use crate::native::budget;

const NANOS: i128 = 1_000_000_000;

/// How long a sleeping run may go without a look at its deadline and at its cancellation.
const SLICE: Duration = Duration::from_millis(5);

thread_local! {
    static BEGAN: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// A run begins.
pub(super) fn start() {
    BEGAN.set(Some(Instant::now()));
}

/// Nanoseconds since 1970.
pub(super) fn wall() -> i128 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => since.as_nanos() as i128,
        Err(before) => -(before.duration().as_nanos() as i128),
    }
}

/// Nanoseconds since the run began.
pub(super) fn uptime() -> i128 {
    BEGAN.get().map_or(0, |began| began.elapsed().as_nanos() as i128)
}

/// Waits, with a look at the bounds now and then.
pub(super) fn sleep(nanos: i128, vm: &VirtualMachine) -> PyResult<()> {
    let seconds = u64::try_from(nanos / NANOS).unwrap_or(u64::MAX);
    let length = Duration::new(seconds, (nanos % NANOS) as u32);
    let began = Instant::now();
    loop {
        budget::look(vm)?;
        let left = length.saturating_sub(began.elapsed());
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(budget::until_deadline()).min(SLICE));
    }
}
