//! Prints an outcome and gives its exit status.

use std::io::{self, Write};

use super::args::FormatArg;
use super::program::MAX_SOURCE;
use super::repl::Shown;
use super::talk;
use crate::file::{File, shown};
use crate::units::{group, size, span};
use crate::{Denial, Exhausted, LimitKind, Outcome, Status, format};

/// How many denials that the program caught are told, and how many files.
const MAX_TOLD: usize = 5;

/// Prints an outcome, in a shape where one is asked for, and gives the exit status; the error is standard output's.
pub(crate) fn print(outcome: &Outcome, source: &str, shape: Option<FormatArg>) -> Result<u8, String> {
    let written = match shape {
        None => write_text(outcome),
        Some(shape) => rendered(outcome, source, shape).and_then(|text| write(&text)),
    };
    match written {
        Ok(()) => {}
        // The reader has seen enough; there is nobody to talk to.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(format::exit_status(outcome)),
        Err(error) => return Err(format!("standard output: {error}")),
    }
    if shape.is_none() {
        write_streams(outcome);
        notes(outcome, made(&outcome.files)).iter().for_each(|text| talk::note(text));
    }
    Ok(format::exit_status(outcome))
}

/// Prints an outcome of a session, whose files stay in it, below what was shown of the run while it went on; the error is
/// standard output's. In a terminal what follows begins on a line of its own.
pub(crate) fn print_in_session(outcome: &Outcome, shown: Shown, is_terminal: bool) -> io::Result<()> {
    let is_open = shown.finish(outcome)? && outcome.repr.is_empty() && outcome.error.is_none();
    write_value(outcome)?;
    write_traceback(outcome);
    // A terminal shows the keys of Ctrl-C too.
    if is_terminal && (is_open || outcome.status == Status::Cancelled) {
        writeln!(io::stdout())?;
    }
    notes(outcome, None).iter().for_each(|text| talk::note(text));
    Ok(())
}

fn rendered(outcome: &Outcome, source: &str, shape: FormatArg) -> io::Result<String> {
    let json = match shape {
        FormatArg::Text => return Ok(format::text(outcome, source, format::TEXT_CHARS)),
        FormatArg::Markdown => return Ok(format::markdown(outcome)),
        FormatArg::Json => serde_json::to_string(outcome),
        FormatArg::Openai => serde_json::to_string(&format::openai(outcome, source)),
        FormatArg::Anthropic => serde_json::to_string(&format::anthropic(outcome)),
    };
    Ok(json? + "\n")
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn write_text(outcome: &Outcome) -> io::Result<()> {
    write(&outcome.stdout)?;
    write_value(outcome)
}

fn write_value(outcome: &Outcome) -> io::Result<()> {
    if outcome.repr.is_empty() { Ok(()) } else { write(&format!("{}\n", outcome.repr)) }
}

/// Writes what goes to standard error.
fn write_streams(outcome: &Outcome) {
    let _ = io::stderr().write_all(outcome.stderr.as_bytes());
    write_traceback(outcome);
}

fn write_traceback(outcome: &Outcome) {
    if let Some(error) = &outcome.error
        && outcome.status != Status::Exit
    {
        let _ = io::stderr().write_all(error.traceback.as_bytes());
    }
}

/// What is to be said of a run beside what it printed and raised; `files` is what there is to say of them.
fn notes(outcome: &Outcome, files: Option<String>) -> Vec<String> {
    let mut notes: Vec<String> = outcome.warnings.clone();
    if let Some(hint) = outcome.error.as_ref().and_then(|error| error.hint.as_ref()) {
        notes.push(format!("hint: {hint}"));
    }
    // The traceback of a run that ended by a denial tells the last one already.
    let told = outcome.denials.len() - usize::from(outcome.status == Status::Denied && !outcome.denials.is_empty());
    notes.extend(outcome.denials[..told.min(MAX_TOLD)].iter().map(denial));
    if told > MAX_TOLD {
        notes.push(format!("denied: {} more; --json lists them", told - MAX_TOLD));
    }
    notes.extend(files);
    notes.extend(stopped(outcome).map(|why| format!("stopped: {why}")));
    notes
}

/// What stopped a run, if it did not come to its end by itself.
pub(crate) fn stopped(outcome: &Outcome) -> Option<String> {
    match (&outcome.limit, outcome.status) {
        (Some(limit), _) => Some(exhausted(limit, outcome)),
        (None, Status::Cancelled) => Some(String::from("the run was cancelled")),
        _ => None,
    }
}

/// The files that the program made, and where they are: content that was not kept elsewhere is gone after this.
fn made(files: &[File]) -> Option<String> {
    let told: Vec<String> = files.iter().take(MAX_TOLD).map(|file| shown(&file.path)).collect();
    let more = if files.len() > MAX_TOLD { format!(" and {} more", files.len() - MAX_TOLD) } else { String::new() };
    let names = format!("{}{more}", told.join(", "));
    match files.first()?.content {
        Some(_) => Some(format!("files made: {names}; they are dropped now, --out DIR keeps them")),
        None => Some(format!("files written: {names}")),
    }
}

fn denial(denial: &Denial) -> String {
    let line = denial.line.map_or_else(String::new, |line| format!("line {line}: "));
    format!("denied: {line}{}", denial.reason)
}

/// Which limit, its bound, what was used, and the flag that raises it.
fn exhausted(limit: &Exhausted, outcome: &Outcome) -> String {
    let bound = limit.limit;
    let elapsed = span(outcome.usage.wall_us / 1000);
    match limit.kind {
        LimitKind::Fuel => {
            format!("the fuel limit of {} units was exhausted after {elapsed}; raise it with --fuel", group(bound))
        }
        LimitKind::Deadline => format!(
            "the time limit of {} was exhausted after {} and {} fuel units; raise it with --timeout",
            span(bound),
            span(limit.used),
            group(outcome.usage.fuel)
        ),
        LimitKind::Memory => format!(
            "the memory limit of {} was exhausted; the program asked for {}; raise it with --memory",
            size(bound),
            size(limit.used)
        ),
        LimitKind::Stdout => {
            format!("standard output reached its limit of {}; raise it with --output", size(bound))
        }
        LimitKind::Stderr => {
            format!("standard error reached its limit of {}; raise it with --output", size(bound))
        }
        LimitKind::Source if limit.used > MAX_SOURCE => {
            format!("the program's text is larger than {}, the most that --source allows", size(MAX_SOURCE))
        }
        LimitKind::Source => format!(
            "the program's text has {}, more than the limit of {}; raise it with --source",
            size(limit.used),
            size(bound)
        ),
        LimitKind::ValueBytes => format!(
            "the value of the last expression has {}, more than the limit of {}; raise it with --value-bytes",
            size(limit.used),
            size(bound)
        ),
        LimitKind::ValueDepth => format!(
            "the value of the last expression is nested deeper than the limit of {bound}; raise it with --value-depth"
        ),
        LimitKind::Tools => {
            format!("the tools took {}, longer than the {} that they may", span(limit.used), span(bound))
        }
    }
}
