//! Where runs wait for their turn, whatever door they came by, and how they are told to stop.

use std::pin::pin;
use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinError;

use super::Service;
use super::answer::Answer;
use super::crew::{Crew, Lost};
use super::metrics::Metrics;
use super::service::{Caller, Fault};
use crate::cancel::Cancel;
use crate::link::{Link, Listener};
use crate::request::RunRequest;

/// What all clients of a process share.
#[derive(Debug)]
pub(crate) struct Hall {
    pub(crate) service: Arc<Service>,
    pub(crate) metrics: Arc<Metrics>,
    crew: Crew,
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
    /// Starts the threads of a service.
    pub(crate) fn new(service: Service) -> std::io::Result<Hall> {
        let (queue, wait) = service.patience();
        let engine = service.engine().clone();
        Ok(Hall {
            metrics: Arc::default(),
            crew: Crew::start(service.workers(), queue, wait, move || engine.make_ready())?,
            stopping: watch::channel(Stop::No).0,
            service: Arc::new(service),
        })
    }

    /// Carries out a run. Whoever drops the future ends it.
    pub(crate) async fn run(
        &self,
        request: RunRequest,
        caller: Caller,
        cancel: &Cancel,
        listener: Listener,
    ) -> Result<Answer, Fault> {
        let _dropped = CancelOnDrop(cancel.clone());
        let (service, metrics) = (self.service.clone(), self.metrics.clone());
        let link = Link { cancel: Some(cancel.clone()), listener };
        let mut run = pin!(self.have(move || {
            let _running = metrics.run_starts();
            service.run(request, &caller, link)
        }));
        let done = tokio::select! {
            done = &mut run => done,
            () = self.stopped(Stop::Cancel) => {
                cancel.cancel();
                run.await
            }
        };
        let (answer, written) = done?;
        self.metrics.run_ended(&answer.outcome);
        if let Some(written) = written {
            // Where the history broke the run has been all the same.
            let _ = written.await;
        }
        Ok(answer)
    }

    /// Does what takes an interpreter's time, or waits for one.
    pub(crate) async fn act<R: Send + 'static>(
        &self,
        act: impl FnOnce(&Service) -> Result<R, Fault> + Send + 'static,
    ) -> Result<R, Fault> {
        let service = self.service.clone();
        self.have(move || act(&service)).await
    }

    async fn have<R: Send + 'static>(
        &self,
        act: impl FnOnce() -> Result<R, Fault> + Send + 'static,
    ) -> Result<R, Fault> {
        self.crew.have(|| self.metrics.waits(), act).await.map_err(|lost| match lost {
            Lost::Busy => {
                self.metrics.shed();
                Fault::Busy(String::from("all interpreters are in runs, and too many requests wait; try again"))
            }
            Lost::Broken => Fault::Host(String::from(BROKEN)),
        })?
    }

    pub(crate) fn waiting(&self) -> usize {
        self.crew.waiting()
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

const BROKEN: &str = "the server broke";

/// What a request gets whose task did not come to its end.
pub(crate) fn broken(error: JoinError) -> Fault {
    Fault::Host(String::from(if error.is_panic() { BROKEN } else { "stopped" }))
}
