//! Looks after the runs in flight: ends those that are cancelled or have no time left.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::thread::{self, Thread};
use std::time::Duration;

use parking_lot::Mutex;

use super::meter::Meter;

/// How often.
pub(super) const TICK: Duration = Duration::from_millis(2);

/// Ticks without a run after which the thread sleeps until the next one.
const IDLE_TICKS: u32 = 50;

#[derive(Debug, Default)]
struct State {
    running: Mutex<Vec<Arc<Meter>>>,
    asleep: AtomicBool,
}

/// The thread that ticks. It ends with the engine.
#[derive(Debug)]
pub(super) struct Ticker {
    state: Arc<State>,
    thread: Thread,
}

impl Ticker {
    /// Starts it; `ticked` is called at each tick, and what it holds is dropped at the end.
    pub(super) fn start(ticked: impl Fn() + Send + 'static) -> std::io::Result<Ticker> {
        let state = Arc::<State>::default();
        let shared = Arc::downgrade(&state);
        let handle = thread::Builder::new().name("taipan-tick".into()).spawn(move || tick(&shared, ticked))?;
        Ok(Ticker { state, thread: handle.thread().clone() })
    }

    /// A run begins that this meter counts; it ends when what this gives is dropped.
    pub(super) fn enter<'a>(&'a self, meter: &'a Arc<Meter>) -> Running<'a> {
        self.state.running.lock().push(meter.clone());
        if self.state.asleep.load(Ordering::SeqCst) {
            self.thread.unpark();
        }
        Running { state: &self.state, meter }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        // Nothing runs any more: the thread finds that the state is gone, at its next tick or now.
        self.state = Arc::default();
        self.thread.unpark();
    }
}

/// A run in flight.
#[derive(Debug)]
pub(super) struct Running<'a> {
    state: &'a State,
    meter: &'a Arc<Meter>,
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let mut running = self.state.running.lock();
        if let Some(at) = running.iter().rposition(|meter| Arc::ptr_eq(meter, self.meter)) {
            running.swap_remove(at);
        }
    }
}

fn tick(shared: &Weak<State>, ticked: impl Fn()) {
    let mut idle = 0;
    loop {
        thread::sleep(TICK);
        let Some(state) = shared.upgrade() else { return };
        ticked();
        // A copy: to end runs takes longer than others should wait to begin or end theirs.
        let running = state.running.lock().clone();
        if !running.is_empty() {
            running.iter().for_each(|meter| meter.look());
            idle = 0;
            continue;
        }
        idle += 1;
        if idle < IDLE_TICKS {
            continue;
        }
        idle = 0;
        state.asleep.store(true, Ordering::SeqCst);
        // A run that began in between finds the flag, or is found here.
        if state.running.lock().is_empty() {
            drop(state);
            thread::park();
        }
        let Some(state) = shared.upgrade() else { return };
        state.asleep.store(false, Ordering::SeqCst);
    }
}
