//! What a suite gave.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::history::Past;

/// What a case gave, beside its golden.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// use taipan::snap::{self, Verdict};
///
/// std::fs::write(folder.path().join("sum.py"), "1 + 1")?;
/// let report = snap::dir(folder.path()).run()?;
/// let case = &report.cases()[0];
/// assert_eq!((case.verdict, case.line), (Verdict::New, 1));
/// assert_eq!(case.found.as_deref(), Some("status: ok\nvalue:  2\nrepr:   2"));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The file, with `::` and a name behind it where the file holds several.
    pub id: String,
    /// The file.
    pub file: Arc<str>,
    /// The line of the file at which the case begins, counted from 1; 0 where it is no case.
    pub line: u32,
    /// How it compares.
    pub verdict: Verdict,
    /// Why: of what is skipped, expected to differ, or bad.
    pub reason: Option<String>,
    /// Where its golden lies; empty where what it must give stands beside the program.
    pub golden: PathBuf,
    /// Whether what was found has become the golden.
    pub accepted: bool,
    /// What the golden says, where that is not what was found. At most the first 64 KiB.
    pub expected: Option<String>,
    /// What the run gave, where that is not what the golden says. At most the first 64 KiB.
    pub found: Option<String>,
    /// The fuel of the run; none where the case was not run.
    pub fuel: Option<u64>,
    /// The wall clock of the run; zero where the case passed before and nothing has changed since.
    pub wall: Duration,
    /// How many examples it has; 0 where it is no session.
    pub examples: usize,
    /// The modules that a case imports that differs.
    pub(crate) imports: Vec<String>,
}

impl Checked {
    /// The word for its verdict.
    #[cfg(feature = "cli")]
    pub(crate) fn verdict_word(&self) -> &'static str {
        self.verdict.word()
    }

    /// A case of which nothing is known yet.
    pub(crate) fn of(id: &str, line: u32) -> Checked {
        Checked {
            id: id.to_owned(),
            file: id.split("::").next().unwrap_or_default().into(),
            line,
            verdict: Verdict::Bad,
            reason: None,
            golden: PathBuf::new(),
            accepted: false,
            expected: None,
            found: None,
            fuel: None,
            wall: Duration::ZERO,
            examples: 0,
            imports: Vec::new(),
        }
    }
}

/// How a case compares with its golden.
///
/// ```
/// assert!(taipan::snap::Verdict::Same.is_fine());
/// assert!(!taipan::snap::Verdict::New.is_fine());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Verdict {
    /// It gives what the golden says.
    Same,
    /// It is not run, and says why.
    Skipped,
    /// It gives something else, and says why.
    ExpectedFailure,
    /// There is no golden.
    New,
    /// It gives something else than the golden says.
    Differs,
    /// It gives what the golden says, but says that it does not.
    UnexpectedPass,
    /// Another command gives something else, and nobody has said why.
    Disagrees,
    /// A golden that no case has.
    Unreferenced,
    /// It can't be run or compared: a mistake in the case, a damaged golden, a golden that can't be written.
    Bad,
    /// Its interpreter broke.
    Crashed,
}

impl Verdict {
    /// Whether nobody need look at it.
    #[must_use]
    pub fn is_fine(self) -> bool {
        matches!(self, Verdict::Same | Verdict::Skipped | Verdict::ExpectedFailure)
    }

    /// The word for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Skipped => "skipped",
            Verdict::ExpectedFailure => "expected to differ",
            Verdict::New => "new",
            Verdict::Differs => "differs",
            Verdict::UnexpectedPass => "passes unexpectedly",
            Verdict::Disagrees => "disagrees",
            Verdict::Unreferenced => "unreferenced",
            Verdict::Bad => "bad",
            Verdict::Crashed => "crashed",
        }
    }
}

/// What a suite gave.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("sum.py"), "1 + 1")?;
/// let report = taipan::snap::dir(folder.path()).accept(true).run()?;
/// assert_eq!(report.exit_status(), 0);
/// assert_eq!(report.summary(), "1 case: 1 accepted");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub(crate) cases: Vec<Checked>,
    pub(crate) took: Duration,
    /// Earlier runs and this one, the oldest first.
    pub(crate) history: Vec<Past>,
    /// What is to be said of the whole.
    pub(crate) notes: Vec<String>,
}

impl Report {
    /// Every case in the order in which they were found, and what could have been one.
    #[must_use]
    pub fn cases(&self) -> &[Checked] {
        &self.cases
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.cases.len()
    }

    /// How many have a verdict, those that were accepted left out.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.cases.iter().filter(|case| case.verdict == verdict && !case.accepted).count()
    }

    /// Wall clock of the whole suite.
    #[must_use]
    pub fn took(&self) -> Duration {
        self.took
    }

    /// The cases that somebody must look at.
    pub fn failures(&self) -> impl Iterator<Item = &Checked> {
        self.cases.iter().filter(|case| !case.verdict.is_fine() && !case.accepted)
    }

    /// 0 where nobody need look at any case, 1 where one differs or is new, 2 where one is bad, 3 where one crashed.
    #[must_use]
    pub fn exit_status(&self) -> u8 {
        let status = |case: &Checked| match case.verdict {
            Verdict::Crashed => 3,
            Verdict::Bad => 2,
            _ => 1,
        };
        self.failures().map(status).max().unwrap_or(0)
    }

    /// What is to be said of the suite as a whole, such as how many differences from another command are known.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The numbers in one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        let (deleted, accepted): (Vec<&Checked>, Vec<&Checked>) =
            self.cases.iter().filter(|case| case.accepted).partition(|case| case.verdict == Verdict::Unreferenced);
        for (number, word) in [
            (self.count(Verdict::Same), Verdict::Same.word()),
            (accepted.len(), "accepted"),
            (deleted.len(), "deleted"),
            (self.count(Verdict::Differs), if self.count(Verdict::Differs) == 1 { "differs" } else { "differ" }),
            (self.count(Verdict::New), Verdict::New.word()),
            (self.count(Verdict::UnexpectedPass), "unexpectedly the same"),
            (
                self.count(Verdict::Disagrees),
                if self.count(Verdict::Disagrees) == 1 { "disagrees" } else { "disagree" },
            ),
            (self.count(Verdict::Unreferenced), Verdict::Unreferenced.word()),
            (self.count(Verdict::Bad), Verdict::Bad.word()),
            (self.count(Verdict::Crashed), Verdict::Crashed.word()),
            (self.count(Verdict::Skipped), Verdict::Skipped.word()),
            (self.count(Verdict::ExpectedFailure), Verdict::ExpectedFailure.word()),
        ] {
            if number > 0 {
                parts.push(format!("{} {word}", crate::units::group(number as u64)));
            }
        }
        let total = self.cases.iter().filter(|case| case.verdict != Verdict::Unreferenced).count();
        let cases = if total == 1 { "case" } else { "cases" };
        let all = crate::units::group(total as u64);
        if parts.is_empty() { format!("{all} {cases}") } else { format!("{all} {cases}: {}", parts.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_case_decides_the_exit_status() {
        let report = |verdicts: &[Verdict]| {
            let case = |verdict: &Verdict| {
                let mut case = Checked::of("a.py", 1);
                case.verdict = *verdict;
                case
            };
            Report { cases: verdicts.iter().map(case).collect(), ..Report::default() }
        };
        use Verdict::{Bad, Crashed, Differs, ExpectedFailure, New, Same, Skipped};
        for (verdicts, status, summary) in [
            (&[][..], 0, "0 cases"),
            (&[Same, Skipped, ExpectedFailure], 0, "3 cases: 1 same, 1 skipped, 1 expected to differ"),
            (&[Same, New, Differs], 1, "3 cases: 1 same, 1 differs, 1 new"),
            (&[Differs, Bad], 2, "2 cases: 1 differs, 1 bad"),
            (&[Bad, Crashed, Same], 3, "3 cases: 1 same, 1 bad, 1 crashed"),
        ] {
            let report = report(verdicts);
            assert_eq!((report.exit_status(), report.summary().as_str()), (status, summary));
        }
    }
}
