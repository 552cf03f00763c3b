//! What every front door does with a request: the same bounds, the same checks, the same answer.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::check::{Code, Finding};
use crate::config::{Config, InForce, Named};
use crate::engine::{Engine, Instances, default_workers};
use crate::error::{Error, ErrorKind};
use crate::file::File;
use crate::limits::Limits;
use crate::link::Link;
use crate::outcome::Outcome;
use crate::policy::{Policy, Seed};
use crate::session::{Session, SessionLimits};

use super::answer::Answer;
use super::books::{Books, Held, Written};
use super::kept::{Kept, Made, new_id};
use super::log;
use super::sessions::Sessions;
use crate::request::{CheckRequest, OpenRequest, RunRequest};

/// An engine with the configuration that it was made by.
#[derive(Debug)]
pub(crate) struct Service {
    engine: Engine,
    config: Config,
    refuse: Vec<Code>,
    workers: usize,
    books: Books,
    sessions: Sessions,
    kept: Kept,
}

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The door, and the token's name where one was needed.
    pub(crate) who: String,
    /// Whose its files are: the token's name, or nobody's.
    pub(crate) owner: String,
    /// Within what its names of sessions mean something.
    pub(crate) scope: String,
    /// The policy that its runs are held to, beside the process's and the request's.
    pub(crate) policy: Option<String>,
    /// Sessions that its owner may have open, beside the process's bound.
    pub(crate) sessions: usize,
}

/// Why a request has no outcome.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The request is at fault; the text says what to change.
    Request(String),
    /// No interpreter became free in time.
    Busy(String),
    /// The session has used up its totals, or can't go on.
    Gone(String),
    /// This build, or this isolation, can't do it.
    Lacking(String),
    /// The host is at fault.
    Host(String),
}

impl Caller {
    /// The door, and the token's name or nothing.
    pub(crate) fn parts(&self) -> (&str, &str) {
        self.who.split_once(' ').unwrap_or((&self.who, ""))
    }
}

impl Fault {
    /// The words for whoever sent the request.
    pub(crate) fn text(&self) -> &str {
        match self {
            Fault::Request(text) | Fault::Busy(text) | Fault::Gone(text) | Fault::Lacking(text) | Fault::Host(text) => {
                text
            }
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        let text = error.to_string();
        match error.kind() {
            ErrorKind::InvalidLimits
            | ErrorKind::InvalidPolicy
            | ErrorKind::InvalidInput
            | ErrorKind::InvalidSnapshot => Fault::Request(text),
            ErrorKind::Unsupported => Fault::Lacking(text),
            ErrorKind::Busy => Fault::Busy(text),
            ErrorKind::SessionOver => Fault::Gone(text),
            _ => Fault::Host(text),
        }
    }
}

impl Service {
    /// Starts the engine that a configuration describes.
    pub(crate) fn start(config: Config) -> Result<Service, String> {
        let InForce { limits, policy, refuse } = config.in_force()?;
        let books = Books::open(&config)?;
        let most = usize::try_from(config.number_of("server.sessions")).unwrap_or(usize::MAX);
        let sessions = Sessions::new(most, config.span_of("server.idle"));
        let files = usize::try_from(config.number_of("server.files")).unwrap_or(usize::MAX);
        let kept = Kept::new(files, config.number_of("server.file_bytes"), config.span_of("server.file_time"));
        let workers = default_workers();
        let engine = config.engine(limits, policy, workers)?;
        Ok(Service { engine, config, refuse, workers, books, sessions, kept })
    }

    /// How many requests may wait for an interpreter, and for how long.
    pub(crate) fn patience(&self) -> (usize, Duration) {
        let queue = usize::try_from(self.config.number_of("server.queue")).unwrap_or(usize::MAX);
        (queue, self.config.span_of("server.wait"))
    }

    /// The bounds that no run can pass.
    pub(crate) fn limits(&self) -> &Limits {
        self.engine.limits()
    }

    /// What carries the runs out.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// How many runs can be in flight.
    pub(crate) fn workers(&self) -> usize {
        self.workers
    }

    /// What became of the engine's instances behind the wall.
    pub(crate) fn instances(&self) -> Option<Instances> {
        self.engine.instances()
    }

    /// A named policy of the configuration.
    pub(crate) fn named(&self, name: &str) -> Result<&Named, String> {
        self.config.named(name)
    }

    /// Where the history lies, if one is written.
    pub(crate) fn history(&self) -> Option<&Path> {
        self.books.history()
    }

    /// Carries out a run. Its answer is not to be handed out before it is written down.
    pub(crate) fn run(
        &self,
        request: RunRequest,
        caller: &Caller,
        link: Link,
    ) -> Result<(Answer, Option<Written>), Fault> {
        let span = log::run(caller, request.session_id.as_deref());
        let _within = span.enter();
        let done = self.carry_out(request, caller, link);
        if let Err(Fault::Host(why)) = &done {
            tracing::error!("{why}");
        }
        done
    }

    fn carry_out(&self, request: RunRequest, caller: &Caller, link: Link) -> Result<(Answer, Option<Written>), Fault> {
        let now = Instant::now();
        let found = request.session_id.as_ref().and_then(|name| self.sessions.find(&caller.scope, name, now));
        if found.is_some() && (request.policy.is_some() || request.seed.is_some()) {
            let text = "policy and seed are set by the first run of a session; leave them out, or open another";
            return Err(Fault::Request(String::from(text)));
        }
        let named = found.as_ref().map_or(request.policy.as_deref(), |(_, named)| named.as_deref());
        let InForce { mut limits, mut policy, refuse } = self.bounds([caller.policy.as_deref(), named])?;
        tighten(&request, &mut limits, &mut policy)?;
        let policy = self.books.repeatable(policy)?;
        let session = match (&request.session_id, &found) {
            (None, _) => None,
            (Some(_), Some((session, _))) => Some(session.clone()),
            (Some(name), None) => Some(self.sessions.open(caller, name, named, now, || self.fresh(&policy))?),
        };
        // A session's policy stays what it was when it was opened.
        let policy = session.as_ref().map_or(policy, |session| session.policy().clone());
        let mut note = self.books.note(&request);
        let run = match &session {
            Some(session) => session.prepare(request.code),
            None => self.engine.prepare(request.code).policy(&policy),
        };
        note.iter_mut().for_each(|note| run.name().clone_into(&mut note.name));
        let mut run = run.limits(&limits).refuse(&refuse).linked(link);
        for (name, value) in request.inputs.0 {
            run = run.input(name, value);
        }
        for (path, content) in request.files.0 {
            run = run.file(path, content.0);
        }
        let mut outcome = run.run()?;
        let held = Held { caller, limits: &limits, policy: &policy, refuse: &refuse };
        let written = self.books.write(note, &held, &outcome)?;
        let ids = self.put_aside(&mut outcome, &caller.owner)?;
        Ok((Answer { outcome, ids }, written))
    }

    /// Keeps what a run's files hold for its owner; gives their ids.
    fn put_aside(&self, outcome: &mut Outcome, owner: &str) -> Result<Vec<Option<String>>, Fault> {
        if outcome.files.is_empty() {
            return Ok(Vec::new());
        }
        let made = outcome.files.iter_mut().map(|file| File { content: file.content.take(), ..file.clone() }).collect();
        let ids = self.kept.keep(owner, made, Instant::now()).map_err(Fault::Host)?;
        let lost = outcome.files.iter().zip(&ids).filter(|(_, id)| id.is_none()).count();
        if lost > 0 {
            let most = self.config.number_of("server.files");
            let bytes = crate::units::size(self.config.number_of("server.file_bytes"));
            outcome.warnings.push(format!("{lost} files are not kept: {most} files of {bytes} together are"));
        }
        Ok(ids)
    }

    /// A file that a run of the caller's made.
    pub(crate) fn file(&self, caller: &Caller, id: &str) -> Option<Arc<Made>> {
        self.kept.find(&caller.owner, id, Instant::now())
    }

    /// All of them with their ids, the newest first.
    pub(crate) fn files(&self, caller: &Caller) -> Vec<(String, Arc<Made>)> {
        self.kept.all(&caller.owner, Instant::now())
    }

    /// Opens a session without a run in it, with a name of its own.
    pub(crate) fn open_session(&self, caller: &Caller, request: &OpenRequest) -> Result<String, Fault> {
        let named = request.policy.as_deref();
        let InForce { mut policy, .. } = self.bounds([caller.policy.as_deref(), named])?;
        policy.seed = request.seed.map_or(policy.seed, Seed::Number);
        let name = new_id().map_err(Fault::Host)?;
        self.sessions.open(caller, &name, named, Instant::now(), || self.fresh(&policy))?;
        Ok(name)
    }

    fn fresh(&self, policy: &Policy) -> Result<Session, Error> {
        self.engine.session_within(&SessionLimits::default(), Some(policy))
    }

    /// Opens a session from a snapshot, with a name of its own. What it says of its policy can only tighten the caller's.
    pub(crate) fn restore(&self, caller: &Caller, snapshot: &[u8]) -> Result<String, Fault> {
        let named = caller.policy.as_deref().map(|name| self.config.named(name)).transpose().map_err(Fault::Request)?;
        let tighten = |policy: Policy| named.map_or(policy.clone(), |named| named.policy(&policy));
        let name = new_id().map_err(Fault::Host)?;
        let restored = || Session::restore(&self.engine, snapshot, &SessionLimits::default(), tighten);
        self.sessions.open(caller, &name, None, Instant::now(), restored)?;
        Ok(name)
    }

    /// A caller's session, if it is open.
    pub(crate) fn session(&self, caller: &Caller, name: &str) -> Option<Arc<Session>> {
        self.sessions.find(&caller.scope, name, Instant::now()).map(|(session, _)| session)
    }

    /// Ends a caller's session; whether there was one.
    pub(crate) fn close_session(&self, caller: &Caller, name: &str) -> bool {
        self.sessions.close(&caller.scope, name)
    }

    /// Looks at code without running it.
    pub(crate) fn check(&self, request: &CheckRequest) -> Result<Vec<Finding>, Fault> {
        let inputs: Vec<&str> = request.inputs.iter().map(String::as_str).collect();
        Ok(self.engine.check(&request.code, &inputs)?)
    }

    /// What holds under policies by name.
    fn bounds(&self, policies: [Option<&str>; 2]) -> Result<InForce, Fault> {
        let (mut limits, mut policy) = (self.engine.limits().clone(), self.engine.policy().clone());
        let mut refuse = self.refuse.clone();
        for name in policies.into_iter().flatten() {
            let named = self.config.named(name).map_err(Fault::Request)?;
            limits = named.limits(&limits);
            policy = named.policy(&policy);
            refuse.extend(&named.refuse);
        }
        Ok(InForce { limits, policy, refuse })
    }
}

/// Holds bounds to what a request asks for.
fn tighten(request: &RunRequest, limits: &mut Limits, policy: &mut Policy) -> Result<(), Fault> {
    if let Some(timeout) = request.timeout_ms {
        if timeout == 0 {
            return Err(Fault::Request(String::from("timeout_ms is 0; it must be at least 1")));
        }
        limits.deadline = limits.deadline.min(Duration::from_millis(timeout));
    }
    limits.fuel = request.fuel.map_or(limits.fuel, |fuel| limits.fuel.min(fuel));
    policy.seed = request.seed.map_or(policy.seed, Seed::Number);
    Ok(())
}
