//! What the doors write down of each run: the audit log, which must have it, and the history, which may miss one.

use std::path::Path;

use tokio::sync::oneshot;

use super::log;
use super::service::{Caller, Fault};
use crate::audit::{self, Log};
use crate::check::Code;
use crate::config::Config;
use crate::file::File;
use crate::history::{self, Keeper, Scribe};
use crate::limits::Limits;
use crate::outcome::Outcome;
use crate::policy::Policy;
use crate::record::{Given, Record, seeded};
use crate::request::RunRequest;
use crate::value::Value;

/// The books of a process.
#[derive(Debug)]
pub(crate) struct Books {
    audit: Option<Log>,
    /// Whether the audit log has each run's code.
    audit_code: bool,
    history: Option<Scribe>,
    /// Whether the log has each run's code.
    log_code: bool,
}

/// Comes when the history has a run, or has given it up.
pub(crate) type Written = oneshot::Receiver<()>;

/// What is noted of a request before its run consumes it.
#[derive(Debug)]
pub(crate) struct Note {
    /// How tracebacks name the code.
    pub(crate) name: String,
    code: String,
    session: Option<String>,
    /// Only where the history keeps what runs depend on.
    inputs: Vec<(String, Value)>,
    files: Vec<File>,
}

/// What a run was held to.
#[derive(Debug)]
pub(crate) struct Held<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) limits: &'a Limits,
    pub(crate) policy: &'a Policy,
    pub(crate) refuse: &'a [Code],
}

impl Books {
    /// Opens what a configuration asks for. An audit log that can't be written is an error, a history a warning.
    pub(crate) fn open(config: &Config) -> Result<Books, String> {
        let audit = match config.text("audit.file") {
            Some(path) => Some(Log::open(Path::new(&path), config.number_of("audit.bytes"))?),
            None => None,
        };
        let history = Keeper::start(config).map(|(keeper, warning)| {
            warning.iter().for_each(|warning| tracing::warn!("{warning}"));
            Scribe::start(keeper).map_err(|error| format!("no thread for the history: {error}"))
        });
        let history = history.transpose()?;
        Ok(Books { audit, audit_code: config.is_set("audit.code"), history, log_code: config.is_set("log.code") })
    }

    /// Where the history lies, if one is written.
    pub(crate) fn history(&self) -> Option<&Path> {
        self.history.as_ref().map(|scribe| scribe.keeper().path())
    }

    /// The policy as a run is to have it: one that is kept must be able to draw the same numbers again.
    pub(crate) fn repeatable(&self, policy: Policy) -> Result<Policy, Fault> {
        if self.keeps() { seeded(policy).map_err(Fault::Host) } else { Ok(policy) }
    }

    /// What to remember of a request.
    pub(crate) fn note(&self, request: &RunRequest) -> Option<Note> {
        let wanted = self.audit.is_some() || self.history.is_some() || self.log_code;
        wanted.then(|| Note {
            name: String::new(),
            code: request.code.clone(),
            session: request.session_id.clone(),
            inputs: if self.keeps() { request.inputs.0.clone() } else { Vec::new() },
            files: if self.keeps() { given(request) } else { Vec::new() },
        })
    }

    /// Writes a run down. What can't be written to the audit log is not handed out, and what the history is to have not
    /// before it does.
    pub(crate) fn write(
        &self,
        note: Option<Note>,
        held: &Held<'_>,
        outcome: &Outcome,
    ) -> Result<Option<Written>, Fault> {
        log::ended(outcome, note.as_ref().filter(|_| self.log_code).map(|note| note.code.as_str()));
        let Some(note) = note else { return Ok(None) };
        let (caller, policy) = (held.caller, held.policy);
        if let Some(audit) = &self.audit {
            let entry = audit::Entry::of(outcome, &caller.who, &note.code, held.limits, policy, self.audit_code);
            audit.append(&entry).map_err(Fault::Host)?;
        }
        let history = self.history.as_ref().map(|history| {
            let (door, who) = caller.parts();
            let Note { name, code, session, inputs, files } = note;
            let given = |limits: &Limits| {
                let (source, limits, refuse) = (code.clone(), limits.clone(), held.refuse.to_vec());
                Given { name, source, inputs, files, limits, policy: policy.clone(), refuse }
            };
            let record = self.keeps().then(|| record(given(held.limits), outcome)).flatten();
            let session = session.as_deref();
            let entry = history::Entry { door, who, session, code: &code, policy, outcome, record };
            let (told, written) = oneshot::channel();
            let span = tracing::Span::current();
            history.add(entry, move |warning| {
                let _within = span.enter();
                warning.iter().for_each(|warning| tracing::warn!("{warning}"));
                // Who does not wait any more need not be told.
                let _ = told.send(());
            });
            written
        });
        Ok(history)
    }

    fn keeps(&self) -> bool {
        self.history.as_ref().is_some_and(|scribe| scribe.keeper().keeps())
    }
}

/// The files that a request gives.
fn given(request: &RunRequest) -> Vec<File> {
    request.files.0.iter().map(|(path, content)| File::new(path.clone(), content.0.clone())).collect()
}

/// All that a run depended on, as text.
fn record(given: Given, outcome: &Outcome) -> Option<Vec<u8>> {
    serde_json::to_vec(&Record::new(outcome.isolation, given, outcome.clone())).ok()
}
