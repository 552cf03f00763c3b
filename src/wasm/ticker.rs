//! Moves the epoch on while runs are in flight, so that each looks at its deadline.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::thread::{self, Thread};
use std::time::Duration;

use wasmtime::Engine;

/// How often.
pub(super) const TICK: Duration = Duration::from_millis(2);

/// Ticks without a run after which the thread sleeps until the next one.
const IDLE_TICKS: u32 = 50;

#[derive(Debug, Default)]
struct State {
    running: AtomicUsize,
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
    pub(super) fn start(engine: Engine, ticked: impl Fn() + Send + 'static) -> std::io::Result<Ticker> {
        let state = Arc::<State>::default();
        let shared = Arc::downgrade(&state);
        let handle = thread::Builder::new().name("taipan-tick".into()).spawn(move || tick(&engine, &shared, ticked))?;
        Ok(Ticker { state, thread: handle.thread().clone() })
    }

    /// A run begins; it ends when what this gives is dropped.
    pub(super) fn enter(&self) -> Running<'_> {
        self.state.running.fetch_add(1, Ordering::SeqCst);
        if self.state.asleep.load(Ordering::SeqCst) {
            self.thread.unpark();
        }
        Running(&self.state)
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
pub(super) struct Running<'a>(&'a State);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::SeqCst);
    }
}

fn tick(engine: &Engine, shared: &Weak<State>, ticked: impl Fn()) {
    let mut idle = 0;
    loop {
        thread::sleep(TICK);
        let Some(state) = shared.upgrade() else { return };
        ticked();
        if state.running.load(Ordering::SeqCst) > 0 {
            engine.increment_epoch();
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
        if state.running.load(Ordering::SeqCst) == 0 {
            drop(state);
            thread::park();
        }
        let Some(state) = shared.upgrade() else { return };
        state.asleep.store(false, Ordering::SeqCst);
    }
}
