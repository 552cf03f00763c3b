//! The work that this thread's run has done, and the mark at which its meter next looks at the other bounds.
#![cfg(not(target_family = "wasm"))]

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};

/// Steps in a unit of fuel: one turn of a native loop costs about an eighth of one turn of a Python loop.
pub(crate) const STEPS: u64 = 8;

/// The mark where no run is being counted.
const IDLE: u64 = u64::MAX;

static NEVER: AtomicU64 = AtomicU64::new(IDLE);

struct Ticks {
    steps: Cell<u64>,
    mark: Cell<&'static AtomicU64>,
}

// Apart from the meter's other state: the allocator touches it, so it must never allocate nor be destroyed.
thread_local! {
    static TICKS: Ticks = const { Ticks { steps: Cell::new(0), mark: Cell::new(&NEVER) } };
}

/// A hold on a thread's mark, by which another thread makes it look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(&'static AtomicU64);

impl Mark {
    /// The next event of the thread looks, where a run is being counted.
    pub(crate) fn hurry(self) {
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |mark| (mark != IDLE).then_some(0));
    }
}

/// This thread's mark. A thread that counts runs keeps eight bytes for ever.
pub(crate) fn mark() -> Mark {
    TICKS.with(|t| {
        if std::ptr::eq(t.mark.get(), &NEVER) {
            t.mark.set(Box::leak(Box::new(AtomicU64::new(IDLE))));
        }
        Mark(t.mark.get())
    })
}

/// Starts to count from zero.
pub(crate) fn begin(look_at: u64) {
    let mark = mark();
    TICKS.with(|t| t.steps.set(0));
    mark.0.store(look_at.saturating_mul(STEPS).min(IDLE - 1), Ordering::Relaxed);
}

/// Stops to look; what is added from here on is nobody's.
pub(crate) fn end() {
    TICKS.with(|t| {
        if !std::ptr::eq(t.mark.get(), &NEVER) {
            t.mark.get().store(IDLE, Ordering::Relaxed);
        }
    });
}

/// Adds units of fuel; whether it is time to look.
#[inline]
pub(crate) fn add(units: u64) -> bool {
    step(units.saturating_mul(STEPS))
}

/// Adds steps of a native loop; whether it is time to look.
#[inline]
pub(crate) fn step(steps: u64) -> bool {
    TICKS.with(|t| {
        let steps = t.steps.get().saturating_add(steps);
        t.steps.set(steps);
        steps >= t.mark.get().load(Ordering::Relaxed)
    })
}

/// Fuel used since [`begin`], the part of a unit dropped.
pub(crate) fn used() -> u64 {
    TICKS.with(|t| t.steps.get() / STEPS)
}

/// Whether a run is being counted.
pub(crate) fn counting() -> bool {
    TICKS.with(|t| t.mark.get().load(Ordering::Relaxed) != IDLE)
}

/// Whether something asks for a look before more work is done.
pub(crate) fn hurried() -> bool {
    TICKS.with(|t| t.mark.get().load(Ordering::Relaxed) == 0)
}

/// Sets the next mark, in units of fuel.
pub(crate) fn look_at(units: u64) {
    TICKS.with(|t| t.mark.get().store(units.saturating_mul(STEPS).min(IDLE - 1), Ordering::Relaxed));
}

/// Makes the next event look, where a run is being counted.
#[inline]
pub(crate) fn hurry() {
    TICKS.with(|t| {
        if t.mark.get().load(Ordering::Relaxed) != IDLE {
            t.mark.get().store(0, Ordering::Relaxed);
        }
    });
}
