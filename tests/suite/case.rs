//! The cases under `tests/cases`: suites as `taipan snap` finds them, and the engines that run them.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, thread};

use taipan::snap::{self, Case, Suite};
use taipan::{Engine, EngineBuilder, Isolation, Limits, Policy, Tier};

/// The folder of each area of cases.
const CASES: &str = "tests/cases/";

/// The suite of an area, as far as the names of its cases contain `TAIPAN_CASES`.
pub(crate) fn suite(area: &str) -> Suite {
    let suite = snap::dir(format!("{CASES}{area}")).goldens(format!("snapshots/{area}"));
    let suite = suite.keep_fuel(true).remember(false);
    match env::var("TAIPAN_CASES") {
        Ok(part) => suite.filter(part),
        Err(_) => suite,
    }
}

/// The cases of some areas for the runs of one isolation.
pub(crate) fn cases(areas: &[&str], isolation: Isolation) -> Vec<Case> {
    let cases = |area: &&str| suite(area).isolation(isolation).cases().unwrap_or_else(|e| panic!("{e}"));
    areas.iter().flat_map(cases).collect()
}

/// `area/name`.
pub(crate) fn id(case: &Case) -> &str {
    case.id().strip_prefix(CASES).and_then(|id| id.strip_suffix(".py")).unwrap_or(case.id())
}

/// Whether `TAIPAN_CASES` leaves a case in.
pub(crate) fn selected(id: &str) -> bool {
    env::var("TAIPAN_CASES").map_or(true, |part| id.contains(&part))
}

/// The defaults, with a deadline that a loaded machine can keep: what a case checks is its fuel.
pub(crate) fn limits() -> Limits {
    Limits { deadline: Duration::from_secs(60), ..Limits::default() }
}

/// A policy that leaves every module to the cases.
pub(crate) fn policy() -> Policy {
    let extra = taipan::modules().iter().filter(|module| module.tier == Tier::Extra);
    Policy { allow: extra.map(|module| module.name.to_owned()).collect(), ..Policy::default() }
}

/// An engine that leaves every bound and module to the cases.
pub(crate) fn engine() -> Engine {
    builder().build().unwrap()
}

/// Likewise, with so many workers.
pub(crate) fn engine_of(workers: usize) -> Engine {
    builder().workers(workers).build().unwrap()
}

/// What builds such an engine.
pub(crate) fn builder() -> EngineBuilder {
    // A fast machine uses up the default fuel before a deadline of a second.
    let limits = Limits { fuel: 1_000_000_000, ..limits() };
    Engine::builder().isolation(Isolation::Native).limits(limits).policy(policy())
}

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs each case on a few threads; the results are in the order of the cases.
pub(crate) fn run_all<C: Sync, T: Send>(cases: &[C], run: impl Fn(&C) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<T>>> = Mutex::new(cases.iter().map(|_| None).collect());
    let threads = thread::available_parallelism().map_or(2, usize::from).min(8);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((at, case)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, cases.get(at)?)))
                {
                    let result = run(case);
                    done.lock().unwrap()[at] = Some(result);
                }
            });
        }
    });
    done.into_inner().unwrap().into_iter().flatten().collect()
}
