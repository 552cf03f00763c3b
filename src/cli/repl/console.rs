//! The session that is typed into, and what can be done with it as a whole.

use std::fs::File as HostFile;
use std::io::{self, Read as _};
use std::path::Path;
use std::time::Duration;

use super::args::ReplArgs;
use super::shown::{Shown, showing};
use crate::check::Code;
use crate::cli::{bounds, given, input, report};
use crate::config::InForce;
use crate::file::shown;
use crate::files::{plain, read_bounded};
use crate::snap::put;
use crate::units::{group, size};
use crate::{Cancel, Engine, Error, ErrorKind, Outcome, Session, SessionLimits, Value};

/// The largest snapshot that is read, in bytes.
const MOST: u64 = 1 << 30;

/// What a snapshot begins with, so that `:save` overwrites nothing else.
const MAGIC: &[u8] = b"TAIPAN";

/// Each file in `/sandbox` and its size, as an expression that leaves no names behind.
const LISTING: &str = "\
[(os.path.relpath(os.path.join(folder, name), '/sandbox'), os.path.getsize(os.path.join(folder, name)))
 for os in [__import__('os')] for folder, _, names in os.walk('/sandbox') for name in names]";

/// A session with what it began with.
pub(super) struct Console {
    engine: Engine,
    totals: SessionLimits,
    refuse: Vec<Code>,
    inputs: Vec<(String, Value)>,
    files: Vec<(String, Vec<u8>)>,
    session: Session,
}

impl Console {
    /// Opens the session that the arguments describe.
    pub(super) fn open(args: &ReplArgs) -> Result<Console, String> {
        let config = bounds::config(&args.bounds)?;
        let InForce { limits, policy, refuse } = config.in_force()?;
        let default = SessionLimits::default();
        // Whoever raises what a run may use does not mean to have one such run.
        let totals = SessionLimits {
            fuel: limits.fuel.saturating_mul(100).max(default.fuel),
            memory: limits.memory.saturating_mul(2).max(default.memory),
            ..default
        };
        let engine = config.engine(limits, policy, 1)?;
        let inputs = input::read(&args.inputs, true, engine.limits().memory)?;
        let files = given::read(&args.files, engine.limits().memory)?;
        let session = begin(&engine, &totals, &inputs, &files)?;
        Ok(Console { engine, totals, refuse, inputs, files, session })
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Runs a program in the session, and shows what it writes while it goes on.
    pub(super) fn run(&self, source: &str, cancel: &Cancel) -> Result<(Outcome, Shown), String> {
        // A name of its own for each, as Python's own prompt has it: tracebacks quote the run that a line is of.
        let file = format!("<python-input-{}>", self.session.usage().runs);
        let run = self.session.prepare(source).file_name(file).refuse(&self.refuse).cancel(cancel);
        let (outcome, shown) = showing(cancel, |hear| run.on_output(hear).run());
        Ok((outcome.map_err(|error| words(&error))?, shown))
    }

    /// Whether the last run has taken the session with it.
    pub(super) fn is_over(&self) -> bool {
        self.session.is_over()
    }

    /// Begins a new session with what the first began with.
    pub(super) fn reset(&mut self) -> Result<(), String> {
        self.session = begin(&self.engine, &self.totals, &self.inputs, &self.files)?;
        Ok(())
    }

    /// Writes the session to a file, whole or not at all; gives the bytes.
    pub(super) fn save(&self, path: &Path) -> Result<u64, String> {
        let fail = |error: &io::Error| format!("{}: {}", path.display(), plain(error));
        let snapshot = self.session.snapshot().map_err(|error| words(&error))?;
        match HostFile::open(path) {
            Ok(there) => {
                let mut head = Vec::new();
                let is_file = there.metadata().is_ok_and(|there| there.is_file());
                let read = if is_file { there.take(MAGIC.len() as u64).read_to_end(&mut head) } else { Ok(0) };
                if read.is_err() || head != MAGIC {
                    return Err(format!("{} is there and is no snapshot; save to another file", path.display()));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(fail(&error)),
        }
        put(path, &snapshot).map_err(|error| fail(&error))?;
        Ok(snapshot.len() as u64)
    }

    /// Goes on with a session that was saved; the one so far stays where that cannot be.
    pub(super) fn load(&mut self, path: &Path) -> Result<(), String> {
        let snapshot = read_bounded(path, MOST)?;
        if snapshot.len() as u64 > MOST {
            return Err(format!("{} is larger than {}", path.display(), size(MOST)));
        }
        let restored = Session::restore(&self.engine, &snapshot, &self.totals, |policy| policy);
        self.session = restored.map_err(|error| format!("{}: {}", path.display(), words(&error)))?;
        Ok(())
    }

    /// The files in the session's folder with their sizes, in the order of their paths.
    pub(super) fn listing(&self) -> Result<String, String> {
        // Of a copy where there is one: the session itself has done nothing.
        let outcome = match self.session.fork() {
            Ok(fork) => fork.run(LISTING),
            Err(_) => self.session.run(LISTING),
        };
        let outcome = outcome.map_err(|error| words(&error))?;
        let cannot = |why: &str| format!("the files cannot be listed: {why}");
        if let Some(why) = report::stopped(&outcome) {
            return Err(cannot(&why));
        }
        if let Some(error) = &outcome.error {
            return Err(cannot(&format!("{}: {}", error.kind, error.message)));
        }
        let mut files: Vec<(String, u64)> = outcome.value_as().map_err(|error| cannot(&error.to_string()))?;
        if files.is_empty() {
            return Ok(String::from("no files\n"));
        }
        files.sort();
        let width = files.iter().map(|(_, bytes)| group(*bytes).len()).max().unwrap_or_default();
        Ok(files.iter().map(|(path, bytes)| format!("{:>width$}  {}\n", group(*bytes), shown(path))).collect())
    }

    /// What each run may use, and what the session has used of its totals.
    pub(super) fn limits(&self) -> String {
        let (run, totals, used) = (self.engine.limits(), self.session.limits(), self.session.usage());
        format!(
            "each run
  time        {}
  fuel        {}
  memory      {}
  output      {}
  recursion   {}
  source      {}
  value       {}, nested {} deep
the session
  fuel        {} of {}
  memory      {} of {}
  runs        {} of {}
  age         {} of {}
",
            crate::units::span(run.deadline.as_millis() as u64),
            group(run.fuel),
            size(run.memory),
            size(run.output),
            group(run.recursion.into()),
            size(run.source),
            size(run.value_bytes),
            run.value_depth,
            group(used.fuel),
            group(totals.fuel),
            size(used.memory_bytes),
            size(totals.memory),
            group(used.runs),
            group(totals.runs),
            hours(used.age),
            hours(totals.lifetime),
        )
    }

    /// What to say of a session that goes on: how far it has come.
    pub(super) fn progress(&self) -> String {
        let used = self.session.usage();
        format!("{} runs, {} fuel units", group(used.runs), group(used.fuel))
    }
}

/// A new session that has its inputs and files.
fn begin(
    engine: &Engine,
    totals: &SessionLimits,
    inputs: &[(String, Value)],
    files: &[(String, Vec<u8>)],
) -> Result<Session, String> {
    let session = engine.session_within(totals, None).map_err(|error| words(&error))?;
    if !inputs.is_empty() || !files.is_empty() {
        let run = inputs.iter().fold(session.prepare(""), |run, (name, value)| run.input(name, value.clone()));
        let run = files.iter().fold(run, |run, (name, content)| run.file(name, content.clone()));
        let outcome = run.run().map_err(|error| words(&error))?;
        if !outcome.is_ok() {
            let why = report::stopped(&outcome).unwrap_or_else(|| format!("its start ended as {}", outcome.status));
            return Err(format!("the session cannot begin: {why}"));
        }
    }
    Ok(session)
}

/// A span as hours, minutes and seconds.
fn hours(span: Duration) -> String {
    let seconds = span.as_secs();
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The engine's words, with the way out that there is here.
fn words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::SessionOver => format!("{error} with :reset"),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_session_names_the_way_out() {
        let over = Error::new(ErrorKind::SessionOver, "it has had its 10 runs; open another");
        assert_eq!(words(&over), "the session is over: it has had its 10 runs; open another with :reset");
        let busy = Error::new(ErrorKind::Busy, "so");
        assert_eq!(words(&busy), "busy: so");
    }

    #[test]
    fn spans_are_shown_as_on_a_clock() {
        assert_eq!(
            [0, 61, 86_400].map(|seconds| hours(Duration::from_secs(seconds))),
            ["0:00:00", "0:01:01", "24:00:00"]
        );
    }
}
