//! Runs a case and compares what it gives with what it must.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::against::Against;
use super::case::{Case, Expects};
use super::golden::{self, Golden};
use super::passed::Passed;
use super::report::{Checked, Verdict};
use super::{causes, diff, lines, render, session, settings, store};
use crate::{Engine, Isolation, Outcome, Policy, Status, Tier};

/// How long a case waits for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

/// The most that is kept of one text, in bytes.
const KEPT: usize = 64 << 10;

/// The most that is kept of all texts.
const KEPT_OF_ALL: usize = 256 << 20;

/// What is done with a case that gives something else than its golden says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Then {
    /// It is reported.
    #[default]
    Report,
    /// What it gives becomes the golden.
    Accept,
    /// What it gives is left beside the golden.
    Leave,
}

/// Compares cases with what they must give.
#[derive(Debug)]
pub(crate) struct Checker<'a> {
    pub(crate) then: Then,
    /// How far the fuel may be from the golden's to be taken over without a word, in parts of one.
    pub(crate) fuel_within: f64,
    pub(crate) against: Option<&'a Against>,
    pub(crate) passed: &'a Passed,
    engine: Engine,
    /// For cases that ask for the isolation that the engine has not.
    other: OnceLock<Result<Engine, String>>,
    kept: AtomicUsize,
}

/// What a case must give and what it gave.
struct Texts {
    expected: Option<String>,
    found: String,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(
        engine: Engine,
        passed: &'a Passed,
        against: Option<&'a Against>,
        then: Then,
        fuel_within: f64,
    ) -> Self {
        Checker { then, fuel_within, against, passed, engine, other: OnceLock::new(), kept: AtomicUsize::new(0) }
    }

    /// Runs a case and compares it.
    pub(crate) fn check(&self, case: &Case) -> Checked {
        let mut checked = Checked::of(&case.id, case.place.line);
        checked.file = case.place.file.clone();
        if let Expects::Examples { examples, .. } = &case.expects {
            checked.examples = examples.len();
        }
        checked.golden = case.golden().map(ToOwned::to_owned).unwrap_or_default();
        if let Some(reason) = &case.settings.skip {
            checked.verdict = Verdict::Skipped;
            checked.reason = Some(reason.clone());
        } else if let Err(reason) = self.fill(case, &mut checked) {
            checked.verdict = Verdict::Bad;
            checked.reason = Some(reason);
        }
        checked
    }

    fn fill(&self, case: &Case, checked: &mut Checked) -> Result<(), String> {
        let seen = case.golden().map(golden::bytes).transpose()?.flatten();
        let key =
            if self.against.is_none() { self.passed.key(case, seen.as_deref().unwrap_or_default()) } else { None };
        if let Some((key, fuel)) = key.and_then(|key| Some((key, self.passed.has(key)?))) {
            self.passed.add(key, fuel);
            checked.fuel = Some(fuel);
            checked.verdict = Verdict::Same;
            return Ok(());
        }
        let golden = read(case, seen.as_deref())?;
        let outcome = self.run(case)?;
        checked.fuel = Some(outcome.usage.fuel);
        checked.wall = Duration::from_micros(outcome.usage.wall_us);
        if outcome.status == Status::Crashed {
            checked.verdict = Verdict::Crashed;
            checked.reason = Some(outcome.warnings.join("; ")).filter(|text| !text.is_empty());
            return Ok(());
        }
        let texts = texts(case, golden.as_ref(), &outcome, self.then != Then::Report);
        self.judge(case, &texts, &outcome, checked);
        match checked.verdict {
            Verdict::Same => {
                if let Some(key) = key {
                    self.passed.add(key, outcome.usage.fuel);
                }
                if let (Some(path), true) = (case.golden(), self.then != Then::Report) {
                    store::remove(&store::pending(path))?;
                }
            }
            Verdict::New | Verdict::Differs => {
                checked.imports = causes::imports(&case.source);
                match case.golden() {
                    Some(_) => self.settle(case, &texts, &outcome, golden.as_ref(), seen.as_deref(), checked)?,
                    None if self.then == Then::Accept && checked.reason.is_none() => {
                        checked.reason = Some(String::from("what it must give stands beside it; change it there"));
                    }
                    None => {}
                }
                checked.expected = texts.expected.and_then(|text| self.keep(&text));
                checked.found = self.keep(texts.found.trim_end());
            }
            _ => {}
        }
        if checked.verdict.is_fine() || checked.accepted {
            self.ask_other(case, &outcome, checked)?;
        }
        Ok(())
    }

    fn judge(&self, case: &Case, texts: &Texts, outcome: &Outcome, checked: &mut Checked) {
        let wrong_end = wrong_end(case, outcome);
        checked.verdict = match (&case.settings.xfail, texts.agree() && wrong_end.is_none()) {
            (None, true) => Verdict::Same,
            (None, false) if texts.expected.is_none() => Verdict::New,
            (None, false) => Verdict::Differs,
            (Some(_), true) => Verdict::UnexpectedPass,
            (Some(_), false) => Verdict::ExpectedFailure,
        };
        checked.reason = case.settings.xfail.clone();
        if let Some(reason) = wrong_end.filter(|_| case.settings.xfail.is_none()) {
            checked.verdict = Verdict::Differs;
            checked.reason = Some(reason);
        }
    }

    /// Accepts what was found, or leaves it beside the golden, or neither.
    fn settle(
        &self,
        case: &Case,
        texts: &Texts,
        outcome: &Outcome,
        golden: Option<&Golden>,
        seen: Option<&[u8]>,
        checked: &mut Checked,
    ) -> Result<(), String> {
        let Some(path) = case.golden() else { return Ok(()) };
        let wrong_end = checked.reason.is_some();
        let newer = golden.and_then(Golden::newer);
        if let Some(version) = newer {
            checked.reason = Some(format!(
                "taipan {version} wrote the golden, and this is {}; update taipan, or delete the golden to accept what this one gives",
                golden::VERSION
            ));
        }
        let isolation = outcome.isolation;
        let near = texts.expected.as_deref().is_some_and(|expected| self.near(expected, &texts.found, isolation));
        let text = || Golden::file(&texts.found, &case.id);
        if (self.then == Then::Accept || near) && !wrong_end && newer.is_none() {
            store::replace(path, &text(), seen)?;
            store::remove(&store::pending(path))?;
            checked.accepted = true;
        } else if self.then == Then::Leave {
            let pending = store::pending(path);
            store::replace(&pending, &text(), golden::bytes(&pending)?.as_deref())?;
        }
        Ok(())
    }

    fn ask_other(&self, case: &Case, outcome: &Outcome, checked: &mut Checked) -> Result<(), String> {
        let Some(against) = self.against else { return Ok(()) };
        let name = against.name();
        match (against.compare(case, outcome)?, against.known(&case.id)) {
            (Some((theirs, ours)), None) => {
                checked.verdict = Verdict::Disagrees;
                checked.reason = Some(format!("`{name}` gives something else (-)"));
                checked.expected = self.keep(&theirs);
                checked.found = self.keep(&ours);
            }
            (None, Some(reason)) => {
                checked.verdict = Verdict::Disagrees;
                checked.reason = Some(format!("`{name}` gives the same, but a difference is listed: {reason}"));
            }
            _ => {}
        }
        Ok(())
    }

    fn run(&self, case: &Case) -> Result<Outcome, String> {
        let engine = match case.settings.isolation {
            isolation if isolation != self.engine.isolation() => self
                .other
                .get_or_init(|| engine(isolation).map_err(|e| e.to_string()))
                .as_ref()
                .map_err(Clone::clone)?,
            _ => &self.engine,
        };
        case.prepare(engine).wait(LONGEST_WAIT).run().map_err(|e| e.to_string())
    }

    /// Whether two texts differ in their fuel alone, and that by little.
    fn near(&self, expected: &str, found: &str, isolation: Isolation) -> bool {
        let fuel = |text| render::fuel(text, isolation);
        let (Some(before), Some(now)) = (fuel(expected), fuel(found)) else { return false };
        let apart = before.abs_diff(now) as f64;
        self.fuel_within > 0.0
            && apart <= before as f64 * self.fuel_within
            && render::without_fuel(expected).trim_end() == render::without_fuel(found).trim_end()
    }

    fn keep(&self, text: &str) -> Option<String> {
        if self.kept.fetch_add(text.len().min(KEPT), Ordering::Relaxed) > KEPT_OF_ALL {
            return None;
        }
        if text.len() <= KEPT {
            return Some(text.to_owned());
        }
        let cut = text.floor_char_boundary(KEPT);
        Some(format!("{}\n… {} bytes more", &text[..cut], text.len() - cut))
    }
}

impl Texts {
    fn agree(&self) -> bool {
        self.expected.as_deref().map(str::trim_end) == Some(self.found.trim_end())
    }
}

/// What a case must give and what it gave; both with the fuel of an isolation or both without.
///
/// A golden that was written in the other isolation alone holds no fuel of this one, until that is `added`.
fn texts(case: &Case, golden: Option<&Golden>, outcome: &Outcome, added: bool) -> Texts {
    match &case.expects {
        Expects::Inline(expect) => {
            let (expected, found) = lines::texts(expect, outcome);
            return Texts { expected: Some(expected), found };
        }
        Expects::Examples { examples, .. } => {
            let (expected, found) = session::texts(examples, outcome);
            return Texts { expected: Some(expected), found };
        }
        Expects::Golden(_) => {}
    }
    let keep_fuel = case.settings.keep_fuel;
    let Some(golden) = golden else {
        return Texts { expected: None, found: render::render(outcome, keep_fuel) };
    };
    let isolation = outcome.isolation;
    let with_fuel = render::fuel(&golden.text, isolation).is_some() || keep_fuel && added;
    let found = render::with_fuel_of(&render::render(outcome, with_fuel), &golden.text, isolation);
    Texts { expected: Some(golden.text.clone()), found }
}

/// Why a status is not the one that directives expect beside a golden.
fn wrong_end(case: &Case, outcome: &Outcome) -> Option<String> {
    let expected = case.settings.expect.filter(|status| *status != outcome.status)?;
    Some(format!("it ends with {}, and its directives expect {expected}", outcome.status))
}

/// The golden of a case in the bytes of its file, if there is one.
fn read(case: &Case, seen: Option<&[u8]>) -> Result<Option<Golden>, String> {
    case.golden().zip(seen).map(|(path, bytes)| Golden::read(path, bytes)).transpose()
}

/// What of an outcome is not as its case must give it, as a difference.
///
/// # Errors
/// Where the golden can't be read.
pub(crate) fn difference(case: &Case, outcome: &Outcome) -> Result<Option<String>, String> {
    let seen = case.golden().map(golden::bytes).transpose()?.flatten();
    let golden = read(case, seen.as_deref())?;
    let texts = texts(case, golden.as_ref(), outcome, false);
    Ok(match wrong_end(case, outcome) {
        None if texts.agree() => None,
        wrong => {
            let lines = diff::lines(texts.expected.as_deref().unwrap_or_default(), &texts.found);
            Some(wrong.map_or_else(String::new, |reason| reason + "\n") + &lines)
        }
    })
}

/// An engine that leaves bounds and modules to the cases.
pub(crate) fn engine(isolation: Isolation) -> Result<Engine, crate::Error> {
    let extra = crate::modules().iter().filter(|module| module.tier == Tier::Extra);
    let policy = Policy { allow: extra.map(|module| module.name.to_owned()).collect(), ..Policy::default() };
    Engine::builder().limits(settings::ceiling()).policy(policy).isolation(isolation).build()
}

/// What a function gives for each item, in their order, on as many threads as there are processors.
pub(crate) fn parallel<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(2, usize::from).min(items.len().max(1));
    let mut done: Vec<(usize, T)> = std::thread::scope(|scope| {
        let worker = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return done };
                done.push((at, work(item)));
            }
        };
        let all: Vec<_> = (1..threads).map(|_| scope.spawn(worker)).collect();
        let mut done = worker();
        for one in all {
            match one.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
