//! `taipan history replay`: a run of the history once more, after those of its session that it depends on.

use super::args::ReplayArgs;
use super::{found, no_record};
use crate::cli::{replay, talk};
use crate::history::{History, Row};
use crate::record::{Record, lines};
use crate::{Clock, Isolation, Limits, SessionLimits};

/// Repeats a run and says whether it gives the same; the error is the host's.
pub(super) fn again(args: &ReplayArgs) -> Result<u8, String> {
    let (history, row) = found(&args.place, &args.run)?;
    let isolation = args.isolation.map(Isolation::from);
    if row.session.is_some() {
        return in_session(&history, &row, isolation);
    }
    let mut record = record(&history, &row).map_err(|why| not(&row, &why))?;
    let same_clock = stop_clock(&mut record, &row);
    replay::again(&record, isolation, same_clock)
}

fn not(row: &Row, why: &str) -> String {
    format!("run {} can't be repeated: {why}", row.no)
}

/// What a run depended on and gave; the error says why that is not known.
fn record(history: &History, row: &Row) -> Result<Record, String> {
    let Some(bytes) = history.record(row.no)? else {
        return Err(String::from(match row.kept.as_str() {
            "too large" => "what it depended on took more than an eighth of history.bytes and was not kept",
            _ => "what it depended on was not kept; history.keep (--history-keep) keeps it",
        }));
    };
    Record::parse(&bytes).map_err(|why| no_record(row, &why))
}

/// Lets a run whose clock was the system's have one that stands still at its start. Whether it had another.
fn stop_clock(record: &mut Record, row: &Row) -> bool {
    if record.policy.clock != Clock::System {
        return true;
    }
    let began = row.time.parse::<jiff::Timestamp>().map(|time| time.as_microsecond()).unwrap_or_default();
    let took = i64::try_from(row.usage.wall_us).unwrap_or_default();
    record.policy.clock = Clock::Fixed { unix_micros: began.saturating_sub(took) };
    talk::note("its clock was the system's; it stands still at the run's start now, so times and fuel may differ");
    false
}

/// Repeats a run of a session, and those before it.
fn in_session(history: &History, row: &Row, isolation: Option<Isolation>) -> Result<u8, String> {
    let mut runs = earlier(history, row).map_err(|why| not(row, &why))?;
    let Some((first_row, first)) = runs.first_mut() else { return Err(not(row, "it has no number in its session")) };
    let same_clock = stop_clock(first, first_row);
    let isolation = isolation.unwrap_or(first.isolation);
    let limits = runs.iter().fold(Limits::default(), |most, (_, record)| loosened(most, &record.limits));
    let first = &runs[0].1;
    let engine = replay::engine(first, limits, isolation)?;
    let session = engine.session_within(&SessionLimits::default(), None).map_err(|error| error.to_string())?;
    let with_fuel = replay::counts_fuel(first, isolation, same_clock);
    for (at, record) in &runs {
        // Behind the wall a run that was stopped leaves its session as it was before.
        if at.no != row.no && !record.outcome.came_to_its_end() {
            continue;
        }
        let outcome = record.prepare_in(&session).run().map_err(|error| error.to_string())?;
        if at.no == row.no {
            return replay::tell(record, &outcome, with_fuel);
        }
        if lines(&record.outcome, with_fuel) != lines(&outcome, with_fuel) {
            talk::note(&format!("run {} of the history, which it depends on, gives something else", at.no));
            return replay::tell(record, &outcome, with_fuel);
        }
    }
    Err(not(row, "it is not among the runs of its session"))
}

/// A run and those before it in its session, the first one first; the error says which is missing.
fn earlier(history: &History, row: &Row) -> Result<Vec<(Row, Record)>, String> {
    let mut runs: Vec<(Row, Record)> = Vec::new();
    for row in history.session_up_to(row)? {
        let found = record(history, &row).map_err(|why| match runs.is_empty() {
            true => why,
            false => format!("run {} of its session: {why}", row.no),
        })?;
        let next = runs.last().map(|(_, record)| number(record));
        match (number(&found), next) {
            // One that ended before it began has its number from the next.
            (this, Some(next)) if this >= next => continue,
            (this, Some(next)) if this + 1 < next => break,
            _ => {}
        }
        let is_first = number(&found) == 1;
        runs.push((row, found));
        if is_first {
            runs.reverse();
            return Ok(runs);
        }
    }
    let missing = runs.last().map_or(0, |(_, record)| number(record).saturating_sub(1));
    Err(format!("run {missing} of its session is not in the history"))
}

/// A run's number in its session, which names its file; 0 where that has another name.
fn number(record: &Record) -> u64 {
    let number = record.name.strip_prefix("run").and_then(|rest| rest.strip_suffix(".py"));
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The larger of each bound.
fn loosened(a: Limits, b: &Limits) -> Limits {
    Limits {
        fuel: a.fuel.max(b.fuel),
        deadline: a.deadline.max(b.deadline),
        memory: a.memory.max(b.memory),
        output: a.output.max(b.output),
        recursion: a.recursion.max(b.recursion),
        source: a.source.max(b.source),
        value_bytes: a.value_bytes.max(b.value_bytes),
        value_depth: a.value_depth.max(b.value_depth),
    }
}
