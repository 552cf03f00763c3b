//! What every front door does with a request: the same bounds, the same checks, the same answer.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::cancel::Cancel;
use crate::check::{Code, Finding};
use crate::config::{Config, InForce, Named};
use crate::engine::{Engine, Instances, default_workers};
use crate::error::{Error, ErrorKind};
use crate::hex;
use crate::limits::Limits;
use crate::outcome::Outcome;
use crate::policy::Seed;
use crate::session::Session;

use super::books::{Books, Held};
use super::log;
use super::request::{CheckRequest, RunRequest};
use super::sessions::Sessions;

/// An engine with the configuration that it was made by.
#[derive(Debug)]
pub(crate) struct Service {
    engine: Engine,
    config: Config,
    refuse: Vec<Code>,
    workers: usize,
    books: Books,
    sessions: Sessions,
}

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The door, and the token's name where one was needed.
    pub(crate) who: String,
    /// The policy that its runs are held to, beside the process's and the request's.
    pub(crate) policy: Option<String>,
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
            Fault::Request(text) | Fault::Busy(text) | Fault::Gone(text) | Fault::Host(text) => text,
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        let text = error.to_string();
        match error.kind() {
            ErrorKind::InvalidLimits | ErrorKind::InvalidPolicy | ErrorKind::InvalidInput => Fault::Request(text),
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
        let workers = default_workers();
        let engine = config.engine(limits, policy, workers)?;
        Ok(Service { engine, config, refuse, workers, books, sessions })
    }

    /// The bounds that no run can pass.
    pub(crate) fn limits(&self) -> &Limits {
        self.engine.limits()
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

    /// Carries out a run.
    pub(crate) fn run(&self, request: RunRequest, caller: &Caller, cancel: &Cancel) -> Result<Outcome, Fault> {
        let span = log::run(caller, request.session_id.as_deref());
        let _within = span.enter();
        let done = self.carry_out(request, caller, cancel);
        if let Err(Fault::Host(why)) = &done {
            tracing::error!("{why}");
        }
        done
    }

    fn carry_out(&self, request: RunRequest, caller: &Caller, cancel: &Cancel) -> Result<Outcome, Fault> {
        let now = Instant::now();
        let found = request.session_id.as_ref().and_then(|name| self.sessions.find(&caller.who, name, now));
        if found.is_some() && (request.policy.is_some() || request.seed.is_some()) {
            let text = "policy and seed are set by the first run of a session; leave them out, or open another";
            return Err(Fault::Request(String::from(text)));
        }
        let named = found.as_ref().map_or(request.policy.as_deref(), |(_, named)| named.as_deref());
        let InForce { limits, policy, refuse } = self.bounds(&request, [caller.policy.as_deref(), named])?;
        let policy = self.books.repeatable(policy)?;
        let session = match (&request.session_id, &found) {
            (None, _) => None,
            (Some(_), Some((session, _))) => Some(session.clone()),
            (Some(name), None) => Some(self.sessions.open(&self.engine, &caller.who, name, (&policy, named), now)?),
        };
        let note = self.books.note(&request);
        let run = match &session {
            Some(session) => session.prepare(request.code),
            None => self.engine.prepare(request.code).policy(&policy),
        };
        let mut run = run.limits(&limits).refuse(&refuse).cancel(cancel);
        for (name, value) in request.inputs.0 {
            run = run.input(name, value);
        }
        let outcome = run.run()?;
        let held = Held { caller, limits: &limits, policy: &policy, refuse: &refuse };
        self.books.write(note, &held, &outcome)?;
        Ok(outcome)
    }

    /// Opens a session without a run in it, with a name of its own.
    pub(crate) fn open_session(&self, caller: &Caller) -> Result<String, Fault> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| Fault::Host(format!("no entropy: {error}")))?;
        let name = hex::encode(&bytes);
        let mut policy = self.engine.policy().clone();
        if let Some(named) = &caller.policy {
            policy = self.config.named(named).map_err(Fault::Request)?.policy(&policy);
        }
        self.sessions.open(&self.engine, &caller.who, &name, (&policy, None), Instant::now())?;
        Ok(name)
    }

    /// A caller's session, if it is open.
    pub(crate) fn session(&self, caller: &Caller, name: &str) -> Option<Arc<Session>> {
        self.sessions.find(&caller.who, name, Instant::now()).map(|(session, _)| session)
    }

    /// Ends a caller's session; whether there was one.
    pub(crate) fn close_session(&self, caller: &Caller, name: &str) -> bool {
        self.sessions.close(&caller.who, name)
    }

    /// Looks at code without running it.
    pub(crate) fn check(&self, request: &CheckRequest) -> Result<Vec<Finding>, Fault> {
        let inputs: Vec<&str> = request.inputs.iter().map(String::as_str).collect();
        Ok(self.engine.check(&request.code, &inputs)?)
    }

    fn bounds(&self, request: &RunRequest, policies: [Option<&str>; 2]) -> Result<InForce, Fault> {
        let (mut limits, mut policy) = (self.engine.limits().clone(), self.engine.policy().clone());
        let mut refuse = self.refuse.clone();
        for name in policies.into_iter().flatten() {
            let named = self.config.named(name).map_err(Fault::Request)?;
            limits = named.limits(&limits);
            policy = named.policy(&policy);
            refuse.extend(&named.refuse);
        }
        if let Some(timeout) = request.timeout_ms {
            if timeout == 0 {
                return Err(Fault::Request(String::from("timeout_ms is 0; it must be at least 1")));
            }
            limits.deadline = limits.deadline.min(Duration::from_millis(timeout));
        }
        limits.fuel = request.fuel.map_or(limits.fuel, |fuel| limits.fuel.min(fuel));
        policy.seed = request.seed.map_or(policy.seed, Seed::Number);
        Ok(InForce { limits, policy, refuse })
    }
}
