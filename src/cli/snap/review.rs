//! Shows what differs, case by case, and asks what becomes of it.

use std::io::{self, BufRead as _, Write};

use anstyle::{AnsiColor, Style};

use crate::snap::{Checked, Report, Verdict, accept_pending, reject_pending, side_by_side};

const RED: Style = AnsiColor::Red.on_default();
const GREEN: Style = AnsiColor::Green.on_default();
const BOLD: Style = Style::new().bold();

/// Columns of a terminal that does not say how many it has.
const COLUMNS: usize = 120;

/// The answers to one question.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Accept,
    Reject,
    Skip,
    Quit,
}

/// Goes through the cases that differ or are new; gives 0 where none is left, else 1, and more where there is worse than a difference.
pub(super) fn review(report: &Report) -> Result<u8, String> {
    let written = |error: io::Error| format!("standard output: {error}");
    let mut out = anstream::stdout().lock();
    let (cases, others): (Vec<&Checked>, Vec<&Checked>) = report.failures().partition(|case| can_be_settled(case));
    let (mut accepted, mut left) = (0, cases.len());
    let worst = if others.is_empty() { 0 } else { report.exit_status() };
    for (at, case) in cases.iter().enumerate() {
        show(&mut out, case, at + 1, cases.len()).map_err(written)?;
        match ask(&mut out).map_err(|error| format!("standard input: {error}"))? {
            Answer::Accept => {
                accept_pending(&case.golden)?;
                accepted += 1;
                left -= 1;
            }
            Answer::Reject => reject_pending(&case.golden)?,
            Answer::Skip => {}
            Answer::Quit => break,
        }
    }
    for case in &others {
        let reason = case.reason.as_deref().map_or(String::new(), |reason| format!(": {reason}"));
        writeln!(out, "{}: {}{reason}", case.id, case.verdict_word()).map_err(written)?;
    }
    writeln!(out, "{accepted} accepted, {} left", left + others.len()).map_err(written)?;
    Ok(worst.max(u8::from(left > 0)))
}

/// Whether a golden may be written for it.
fn can_be_settled(case: &Checked) -> bool {
    matches!(case.verdict, Verdict::New | Verdict::Differs)
        && !case.golden.as_os_str().is_empty()
        && case.reason.is_none()
}

fn show(out: &mut impl Write, case: &Checked, at: usize, of: usize) -> io::Result<()> {
    let line = if case.line > 1 { format!(":{}", case.line) } else { String::new() };
    writeln!(out, "{BOLD}{}{line}: {} ({at} of {of}){BOLD:#}", case.id, case.verdict_word())?;
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok()).unwrap_or(COLUMNS);
    let width = columns.clamp(40, 400) / 2 - 2;
    let (expected, found) = (case.expected.as_deref().unwrap_or_default(), case.found.as_deref().unwrap_or_default());
    for (mark, left, right) in side_by_side(expected, found, width) {
        let pad = " ".repeat(width.saturating_sub(left.chars().count()));
        match mark {
            ' ' => writeln!(out, "{left}{pad}   {right}")?,
            _ => writeln!(out, "{RED}{left}{RED:#}{pad} {mark} {GREEN}{right}{GREEN:#}")?,
        }
    }
    Ok(())
}

/// Asks until there is an answer; the end of the input is one.
fn ask(out: &mut impl Write) -> io::Result<Answer> {
    loop {
        write!(out, "accept, reject, skip or quit? [a/r/s/q] ")?;
        out.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(Answer::Quit);
        }
        match line.trim() {
            "a" | "accept" => return Ok(Answer::Accept),
            "r" | "reject" => return Ok(Answer::Reject),
            "s" | "skip" | "" => return Ok(Answer::Skip),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => {}
        }
    }
}
