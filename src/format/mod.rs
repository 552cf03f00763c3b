//! Renderings of an [`Outcome`]: what each reader of a run expects to get.
//!
//! JSON is the outcome itself, by serde.

mod advice;
mod cut;
mod excerpt;
mod markdown;
mod text;
mod vendor;

use crate::file::File;
use crate::outcome::{Outcome, Status};

pub(crate) use advice::spent;
pub use markdown::markdown;
#[cfg(feature = "cli")]
pub(crate) use markdown::{INFO, cell};
pub use text::{TEXT_CHARS, text};
#[cfg(feature = "server")]
pub(crate) use vendor::anthropic_with;
pub use vendor::{anthropic, openai};

/// What a process that ran the code would exit with: 0 ok, 1 the code raised, its own number on `SystemExit`, 3 policy
/// denied what it needs, 4 a limit was exhausted, 2 the run was cancelled or its interpreter broke.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// assert_eq!(taipan::format::exit_status(&engine.run("raise SystemExit(7)")?), 7);
/// # Ok(()) }
/// ```
#[must_use]
pub fn exit_status(outcome: &Outcome) -> u8 {
    match outcome.status {
        Status::Ok => 0,
        Status::Error => 1,
        Status::Exit => outcome.error.as_ref().and_then(|e| e.exit_code).unwrap_or(1),
        Status::Cancelled | Status::Crashed => 2,
        Status::Denied => 3,
        Status::Fuel | Status::Timeout | Status::Memory | Status::Output => 4,
    }
}

/// Standard output with the trailing expression's repr below it, as a notebook shows a cell.
fn shown(outcome: &Outcome) -> String {
    let mut text = outcome.stdout.clone();
    if !outcome.repr.is_empty() {
        end_line(&mut text);
        text += &outcome.repr;
        text.push('\n');
    }
    text
}

/// Standard error with the traceback below it, and what the outcome says beside them.
fn complaints(outcome: &Outcome) -> String {
    let mut text = outcome.stderr.clone();
    if let Some(error) = &outcome.error
        && outcome.status != Status::Exit
    {
        end_line(&mut text);
        text += &error.traceback;
    }
    if let Some(spent) = spent(outcome) {
        end_line(&mut text);
        text += &spent;
        text.push('\n');
    }
    text
}

/// A file's line: its name and its size.
fn named(file: &File) -> String {
    format!("file: {}, {} bytes", crate::file::shown(&file.path), file.size)
}

/// What the code wrote, its value, and what went wrong.
fn told(outcome: &Outcome) -> String {
    let mut text = shown(outcome);
    let complaints = complaints(outcome);
    if !complaints.is_empty() {
        end_line(&mut text);
        text += &complaints;
    }
    text
}

/// The same, and a line for each file that the code made.
fn listed(outcome: &Outcome) -> String {
    let mut text = told(outcome);
    for file in &outcome.files {
        end_line(&mut text);
        text += &format!("{}, {}\n", named(file), file.media_type);
    }
    text
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
