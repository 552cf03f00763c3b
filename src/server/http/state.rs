//! What all connections share.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::metrics::Metrics;
use super::tokens::Doorman;
use super::{Service, Setup};

/// The server's state.
#[derive(Debug)]
pub(super) struct App {
    pub(super) service: Arc<Service>,
    pub(super) setup: Setup,
    pub(super) doorman: Doorman,
    pub(super) metrics: Metrics,
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    stopping: watch::Sender<Stop>,
}

/// How far the server is in stopping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stop {
    No,
    /// New requests are turned away; runs go on.
    Finish,
    /// Runs are cancelled.
    Cancel,
}

impl App {
    pub(super) fn new(service: Service, setup: Setup) -> App {
        App {
            doorman: Doorman::new(setup.tokens.clone()),
            metrics: Metrics::default(),
            slots: Arc::new(Semaphore::new(service.workers())),
            waiting: AtomicUsize::new(0),
            stopping: watch::channel(Stop::No).0,
            service: Arc::new(service),
            setup,
        }
    }

    /// A place for a run; `None` where too many wait or none became free in time.
    pub(super) async fn slot(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(slot) = self.slots.clone().try_acquire_owned() {
            return Some(slot);
        }
        self.metrics.waits();
        let place = Place::take(&self.waiting, self.setup.queue)?;
        let slot = tokio::time::timeout(self.setup.wait, self.slots.clone().acquire_owned()).await;
        drop(place);
        slot.ok()?.ok()
    }

    pub(super) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    pub(super) fn stop(&self, stop: Stop) {
        self.stopping.send_replace(stop);
    }

    pub(super) fn stopping(&self) -> Stop {
        *self.stopping.borrow()
    }

    /// Waits until the server has come that far in stopping.
    pub(super) async fn stopped(&self, stop: Stop) {
        // The sender lives as long as this does.
        let _ = self.stopping.subscribe().wait_for(|now| *now >= stop).await;
    }
}

/// A place in the queue, given back however the request ends.
struct Place<'a>(&'a AtomicUsize);

impl Place<'_> {
    fn take(waiting: &AtomicUsize, most: usize) -> Option<Place<'_>> {
        let more = |now: usize| (now < most).then_some(now + 1);
        waiting.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).ok()?;
        Some(Place(waiting))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
