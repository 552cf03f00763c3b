//! Where runs wait for their turn, whatever door they came by, and how they are told to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinError;

use super::Service;
use super::answer::Answer;
use super::metrics::Metrics;
use super::service::{Caller, Fault};
use crate::cancel::Cancel;
use crate::link::{Link, Listener};
use crate::request::RunRequest;

/// What all clients of a process share.
#[derive(Debug)]
pub(crate) struct Hall {
    pub(crate) service: Arc<Service>,
    pub(crate) metrics: Metrics,
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    /// How many may wait, and for how long.
    queue: usize,
    wait: Duration,
    stopping: watch::Sender<Stop>,
}

/// How far the server is in stopping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stop {
    No,
    /// New requests are turned away; runs go on.
    Finish,
    /// Runs are cancelled.
    Cancel,
}

impl Hall {
    pub(crate) fn new(service: Service) -> Hall {
        let (queue, wait) = service.patience();
        Hall {
            metrics: Metrics::default(),
            slots: Arc::new(Semaphore::new(service.workers())),
            waiting: AtomicUsize::new(0),
            queue,
            wait,
            stopping: watch::channel(Stop::No).0,
            service: Arc::new(service),
        }
    }

    /// Carries out a run. Whoever drops the future ends it.
    pub(crate) async fn run(
        &self,
        request: RunRequest,
        caller: Caller,
        cancel: &Cancel,
        listener: Listener,
    ) -> Result<Answer, Fault> {
        let slot = self.slot().await?;
        let _dropped = CancelOnDrop(cancel.clone());
        let _running = self.metrics.run_starts();
        let (service, link) = (self.service.clone(), Link { cancel: Some(cancel.clone()), listener });
        let mut run = tokio::task::spawn_blocking(move || {
            let done = service.run(request, &caller, link);
            drop(slot);
            done
        });
        let done = tokio::select! {
            done = &mut run => done,
            () = self.stopped(Stop::Cancel) => {
                cancel.cancel();
                run.await
            }
        };
        let answer = done.map_err(broken)??;
        self.metrics.run_ended(&answer.outcome);
        Ok(answer)
    }

    /// Does what takes an interpreter's time, or waits for one.
    pub(crate) async fn act<R: Send + 'static>(
        &self,
        act: impl FnOnce(&Service) -> Result<R, Fault> + Send + 'static,
    ) -> Result<R, Fault> {
        let slot = self.slot().await?;
        let service = self.service.clone();
        let acted = tokio::task::spawn_blocking(move || {
            let done = act(&service);
            drop(slot);
            done
        });
        acted.await.map_err(broken)?
    }

    /// A place for a run.
    async fn slot(&self) -> Result<OwnedSemaphorePermit, Fault> {
        if let Ok(slot) = self.slots.clone().try_acquire_owned() {
            return Ok(slot);
        }
        self.metrics.waits();
        let slot = match Place::take(&self.waiting, self.queue) {
            Some(_place) => tokio::time::timeout(self.wait, self.slots.clone().acquire_owned()).await.ok(),
            None => None,
        };
        slot.and_then(Result::ok).ok_or_else(|| {
            self.metrics.shed();
            Fault::Busy(String::from("all interpreters are in runs, and too many requests wait; try again"))
        })
    }

    pub(crate) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    pub(crate) fn stop(&self, stop: Stop) {
        self.stopping.send_replace(stop);
    }

    pub(crate) fn stopping(&self) -> Stop {
        *self.stopping.borrow()
    }

    /// Waits until the server has come that far in stopping.
    pub(crate) async fn stopped(&self, stop: Stop) {
        // The sender lives as long as this does.
        let _ = self.stopping.subscribe().wait_for(|now| *now >= stop).await;
    }
}

/// Cancels a run that nobody waits for any more.
#[derive(Debug)]
pub(crate) struct CancelOnDrop(pub(crate) Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// What a request gets whose work did not come to its end.
pub(crate) fn broken(error: JoinError) -> Fault {
    Fault::Host(String::from(if error.is_panic() { "the server broke" } else { "stopped" }))
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
