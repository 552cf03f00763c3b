//! The clock that guest code reads: the system's in UTC, or one that stands still until guest code sleeps.

use std::cell::Cell;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustpython_vm::{PyResult, VirtualMachine};

use super::budget;
use crate::policy::Clock;

const NANOS: i128 = 1_000_000_000;

/// How long a sleeping run may go without a look at its deadline and at its cancellation.
const SLICE: Duration = Duration::from_millis(5);

#[derive(Clone, Copy)]
enum Hands {
    /// The system's clock, and when the run began.
    Moving(Instant),
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
    HANDS.set(match clock {
        Clock::System => Hands::Moving(Instant::now()),
        Clock::Fixed { unix_micros } => Hands::Still(i128::from(unix_micros) * 1000),
    });
}

/// Nanoseconds since 1970.
pub(crate) fn wall() -> i128 {
    match HANDS.get() {
        Hands::Still(began) => began + SLEPT.get(),
        Hands::Moving(_) => match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => since.as_nanos() as i128,
            Err(before) => -(before.duration().as_nanos() as i128),
        },
    }
}

/// Nanoseconds since the run began, so that nothing tells how long the host has been up.
pub(crate) fn monotonic() -> i128 {
    match HANDS.get() {
        Hands::Still(_) => SLEPT.get(),
        Hands::Moving(began) => began.elapsed().as_nanos() as i128,
    }
}

/// Nanoseconds that the run worked: all but what it slept.
pub(crate) fn worked() -> i128 {
    (monotonic() - SLEPT.get()).max(0)
}

/// Sleeps. A fixed clock moves at once; the system's is waited for, and the deadline ends the wait.
pub(crate) fn sleep(nanos: i128, vm: &VirtualMachine) -> PyResult<()> {
    let before = SLEPT.get();
    if let Hands::Moving(_) = HANDS.get() {
        let seconds = u64::try_from(nanos / NANOS).unwrap_or(u64::MAX);
        wait(Duration::new(seconds, (nanos % NANOS) as u32), vm)?;
    }
    SLEPT.set(before.saturating_add(nanos));
    budget::charge(1, vm)
}

fn wait(length: Duration, vm: &VirtualMachine) -> PyResult<()> {
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
