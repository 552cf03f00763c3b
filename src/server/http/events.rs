//! A run as server-sent events: what it writes while it goes on, then its outcome.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;
use tokio::sync::mpsc::{self, Sender};
use tokio::task::JoinHandle;

use super::problem::Problem;
use super::shape::FILES;
use crate::cancel::Cancel;
use crate::link::Listener;
use crate::request::RunRequest;
use crate::server::answer::Answer;
use crate::server::hall::{CancelOnDrop, Hall, broken};
use crate::server::pending::Pending;
use crate::server::service::{Caller, Fault};

/// How long a run may be silent before its stream begins. What is wrong with a request is known before, as a rule, and then has
/// its own status.
const HEAD: Duration = Duration::from_secs(1);

/// How often a silent stream says that it is there.
const ALIVE: Duration = Duration::from_secs(15);

type Running = JoinHandle<Result<Answer, Fault>>;

/// Carries out a run and tells of it.
pub(super) async fn told(hall: Arc<Hall>, caller: Caller, request: RunRequest) -> Result<Response, Problem> {
    let (cancel, pending) = (Cancel::new(), Arc::new(Pending::default()));
    // A client that leaves drops this future, or the task that tells, and with it the run.
    let dropped = CancelOnDrop(cancel.clone());
    let heard = pending.clone();
    let listener = Listener::new(move |stream, text| heard.add(stream, text));
    let mut run = tokio::spawn(async move { hall.run(request, caller, &cancel, listener).await });
    let done = tokio::select! {
        biased;
        done = &mut run => Some(done.map_err(broken)??),
        () = pending.some() => None,
        () = tokio::time::sleep(HEAD) => None,
    };
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        // Who no longer listens needs no end.
        let _ = tell(&sender, &pending, run, done).await;
        drop(dropped);
    });
    let events = stream::unfold(receiver, |mut receiver| async move {
        let event = receiver.recv().await?;
        Some((Ok::<_, Infallible>(event), receiver))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response())
}

/// The listener has gone.
struct Gone;

async fn tell(
    sender: &Sender<Event>,
    pending: &Pending,
    mut run: Running,
    mut done: Option<Answer>,
) -> Result<(), Gone> {
    let last = loop {
        if let Some(answer) = done {
            break event("outcome").data(answer.to_json(FILES));
        }
        tokio::select! {
            () = sender.closed() => return Err(Gone),
            () = pending.some() => written(sender, pending).await?,
            ended = &mut run => match ended.map_err(broken).and_then(|ended| ended) {
                Ok(answer) => done = Some(answer),
                Err(fault) => break event("problem").data(Problem::from(fault).body()),
            },
        }
    };
    written(sender, pending).await?;
    sender.send(last).await.map_err(|_| Gone)
}

/// Hands on what the run has written.
async fn written(sender: &Sender<Event>, pending: &Pending) -> Result<(), Gone> {
    for (stream, text) in pending.take() {
        let data = json!({"text": text}).to_string();
        sender.send(event(&stream.to_string()).data(data)).await.map_err(|_| Gone)?;
    }
    Ok(())
}

fn event(name: &str) -> Event {
    Event::default().event(name)
}
