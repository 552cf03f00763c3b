//! What a person sees of a suite in a terminal.

use std::io::{self, IsTerminal as _, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};
use parking_lot::Mutex;

use crate::snap::{Checked, Report, Verdict, difference};

const RED: Style = AnsiColor::Red.on_default();
const GREEN: Style = AnsiColor::Green.on_default();
const BOLD: Style = Style::new().bold();

/// A suite of at most so many cases is told no slowest and dearest ones.
const FEW: usize = 50;

/// How many other cases of a cause are named.
const OTHERS: usize = 5;

/// How often the line of progress is written anew.
const EVERY: Duration = Duration::from_millis(100);

/// The line on standard error that tells how far a suite has come; none where that is no terminal.
pub(super) struct Progress {
    begun: Instant,
    done: AtomicUsize,
    wrong: AtomicUsize,
    shown: Option<Mutex<Instant>>,
}

impl Progress {
    pub(super) fn start() -> Progress {
        let begun = Instant::now();
        let shown = io::stderr().is_terminal().then(|| Mutex::new(begun));
        Progress { begun, done: AtomicUsize::new(0), wrong: AtomicUsize::new(0), shown }
    }

    pub(super) fn tell(&self, case: &Checked, total: usize) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !case.verdict.is_fine() && !case.accepted {
            self.wrong.fetch_add(1, Ordering::Relaxed);
        }
        let Some(mut shown) = self.shown.as_ref().and_then(Mutex::try_lock) else { return };
        if shown.elapsed() >= EVERY {
            *shown = Instant::now();
            let line = line(done, total, self.wrong.load(Ordering::Relaxed), self.begun.elapsed());
            let _ = write!(io::stderr(), "\r\x1b[2K{line}");
        }
    }

    pub(super) fn end(self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }
}

/// How far, how fast, and how long yet.
fn line(done: usize, total: usize, wrong: usize, elapsed: Duration) -> String {
    let rate = done as f64 / elapsed.as_secs_f64().max(0.001);
    let left = total.saturating_sub(done) as f64 / rate;
    let wrong = if wrong > 0 { format!(", {wrong} wrong") } else { String::new() };
    format!("{done} of {total}{wrong}, {rate:.0} a second, {left:.0} s left")
}

/// Prints the report: each failure with its difference, the causes where they are asked for, the slowest and dearest cases, then
/// the numbers.
pub(super) fn print(report: &Report, with_causes: bool, costs: usize) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    if with_causes {
        causes(&mut out, report)?;
    } else {
        for case in report.failures() {
            failure(&mut out, case)?;
        }
    }
    if report.total() > FEW {
        let slow = costliest(report, costs, |case| case.wall.as_micros() as u64);
        let dear = costliest(report, costs, |case| case.fuel.unwrap_or_default());
        let span = |micros: u64| format!("{:.1} ms", micros as f64 / 1000.0);
        for (word, cases, shown) in
            [("slowest", slow, &span as &dyn Fn(u64) -> String), ("dearest", dear, &crate::units::group)]
        {
            if !cases.is_empty() {
                let cases: Vec<String> = cases.iter().map(|(cost, id)| format!("{id} {}", shown(*cost))).collect();
                writeln!(out, "{word}: {}", cases.join(", "))?;
            }
        }
    }
    for note in report.notes() {
        writeln!(out, "{note}")?;
    }
    let style = if report.exit_status() == 0 { GREEN } else { RED };
    writeln!(out, "{style}{}{style:#} in {}", report.summary(), crate::units::span(report.took().as_millis() as u64))?;
    out.flush()
}

/// The cases that cost most, the first of equals in the order of their names.
fn costliest(report: &Report, number: usize, cost: impl Fn(&Checked) -> u64) -> Vec<(u64, &str)> {
    let mut all: Vec<(u64, &str)> = report.cases().iter().map(|case| (cost(case), case.id.as_str())).collect();
    all.retain(|(cost, _)| *cost > 0);
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    all.truncate(number);
    all
}

/// The differences in groups: how many, which, and one of them whole. What is no difference is shown by itself.
fn causes(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for cause in report.causes() {
        let number = cause.cases.len();
        let cases = if number == 1 { "case" } else { "cases" };
        writeln!(out, "{BOLD}{number} {cases}: {}{BOLD:#}", cause.name)?;
        if let Some(case) = report.failures().find(|case| case.id == cause.cases[0]) {
            failure(out, case)?;
        }
        for id in cause.cases.iter().skip(1).take(OTHERS) {
            writeln!(out, "  and {id}")?;
        }
        if number > OTHERS + 1 {
            writeln!(out, "  and {} more", number - OTHERS - 1)?;
        }
        if number > 1 {
            writeln!(out)?;
        }
    }
    for case in report.failures().filter(|case| case.verdict != Verdict::Differs) {
        failure(out, case)?;
    }
    Ok(())
}

fn failure(out: &mut impl Write, case: &Checked) -> io::Result<()> {
    let line = if case.line > 1 { format!(":{}", case.line) } else { String::new() };
    write!(out, "{BOLD}{}{line}: {}{BOLD:#}", case.id, case.verdict.word())?;
    match &case.reason {
        Some(reason) => writeln!(out, ": {reason}")?,
        None => writeln!(out)?,
    }
    if matches!(case.verdict, Verdict::New | Verdict::Differs | Verdict::Disagrees) {
        let found = case.found.as_deref().unwrap_or_default();
        for line in difference(case.expected.as_deref().unwrap_or_default(), found).lines() {
            match line.as_bytes().first() {
                Some(b'-') => writeln!(out, "    {RED}{line}{RED:#}")?,
                Some(b'+') => writeln!(out, "    {GREEN}{line}{GREEN:#}")?,
                _ => writeln!(out, "    {line}")?,
            }
        }
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_tells_rate_and_time_left() {
        assert_eq!(line(500, 2000, 0, Duration::from_secs(1)), "500 of 2000, 500 a second, 3 s left");
        assert_eq!(line(10, 10, 2, Duration::ZERO), "10 of 10, 2 wrong, 10000 a second, 0 s left");
    }
}
