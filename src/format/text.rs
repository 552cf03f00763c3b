//! The rendering for a language model: short and plain, the answer first.

use super::advice::{advice, spent};
use super::cut::{cut, shares};
use super::excerpt::excerpt;
use crate::outcome::{Outcome, Raised, Status};

/// A number of characters that a model's context bears for each run: about 2,000 tokens.
pub const TEXT_CHARS: usize = 8000;

/// The most of an exception's message, in characters.
const MESSAGE: usize = 1000;

/// How many denials that the code caught are told.
const DENIALS: usize = 3;

/// How many files are named.
const FILES: usize = 10;

/// The outcome in at most `most` characters, for a language model.
///
/// A run that ended well gives its value, then its output. One that failed gives the error, its line in `source` with
/// the lines around it, one hint, and the output up to there. Texts that are too long are cut in the middle, with a
/// count. [`TEXT_CHARS`] is a good `most`; one below 500 leaves little.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::format::{TEXT_CHARS, text};
///
/// let engine = taipan::Engine::builder().build()?;
/// let source = "print('hi')\n6 * 7";
/// assert_eq!(text(&engine.run(source)?, source, TEXT_CHARS), "value: 42\noutput:\nhi\n");
/// # Ok(()) }
/// ```
#[must_use]
pub fn text(outcome: &Outcome, source: &str, most: usize) -> String {
    let mut head = failure(outcome, source);
    let mut tail = String::new();
    for denial in outcome.denials.iter().take(if outcome.status == Status::Denied { 0 } else { DENIALS }) {
        let line = denial.line.map_or_else(String::new, |line| format!("line {line}: "));
        tail += &format!("note: {line}{}\n", cut(&denial.reason, MESSAGE));
    }
    for warning in outcome.warnings.iter().take(DENIALS) {
        tail += &format!("note: {}\n", cut(warning, MESSAGE));
    }
    for file in outcome.files.iter().take(FILES) {
        tail += &format!("{}\n", super::named(file));
    }
    if outcome.files.len() > FILES {
        tail += &format!("and {} files more\n", outcome.files.len() - FILES);
    }
    let silent =
        outcome.files.is_empty() && outcome.repr.is_empty() && outcome.stdout.is_empty() && outcome.stderr.is_empty();
    if silent && outcome.status == Status::Ok {
        head += "ok, without value or output; end with an expression, or print what you want to see\n";
    }
    let parts = [outcome.repr.as_str(), &outcome.stdout, &outcome.stderr];
    // Labels and line ends of the three parts.
    const AROUND: usize = 60;
    let taken = head.chars().count() + tail.chars().count() + AROUND;
    let shares = shares(parts.map(|part| part.chars().count()), most.saturating_sub(taken));
    let mut text = head;
    if !outcome.repr.is_empty() {
        let value = cut(&outcome.repr, shares[0]);
        let apart = if value.contains('\n') { "\n" } else { " " };
        text += &format!("value:{apart}{value}\n");
    }
    let failed = outcome.status != Status::Ok;
    for (label, part, share) in [("output", parts[1], shares[1]), ("standard error", parts[2], shares[2])] {
        if !part.is_empty() {
            let before = if failed { " until then" } else { "" };
            text += &format!("{label}{before}:\n{}", cut(part, share));
            super::end_line(&mut text);
        }
    }
    cut(&(text + &tail), most)
}

/// What went wrong, where, and what to do about it.
fn failure(outcome: &Outcome, source: &str) -> String {
    let mut text = match (&outcome.error, spent(outcome)) {
        (_, Some(spent)) => spent + "\n",
        (Some(error), None) => raised(error, outcome.status, source),
        (None, None) => String::new(),
    };
    if outcome.status != Status::Exit
        && let Some(advice) = advice(outcome)
    {
        text += &format!("hint: {advice}\n");
    }
    text
}

fn raised(error: &Raised, status: Status, source: &str) -> String {
    let message = cut(&error.message, MESSAGE);
    let what = match status {
        Status::Denied => format!("denied: {message}"),
        Status::Exit => {
            let code = error.exit_code.unwrap_or(1);
            return format!("exit: the code ended itself with status {code}\n");
        }
        Status::Crashed => format!("crashed: {message}"),
        _ if message.is_empty() => format!("error: {}", error.kind),
        _ => format!("error: {}: {message}", error.kind),
    };
    match error.line {
        Some(line) => format!("{what}\nat line {line}:\n{}", excerpt(source, line)),
        None => what + "\n",
    }
}
