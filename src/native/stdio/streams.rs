//! What a run wrote, kept within its bound in this process.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use parking_lot::Mutex;
use rustpython_vm::{PyResult, VirtualMachine};

use super::Stream;
use crate::captured::Captured;
use crate::link::{self, Listener};
use crate::native::budget;
use crate::outcome::LimitKind;

/// Both streams of a run, shared with the host's side: what a run wrote outlives a worker that is lost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Streams {
    kept: Arc<Mutex<Kept>>,
    listener: Listener,
}

#[derive(Debug, Default)]
struct Kept {
    streams: [Captured; 2],
    /// Set once the run's outcome has them: a worker that was given up is heard no more.
    taken: bool,
}

impl Streams {
    /// Streams that somebody hears.
    pub(crate) fn heard(listener: Listener) -> Streams {
        Streams { listener, ..Streams::default() }
    }

    /// What standard output and standard error got.
    pub(crate) fn take(&self) -> [Captured; 2] {
        let mut kept = self.kept.lock();
        kept.taken = true;
        std::mem::take(&mut kept.streams)
    }

    fn append(&self, stream: Stream, text: &str, bound: u64) -> Option<u64> {
        let mut kept = self.kept.lock();
        let (fits, asked) = kept.streams[stream as usize].append(text, bound);
        let heard = !kept.taken;
        drop(kept);
        if heard {
            let stream = match stream {
                Stream::Out => link::Stream::Stdout,
                Stream::Err => link::Stream::Stderr,
            };
            self.listener.hear(stream, fits);
        }
        asked
    }
}

thread_local! {
    static STREAMS: RefCell<Streams> = RefCell::default();
    static BOUND: Cell<u64> = const { Cell::new(0) };
}

/// Sets where the streams go and how many bytes each may take.
pub(crate) fn start(bound: u64, streams: &Streams) {
    BOUND.set(bound);
    STREAMS.set(streams.clone());
}

/// Appends text to a stream; at the bound it keeps what fits and stops the run.
///
/// Clean-up that runs while a stop unwinds the stack, and the interpreter's talk about it, is not recorded.
pub(crate) fn append(stream: Stream, text: &str, vm: &VirtualMachine) -> PyResult<()> {
    if budget::is_stopped() {
        return Ok(());
    }
    let bound = BOUND.get();
    let asked = STREAMS.with(|streams| streams.borrow().append(stream, text, bound));
    match (asked, stream) {
        (None, _) => budget::charge(text.len() as u64 / 64, vm),
        (Some(used), Stream::Out) => Err(budget::stop(LimitKind::Stdout, bound, used, vm)),
        (Some(used), Stream::Err) => Err(budget::stop(LimitKind::Stderr, bound, used, vm)),
    }
}
