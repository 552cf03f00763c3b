//! The fuel of a run, counted by the guest's code in a memory of its own, and how others end the run by that count.
#![allow(
    unsafe_code,
    reason = "the guest's code and other threads write the count at the same time; the tests below race them"
)]

use std::hint;
use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use wasmtime::{AsContext, Memory};

use super::config::COUNT_BYTES;
use super::host::Ending;
use crate::link::Link;

/// The most that a run can be given, in wasm instructions.
const MOST: u64 = 1 << 61;

/// What is taken off the count to end a run: more than any run has, so that what it had can still be told.
const END: i64 = 1 << 62;

/// A count below this is that of a run that was ended.
const ENDED: i64 = -(1 << 60);

/// The guest takes the count off in three steps, so what others take off between the first and the last of them is lost;
/// this is how often it is looked after at once, and how long it is waited before. What is lost all the same is taken off
/// at the next look.
const LOOKS: u32 = 16;
const SPINS: u32 = 32;

/// The count of an instance, and the run that it is counting.
#[derive(Debug)]
pub(super) struct Meter {
    count: NonNull<AtomicI64>,
    flight: Mutex<Option<Flight>>,
}

// SAFETY: the count is an atomic number; who reaches it, and when, stands at its two accesses.
unsafe impl Send for Meter {}
// SAFETY: as above.
unsafe impl Sync for Meter {}

/// A run in flight.
#[derive(Debug)]
struct Flight {
    link: Link,
    started: Instant,
    deadline: Duration,
    /// Time that was not the run's own.
    paused: Duration,
    /// Whether the run waits for the host, and its time stands still.
    aside: bool,
    ending: Option<Ending>,
}

impl Flight {
    /// Why the run is to end, if it is.
    fn due(&self) -> Option<Ending> {
        if self.link.is_cancelled() {
            return Some(Ending::Cancelled);
        }
        let spent = self.spent();
        (!self.aside && spent >= self.deadline).then(|| Ending::late(self.deadline, spent))
    }

    /// Time of the run's own so far.
    fn spent(&self) -> Duration {
        self.started.elapsed().saturating_sub(self.paused)
    }
}

impl Meter {
    /// Of the instance whose memory with the count this is. Once the instance is gone, nothing may begin.
    pub(super) fn new(memory: Memory, store: impl AsContext) -> wasmtime::Result<Arc<Meter>> {
        let none = || wasmtime::Error::msg("the guest has no memory for its count");
        if memory.data_size(&store) < COUNT_BYTES {
            return Err(none());
        }
        NonNull::new(memory.data_ptr(&store).cast()).map(|count| Arc::new(Meter::at(count))).ok_or_else(none)
    }

    pub(super) fn at(count: NonNull<AtomicI64>) -> Meter {
        Meter { count, flight: Mutex::default() }
    }

    fn count(&self) -> &AtomicI64 {
        // SAFETY: called by a run of the instance, or for one under the lock, and the run ends its flight before the
        // instance can go. The memory is never moved, and starts at a page. The guest's code is beyond Rust's rules, and
        // reads and writes the number whole.
        unsafe { self.count.as_ref() }
    }

    /// A run begins that has so much fuel, in wasm instructions.
    pub(super) fn begin(&self, fuel: u64, deadline: Duration, link: &Link) -> Counting<'_> {
        let given = fuel.min(MOST) as i64;
        let (link, started) = (link.clone(), Instant::now());
        let flight = Flight { link, started, deadline, paused: Duration::ZERO, aside: false, ending: None };
        let mut now = self.flight.lock();
        self.count().store(given, Ordering::Relaxed);
        *now = Some(flight);
        Counting { meter: self, given }
    }

    /// Ends the run, if one goes on that is cancelled or has no time left.
    pub(super) fn look(&self) {
        let mut flight = self.flight.lock();
        let Some(flight) = flight.as_mut() else { return };
        if flight.ending.is_none() {
            flight.ending = flight.due();
        }
        if flight.ending.is_some() {
            self.end();
        }
    }

    fn end(&self) {
        for _ in 0..LOOKS {
            if self.count().load(Ordering::Relaxed) > ENDED {
                self.count().fetch_sub(END, Ordering::Relaxed);
            }
            for _ in 0..SPINS {
                hint::spin_loop();
            }
        }
    }

    /// Why the run in flight is to end, if it is.
    pub(super) fn due(&self) -> Option<Ending> {
        self.flight.lock().as_ref().and_then(Flight::due)
    }

    /// How long the run in flight may still take.
    pub(super) fn time_left(&self) -> Duration {
        let left = |flight: &Flight| flight.deadline.saturating_sub(flight.spent());
        self.flight.lock().as_ref().map_or(Duration::ZERO, left)
    }

    /// Does what takes none of the run's time.
    pub(super) fn aside<R>(&self, act: impl FnOnce() -> R) -> R {
        let began = Instant::now();
        self.change(|flight| flight.aside = true);
        let result = act();
        self.change(|flight| {
            flight.paused += began.elapsed();
            flight.aside = false;
        });
        result
    }

    fn change(&self, change: impl FnOnce(&mut Flight)) {
        if let Some(flight) = self.flight.lock().as_mut() {
            change(flight);
        }
    }
}

/// The count of a run that goes on.
#[derive(Debug)]
pub(super) struct Counting<'a> {
    meter: &'a Meter,
    given: i64,
}

/// What the count says of a run.
#[derive(Debug)]
pub(super) struct Count {
    /// Fuel that it used, in wasm instructions.
    pub(super) used: u64,
    /// Whether that was more than it had.
    pub(super) exceeded: bool,
    /// Why it was ended from outside, if it was.
    pub(super) ending: Option<Ending>,
}

impl Counting<'_> {
    /// The run is over.
    pub(super) fn finish(self) -> Count {
        let ending = self.meter.flight.lock().take().and_then(|flight| flight.ending);
        let mut left = self.meter.count().load(Ordering::Relaxed);
        if left < ENDED {
            left += END;
        }
        Count { used: self.given.saturating_sub(left).max(0) as u64, exceeded: left < 0, ending }
    }
}

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        *self.meter.flight.lock() = None;
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::cancel::Cancel;
    use crate::outcome::{Exhausted, LimitKind};

    /// What the guest's code does where it asks for its count; whether it may go on.
    fn work(count: &AtomicI64, cost: i64) -> bool {
        let left = count.load(Ordering::Relaxed) - cost;
        count.store(left, Ordering::Relaxed);
        left >= 0
    }

    fn on_meter<R>(act: impl FnOnce(&Meter, &AtomicI64) -> R) -> R {
        let count = AtomicI64::new(7);
        act(&Meter::at(NonNull::from(&count)), &count)
    }

    #[test]
    fn what_is_used_is_told_exactly() {
        on_meter(|meter, count| {
            for (cost, used, exceeded) in [(0, 0, false), (99, 99, false), (100, 100, false), (101, 101, true)] {
                let counting = meter.begin(100, Duration::MAX, &Link::default());
                assert_eq!(work(count, cost), !exceeded);
                meter.look();
                let told = counting.finish();
                assert_eq!((told.used, told.exceeded), (used, exceeded));
                assert!(told.ending.is_none(), "{told:?}");
            }
        });
    }

    #[test]
    fn more_than_can_be_counted_is_enough() {
        on_meter(|meter, count| {
            let counting = meter.begin(u64::MAX, Duration::MAX, &Link::default());
            assert!(work(count, 1 << 40));
            let told = counting.finish();
            assert_eq!((told.used, told.exceeded), (1 << 40, false));
        });
    }

    /// The guest's code and the look write the same number, in steps that come between each other's.
    #[test]
    fn a_run_ends_that_writes_its_count_all_the_while() {
        for fuel in [1 << 40, u64::MAX] {
            on_meter(|meter, count| {
                let counting = meter.begin(fuel, Duration::ZERO, &Link::default());
                let turns = thread::scope(|scope| {
                    let guest = scope.spawn(|| {
                        let mut turns = 0_u64;
                        while work(count, 3) {
                            turns += 1;
                        }
                        turns
                    });
                    while !guest.is_finished() {
                        meter.look();
                        thread::sleep(Duration::from_millis(1));
                    }
                    guest.join().unwrap()
                });
                let told = counting.finish();
                assert!(matches!(told.ending, Some(Ending::Exhausted(Exhausted { kind: LimitKind::Deadline, .. }))));
                assert!(!told.exceeded && told.used <= 3 * (turns + 1), "{told:?} {turns}");
            });
        }
    }

    #[test]
    fn a_cancelled_run_ends_and_one_that_waits_for_the_host_is_not_late() {
        on_meter(|meter, count| {
            let cancel = Cancel::new();
            let counting = meter.begin(1000, Duration::from_secs(3600), &Link::from(cancel.clone()));
            meter.look();
            assert!(work(count, 10));
            cancel.cancel();
            meter.look();
            assert!(!work(count, 10));
            let told = counting.finish();
            assert_eq!((told.used, told.exceeded), (20, false));
            assert!(matches!(told.ending, Some(Ending::Cancelled)), "{told:?}");

            let late = meter.begin(1000, Duration::ZERO, &Link::default());
            meter.aside(|| meter.look());
            assert!(work(count, 10));
            meter.look();
            assert!(!work(count, 10));
            drop(late);
        });
    }

    #[test]
    fn between_two_runs_nothing_is_written() {
        on_meter(|meter, count| {
            drop(meter.begin(5, Duration::ZERO, &Link::default()));
            meter.look();
            assert_eq!(count.load(Ordering::Relaxed), 5);
        });
    }
}
