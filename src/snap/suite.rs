//! A suite being described, and its run.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use super::against::Against;
use super::case::{Case, Found, Place, Problem};
use super::check::{self, Checker, Then};
use super::find::{self, Files};
use super::history::{self, Past};
use super::passed::{self, Passed};
use super::read::{Names, Reader};
use super::report::{Checked, Report, Verdict};
use super::select::Selection;
use super::settings::Settings;
use super::unreferenced::{self, Unreferenced};
use super::{Error, diff};
use crate::{Isolation, Limits};

/// How many failures an assertion shows whole.
const SHOWN: usize = 20;

/// A suite being described. Nothing happens until [`run`](Suite::run) or [`assert`](Suite::assert).
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("half.py"), "#! inputs = {n = 5}\nn / 2")?;
/// let suite = taipan::snap::dir(folder.path());
/// assert_eq!(suite.clone().accept(true).run()?.summary(), "1 case: 1 accepted");
/// assert_eq!(suite.run()?.summary(), "1 case: 1 same");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a suite does nothing until it is run"]
pub struct Suite {
    roots: Vec<PathBuf>,
    goldens: Option<PathBuf>,
    base: Settings,
    isolation: Option<Isolation>,
    then: Then,
    fuel_within: f64,
    selection: Selection,
    docstrings: Option<Names>,
    unreferenced: Unreferenced,
    against: Option<Against>,
    remember: bool,
    history: Option<PathBuf>,
}

impl Suite {
    /// The suite of the cases in folders and files.
    ///
    /// ```
    /// let error = taipan::snap::Suite::new(Vec::<String>::new()).run().unwrap_err();
    /// assert_eq!(error.to_string(), "no folder or file is named");
    /// ```
    pub fn new<P: Into<PathBuf>>(roots: impl IntoIterator<Item = P>) -> Suite {
        Suite {
            roots: roots.into_iter().map(Into::into).collect(),
            goldens: None,
            base: Settings::default(),
            isolation: None,
            then: Then::Report,
            fuel_within: 0.0,
            selection: Selection::default(),
            docstrings: None,
            unreferenced: Unreferenced::Ignore,
            against: None,
            remember: true,
            history: None,
        }
    }

    /// The folder that holds the goldens, in folders like those of the cases. Default a folder `snapshots` beside each case.
    pub fn goldens(mut self, folder: impl Into<PathBuf>) -> Suite {
        self.goldens = Some(folder.into());
        self
    }

    /// The bounds of cases that say nothing else. Default [`Limits::default`] with a deadline of 60 s.
    pub fn limits(mut self, limits: Limits) -> Suite {
        self.base.limits = limits;
        self
    }

    /// Changes the bounds of cases that say nothing else.
    #[cfg(feature = "cli")]
    pub(crate) fn limits_with(mut self, change: impl FnOnce(Limits) -> Limits) -> Suite {
        self.base.limits = change(self.base.limits);
        self
    }

    /// Where cases run that say nothing else. Default [`Isolation::Wasm`].
    pub fn isolation(mut self, isolation: Isolation) -> Suite {
        self.isolation = Some(isolation);
        self
    }

    /// Whether goldens hold the fuel, also of cases that do not ask for it. Default no.
    pub fn keep_fuel(mut self, keep: bool) -> Suite {
        self.base.keep_fuel = keep;
        self
    }

    /// How far fuel may be from the golden's, in per cent, to be written into it without a word. Default 0: not at all.
    pub fn update_fuel_within(mut self, percent: f64) -> Suite {
        self.fuel_within = percent / 100.0;
        self
    }

    /// Whether what is found becomes the golden where there is none or it differs. Default no.
    pub fn accept(mut self, accept: bool) -> Suite {
        self.then = if accept { Then::Accept } else { Then::Report };
        self
    }

    /// Whether what is found is left beside the golden, for `cargo insta review`, where there is none or it differs. Default no.
    pub fn pending(mut self, pending: bool) -> Suite {
        self.then = if pending { Then::Leave } else { Then::Report };
        self
    }

    /// Takes only cases whose name contains a text; of several filters one is enough.
    pub fn filter(mut self, text: impl Into<String>) -> Suite {
        self.selection.filters.push(text.into());
        self
    }

    /// Takes only cases with a tag; of several tags one is enough.
    pub fn tag(mut self, tag: impl Into<String>) -> Suite {
        self.selection.tags.push(tag.into());
        self
    }

    /// Takes one of `parts` parts of the cases, counted from 1. A case is in the same part in every version and whatever the others
    /// are; `parts` is at least 1 and `part` at most that, else they are made so.
    pub fn shard(mut self, part: u32, parts: u32) -> Suite {
        let parts = parts.max(1);
        self.selection.shard = Some((part.clamp(1, parts), parts));
        self
    }

    /// Takes only cases whose file or golden has changed since a revision that git knows, committed or not.
    pub fn changed_since(mut self, revision: impl Into<String>) -> Suite {
        self.selection.changed_since = Some(revision.into());
        self
    }

    /// Takes the examples (`>>>`) in the docstrings of Python files as cases, and not the files themselves. Default no.
    ///
    /// Each docstring is a case; its file is run before it.
    pub fn docstrings(mut self) -> Suite {
        self.docstrings = Some(Names::File);
        self
    }

    /// The same, but each file is imported by its name, as seen from the folder that was named; so the library's own are tested.
    pub fn docstrings_of_modules(mut self) -> Suite {
        self.docstrings = Some(Names::Module);
        self
    }

    /// What is done with goldens that no case has. Default: they are not looked for.
    pub fn unreferenced(mut self, then: Unreferenced) -> Suite {
        self.unreferenced = then;
        self
    }

    /// Runs each case under another command too, such as `python3 -I`, which gets the case as a file; where standard output, exit
    /// status or exception differ, it is a failure. Default none.
    ///
    /// Cases that say `alone`, that end by a limit or meet a denial, examples, and cases whose inputs have no literal are left out.
    ///
    /// # Errors
    /// Where the command has an open quote or is empty.
    ///
    /// ```
    /// let error = taipan::snap::dir("docs").against("").unwrap_err();
    /// assert_eq!(error.to_string(), "--against: no command is named; write one such as 'python3 -I'");
    /// ```
    pub fn against(mut self, command: &str) -> Result<Suite, Error> {
        self.against = Some(Against::new(command)?);
        Ok(self)
    }

    /// The file that lists known differences from the other command: a TOML table with the names of cases and reasons.
    ///
    /// # Errors
    /// Where the file can't be read, is no such table, or a reason is empty.
    pub fn known_differences(mut self, file: impl Into<PathBuf>) -> Result<Suite, Error> {
        self.against = Some(self.against.unwrap_or_default().with_known(&file.into())?);
        Ok(self)
    }

    /// Whether a case that passed before is not run again, if it, its golden and taipan are as they were. Default yes.
    ///
    /// What passed is written into the folder for caches of the user (`XDG_CACHE_HOME`, or `.cache` in `HOME`); without one nothing
    /// is remembered.
    pub fn remember(mut self, remember: bool) -> Suite {
        self.remember = remember;
        self
    }

    /// The file of JSON lines to which the fuel of each run of the whole suite is added. Default one beside what passed before, if
    /// that is remembered.
    pub fn history(mut self, file: impl Into<PathBuf>) -> Suite {
        self.history = Some(file.into());
        self
    }

    /// Finds the cases, runs them and compares.
    ///
    /// # Errors
    /// Where there is nothing to run, or no engine to run it on. What is wrong with a case is in the report.
    pub fn run(&self) -> Result<Report, Error> {
        self.run_with(|_, _| {})
    }

    /// Does the same and tells of each case as it is done, with the number of all.
    pub(crate) fn run_with(&self, tell: impl Fn(&Checked, usize) + Sync) -> Result<Report, Error> {
        let begun = Instant::now();
        if self.unreferenced != Unreferenced::Ignore && !self.selection.is_all() {
            return Err(Error::new(
                "goldens without a case are only known where all cases are taken; leave the selection out",
            ));
        }
        let (found, files) = self.find()?;
        let left_over = self.left_over(&found, &files)?;
        let engine = check::engine(self.isolation_or_default())?;
        let passed = Passed::open(&self.roots, engine.isolation(), self.remember);
        let checker = Checker::new(engine, &passed, self.against.as_ref(), self.then, self.fuel_within);
        let total = found.cases.len();
        let mut report = Report::default();
        if let Some(against) = &self.against {
            against.examine(&found, self.selection.is_all(), &mut report);
        }
        report.cases.extend(found.problems.iter().map(bad));
        report.cases.extend(left_over);
        report.cases.extend(check::parallel(&found.cases, |case| {
            let checked = checker.check(case);
            tell(&checked, total);
            checked
        }));
        drop(checker);
        passed.close(!self.selection.is_all());
        report.took = begun.elapsed();
        self.record(&mut report)?;
        Ok(report)
    }

    /// Finds the cases and runs none.
    ///
    /// # Errors
    /// Where there is nothing to find, and where something is no case that should be one.
    pub fn cases(&self) -> Result<Vec<Case>, Error> {
        let (found, _) = self.find()?;
        match found.problems.first() {
            Some(problem) => Err(Error::new(format!("{}:{}: {}", problem.id, problem.place.line, problem.text))),
            None => Ok(found.cases),
        }
    }

    fn isolation_or_default(&self) -> Isolation {
        self.isolation.unwrap_or_else(crate::engine::unasked)
    }

    /// Finds the cases that are taken.
    fn find(&self) -> Result<(Found, Files), Error> {
        if self.roots.is_empty() {
            return Err(Error::new("no folder or file is named"));
        }
        let mut files = Files::default();
        for root in &self.roots {
            find::files(root, &mut files)?;
        }
        let mut seen = HashSet::new();
        files.sources.retain(|file| seen.insert(file.shown.clone()));
        let base = Settings { isolation: self.isolation_or_default(), ..self.base.clone() };
        let reader = Reader { base: &base, goldens: self.goldens.as_deref(), docstrings: self.docstrings };
        let mut found = Found { cases: Vec::new(), problems: std::mem::take(&mut files.problems) };
        for more in check::parallel(&files.sources, |file| reader.read(file)) {
            found.cases.extend(more.cases);
            found.problems.extend(more.problems);
        }
        apart(&mut found);
        let changed = self.selection.changed(&self.roots)?;
        found.cases.retain(|case| {
            self.selection.takes_name(&case.id)
                && self.selection.takes_tags(&case.settings.tags)
                && changed.as_ref().is_none_or(|changed| changed.has(case))
        });
        found.problems.retain(|problem| self.selection.takes_name(&problem.id));
        Ok((found, files))
    }

    /// The goldens that no case has.
    fn left_over(&self, found: &Found, files: &Files) -> Result<Vec<Checked>, Error> {
        if self.unreferenced == Unreferenced::Ignore {
            return Ok(Vec::new());
        }
        if let (Unreferenced::Delete, Some(problem)) = (self.unreferenced, found.problems.first()) {
            let text = format!("{}: {}; no golden is deleted while a case can't be read", problem.id, problem.text);
            return Err(Error::new(text));
        }
        let known = found.cases.iter().filter_map(|case| case.golden().map(ToOwned::to_owned)).collect();
        let folders = self.goldens.as_ref().map_or(&files.goldens[..], std::slice::from_ref);
        let all = unreferenced::find(folders, &known);
        Ok(all.iter().map(|path| unreferenced::settle(path, self.unreferenced)).collect())
    }

    /// Adds a run of the whole suite to its history.
    fn record(&self, report: &mut Report) -> Result<(), Error> {
        let beside = || passed::file(&self.roots, "history").filter(|_| self.remember);
        let Some(file) = self.history.clone().or_else(beside) else { return Ok(()) };
        if !self.selection.is_all() || report.cases.is_empty() {
            report.history = history::read(&file);
            return Ok(());
        }
        let now = jiff::Timestamp::now();
        let past = Past {
            at: format!("{now:.0}"),
            taipan: super::golden::VERSION.to_owned(),
            cases: report.cases.len(),
            fuel: report.cases.iter().filter_map(|case| case.fuel).sum(),
        };
        match history::add(&file, past) {
            Ok(all) => report.history = all,
            Err(e) if self.history.is_some() => return Err(Error::new(super::error::io(&file, &e))),
            Err(_) => {}
        }
        Ok(())
    }

    /// Panics with the differences unless every case gives its golden.
    ///
    /// `INSTA_UPDATE=always` in the environment accepts what is found, and `INSTA_UPDATE=new` leaves it for `cargo insta review`.
    ///
    /// # Panics
    /// Where a case differs, is new, bad or crashes, and where the suite can't be run.
    ///
    /// ```should_panic
    /// # let folder = tempfile::tempdir().unwrap();
    /// std::fs::write(folder.path().join("new.py"), "1 + 1").unwrap();
    /// taipan::snap::dir(folder.path()).assert();
    /// ```
    pub fn assert(self) {
        let suite = match std::env::var("INSTA_UPDATE").as_deref() {
            Ok("always" | "unseen") => self.accept(true),
            Ok("new") => self.pending(true),
            _ => self,
        };
        match suite.run() {
            Ok(report) => assert!(report.exit_status() == 0, "{}", explain(&report)),
            Err(error) => panic!("{error}"),
        }
    }
}

/// The failures of a report with their differences, for an assertion.
fn explain(report: &Report) -> String {
    let mut text = report.summary();
    for case in report.failures().take(SHOWN) {
        let _ = write!(text, "\n\n{}:{}: {}", case.id, case.line, case.verdict.word());
        if let Some(reason) = &case.reason {
            let _ = write!(text, ": {reason}");
        }
        if let Some(found) = case.found.as_ref().filter(|_| case.verdict != Verdict::Bad) {
            let expected = case.expected.as_deref().unwrap_or_default();
            let _ = write!(text, "\n{}", diff::lines(expected, found));
        }
    }
    let left = report.failures().count().saturating_sub(SHOWN);
    if left > 0 {
        let _ = write!(text, "\n\nand {left} more");
    }
    text.push_str("\n\nINSTA_UPDATE=always accepts what was found");
    text
}

fn bad(problem: &Problem) -> Checked {
    let mut checked = Checked::of(&problem.id, problem.place.line);
    checked.file = problem.place.file.clone();
    checked.reason = Some(problem.text.clone());
    checked
}

/// Takes out the cases whose goldens would be one file, here or on a file system that does not tell capitals from small letters.
fn apart(found: &mut Found) {
    let mut first: HashMap<String, (String, Place)> = HashMap::new();
    let (mut cases, mut problems) = (Vec::with_capacity(found.cases.len()), Vec::new());
    for case in found.cases.drain(..) {
        match clash(&mut first, &case) {
            Some(problem) => problems.push(problem),
            None => cases.push(case),
        }
    }
    found.cases = cases;
    found.problems.append(&mut problems);
}

fn clash(first: &mut HashMap<String, (String, Place)>, case: &Case) -> Option<Problem> {
    let key = case.golden().map_or_else(|| case.id.clone(), |golden| golden.to_string_lossy().to_lowercase());
    let Some((id, place)) = first.get(&key) else {
        first.insert(key, (case.id.clone(), case.place.clone()));
        return None;
    };
    let at = format!("{}, line {}", place.file, place.line);
    let text = if *id == case.id {
        format!("this name is taken by the case in {at}; give one of them another")
    } else {
        format!("the golden of `{id}` ({at}) would be the same file, at least where capitals do not count; rename one")
    };
    Some(Problem { id: case.id.clone(), place: case.place.clone(), text })
}
