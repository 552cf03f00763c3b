//! `taipan replay`.

use std::io::{self, Write as _};

use super::args::ReplayArgs;
use super::talk;
use crate::record::{Record, lines};
use crate::snap::{difference, has_fuel};
use crate::units::group;
use crate::{Engine, Isolation, Limits, Outcome};

/// The exit status of a run that did not give what its record says.
const DIFFERS: u8 = 5;

/// Repeats a recorded run and compares; the error is the host's.
pub(crate) fn replay(args: &ReplayArgs) -> Result<u8, String> {
    let record = Record::read(&args.file)?;
    again(&record, args.isolation.map(Isolation::from), true)
}

/// Repeats a run where it ran, or in another isolation, and says whether it gives the same; its fuel only if its clock
/// is the recorded one, since a run counts what it does with that too.
pub(crate) fn again(record: &Record, isolation: Option<Isolation>, same_clock: bool) -> Result<u8, String> {
    let isolation = isolation.unwrap_or(record.isolation);
    let engine = engine(record, record.limits.clone(), isolation)?;
    let outcome = record.prepare(&engine).run().map_err(|error| error.to_string())?;
    let with_fuel = counts_fuel(record, isolation, same_clock);
    tell(record, &outcome, with_fuel)
}

/// The engine that a record asks for.
pub(crate) fn engine(record: &Record, limits: Limits, isolation: Isolation) -> Result<Engine, String> {
    let builder = Engine::builder().limits(limits).policy(record.policy.clone());
    builder.isolation(isolation).workers(1).build().map_err(|error| error.to_string())
}

/// Whether fuel is to be the same too.
pub(crate) fn counts_fuel(record: &Record, isolation: Isolation, same_clock: bool) -> bool {
    let counts_alike = record.counts_as(isolation);
    if !counts_alike {
        talk::note(&format!(
            "fuel is not compared: taipan {} recorded this in {}, by another count than this one's",
            record.taipan, record.isolation
        ));
    }
    same_clock && counts_alike
}

/// Says whether a run gave what its record says.
pub(crate) fn tell(record: &Record, outcome: &Outcome, with_fuel: bool) -> Result<u8, String> {
    let (before, now) = (lines(&record.outcome, with_fuel), lines(outcome, with_fuel));
    let (status, text) = if before == now {
        let fuel = if with_fuel && has_fuel(outcome.status) {
            format!(", {} fuel units", group(outcome.usage.fuel))
        } else {
            String::new()
        };
        (0, format!("the same: status {}{fuel}\n", outcome.status))
    } else {
        (DIFFERS, format!("not the same, - recorded, + now:\n{}", difference(&before, &now)))
    };
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(status),
    }
}
