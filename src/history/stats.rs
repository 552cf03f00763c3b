//! Figures of many runs.

use rusqlite::{Connection, named_params};
use schemars::JsonSchema;
use serde::Serialize;

use super::read::{Filter, WHERE, matching};

/// How many exceptions and modules are named.
const TOP: usize = 10;

/// What many runs were like.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Stats {
    pub(crate) runs: u64,
    /// Those that came to their end without an exception.
    pub(crate) ok: u64,
    /// Their part of all, 0 to 1; none where nothing ran.
    pub(crate) success: Option<f64>,
    /// When the first and the last of them ended.
    pub(crate) first: Option<String>,
    pub(crate) last: Option<String>,
    pub(crate) statuses: Vec<Counted>,
    pub(crate) wall_us: Spread,
    pub(crate) fuel: Spread,
    /// The exceptions that ended runs, the most frequent first.
    pub(crate) errors: Vec<Counted>,
    /// What policy refused, by the number of runs that asked for it.
    pub(crate) refused: Vec<Counted>,
    /// Runs by their time, each bucket twice the one before.
    pub(crate) times: Vec<Bucket>,
}

/// A name and how many runs it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Counted {
    pub(crate) name: String,
    pub(crate) runs: u64,
}

/// The values below which so many of a hundred lie; none where nothing ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Spread {
    pub(crate) p50: Option<u64>,
    pub(crate) p90: Option<u64>,
    pub(crate) p99: Option<u64>,
    pub(crate) most: Option<u64>,
}

/// Runs that took less than some time and not less than half of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Bucket {
    pub(crate) below_us: u64,
    pub(crate) runs: u64,
}

pub(super) fn of(connection: &Connection, filter: &Filter) -> rusqlite::Result<Stats> {
    let text =
        format!("SELECT count(*), coalesce(sum(status = 'ok'), 0), min(time_us), max(time_us) FROM runs {WHERE}");
    let (runs, ok, first, last) = connection.query_row(&text, matching!(filter), |row| {
        let time = |at: usize| -> rusqlite::Result<Option<String>> {
            let time = row.get::<_, Option<i64>>(at)?.and_then(|time| jiff::Timestamp::from_microsecond(time).ok());
            Ok(time.map(|time| time.to_string()))
        };
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, i64>(1)?.unsigned_abs(), time(2)?, time(3)?))
    })?;
    let counted = |what: &str, from: &str, and: &str, most: usize| -> rusqlite::Result<Vec<Counted>> {
        let text = format!(
            "SELECT {what} AS name, count(*) AS found FROM {from} {WHERE} {and} GROUP BY name ORDER BY found DESC, name LIMIT {most}"
        );
        let row =
            |row: &rusqlite::Row<'_>| Ok(Counted { name: row.get(0)?, runs: row.get::<_, i64>(1)?.unsigned_abs() });
        connection.prepare(&text)?.query_map(matching!(filter), row)?.collect()
    };
    Ok(Stats {
        runs,
        ok,
        success: (runs > 0).then(|| ok as f64 / runs as f64),
        first,
        last,
        statuses: counted("status", "runs", "", usize::from(u16::MAX))?,
        wall_us: spread(connection, filter, "wall_us", runs)?,
        fuel: spread(connection, filter, "fuel", runs)?,
        errors: counted("error", "runs", "AND error IS NOT NULL", TOP)?,
        refused: counted("refusal.value", "runs, json_each(denials) AS refusal", "", TOP)?,
        times: times(connection, filter)?,
    })
}

/// The smallest value that is not less than so many of a hundred.
fn spread(connection: &Connection, filter: &Filter, column: &str, runs: u64) -> rusqlite::Result<Spread> {
    if runs == 0 {
        return Ok(Spread::default());
    }
    let at = |hundredths: u64| -> rusqlite::Result<Option<u64>> {
        let skip = (runs * hundredths).div_ceil(100).max(1) - 1;
        let text = format!("SELECT {column} FROM runs {WHERE} ORDER BY {column} LIMIT 1 OFFSET {skip}");
        connection
            .query_row(&text, matching!(filter), |row| row.get::<_, i64>(0))
            .map(|value| Some(value.unsigned_abs()))
    };
    Ok(Spread { p50: at(50)?, p90: at(90)?, p99: at(99)?, most: at(100)? })
}

fn times(connection: &Connection, filter: &Filter) -> rusqlite::Result<Vec<Bucket>> {
    let text = format!("SELECT wall_us FROM runs {WHERE}");
    let mut statement = connection.prepare(&text)?;
    let mut counts = [0_u64; 64];
    for time in statement.query_map(matching!(filter), |row| row.get::<_, i64>(0))? {
        // A time of 0 lies in the first bucket: below 1.
        counts[64 - time?.unsigned_abs().leading_zeros() as usize] += 1;
    }
    let Some(first) = counts.iter().position(|runs| *runs > 0) else { return Ok(Vec::new()) };
    let last = counts.iter().rposition(|runs| *runs > 0).unwrap_or(first);
    Ok((first..=last).map(|bits| Bucket { below_us: 1 << bits, runs: counts[bits] }).collect())
}
