//! What taipan itself says, on standard error, in colour where that is a terminal.

use std::io::Write;

use anstyle::{AnsiColor, Style};

const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();

/// A usage error or an error of the host.
pub(crate) fn error(text: &str) {
    line("error", RED, text);
}

/// A note on how the run went.
pub(crate) fn note(text: &str) {
    line("taipan", YELLOW, text);
}

/// What Python itself would say.
pub(crate) fn plain(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Nobody is left to tell where standard error is closed.
fn line(word: &str, style: Style, text: &str) {
    let _ = writeln!(anstream::stderr(), "{style}{word}:{style:#} {text}");
}
