//! Reads the history: rows by a filter, and one by its number or its run's id.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, named_params};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Stats, fault, stats, store};
use crate::outcome::Usage;

/// A history that is open to be read.
#[derive(Debug)]
pub(crate) struct History {
    path: PathBuf,
    connection: Connection,
}

/// A run as the history tells of it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Row {
    /// Counts the runs of a history from 1.
    pub(crate) no: u64,
    pub(crate) id: String,
    pub(crate) time: String,
    pub(crate) door: String,
    pub(crate) who: String,
    pub(crate) session: Option<String>,
    pub(crate) isolation: String,
    pub(crate) code_sha256: String,
    pub(crate) policy_sha256: String,
    pub(crate) status: String,
    pub(crate) usage: Usage,
    /// The names of what policy refused.
    pub(crate) denials: Vec<String>,
    /// The uncaught exception's type.
    pub(crate) error: Option<String>,
    /// The limit that ended the run.
    pub(crate) limit: Option<String>,
    /// Whether what the run depended on was kept: `no`, `yes`, or `too large`.
    pub(crate) kept: String,
}

/// Which runs are meant: those that match all that is set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) status: Option<String>,
    pub(crate) door: Option<String>,
    pub(crate) who: Option<String>,
    pub(crate) session: Option<String>,
    /// A module or call that policy refused to them.
    pub(crate) refused: Option<String>,
    /// Not before, in microseconds since 1970.
    pub(crate) since: Option<i64>,
    /// Only rows with a smaller number.
    pub(crate) before: Option<u64>,
}

impl Filter {
    /// What `status` can be.
    pub(crate) const STATUSES: [&str; 10] =
        ["ok", "error", "exit", "denied", "fuel", "timeout", "memory", "output", "cancelled", "crashed"];

    /// What `door` can be.
    pub(crate) const DOORS: [&str; 3] = ["run", "mcp", "http"];
}

/// What a filter says, in SQL.
pub(super) const WHERE: &str = "WHERE (:status IS NULL OR status = :status) AND (:door IS NULL OR door = :door) \
     AND (:who IS NULL OR who = :who) AND (:session IS NULL OR session = :session) \
     AND (:since IS NULL OR time_us >= :since) AND (:before IS NULL OR no < :before) \
     AND (:refused IS NULL OR EXISTS (SELECT 1 FROM json_each(denials) WHERE value = :refused))";

/// Gives a statement with [`WHERE`] in it the filter's values.
macro_rules! matching {
    ($filter:expr) => {
        named_params! {
            ":status": $filter.status,
            ":door": $filter.door,
            ":who": $filter.who,
            ":session": $filter.session,
            ":since": $filter.since,
            ":before": $filter.before.map(|no| i64::try_from(no).unwrap_or(i64::MAX)),
            ":refused": $filter.refused,
        }
    };
}
pub(super) use matching;

const COLUMNS: &str = "no, id, time_us, door, who, session, isolation, code_sha256, policy_sha256, status, fuel, wall_us, \
     memory_peak_bytes, output_bytes, denials, error, limit_kind, kept";

impl History {
    /// Opens the file.
    pub(crate) fn open(path: &Path) -> Result<History, String> {
        Ok(History { path: path.to_owned(), connection: store::open_to_read(path)? })
    }

    /// The newest runs that are meant, the newest first, at most so many.
    pub(crate) fn list(&self, filter: &Filter, most: usize) -> Result<Vec<Row>, String> {
        let text = format!("SELECT {COLUMNS} FROM runs {WHERE} ORDER BY no DESC LIMIT {most}");
        let read = || -> rusqlite::Result<Vec<Row>> {
            self.connection.prepare(&text)?.query_map(matching!(filter), row)?.collect()
        };
        read().map_err(|error| fault::told(&self.path, &error))
    }

    /// The run of a number, or else the newest of an id.
    pub(crate) fn find(&self, name: &str) -> Result<Option<Row>, String> {
        let no = name.parse::<i64>().ok();
        let text =
            format!("SELECT {COLUMNS} FROM runs WHERE no = ?1 OR id = ?2 ORDER BY no = ?1 DESC, no DESC LIMIT 1");
        let found = self.connection.query_row(&text, (no, name), row).optional();
        found.map_err(|error| fault::told(&self.path, &error))
    }

    /// A run and those before it in sessions of its session's name and owner, the newest first.
    pub(crate) fn session_up_to(&self, last: &Row) -> Result<Vec<Row>, String> {
        let text = format!(
            "SELECT {COLUMNS} FROM runs WHERE session = ?1 AND door = ?2 AND who = ?3 AND no <= ?4 ORDER BY no DESC"
        );
        let no = i64::try_from(last.no).unwrap_or(i64::MAX);
        let read = || -> rusqlite::Result<Vec<Row>> {
            self.connection.prepare(&text)?.query_map((&last.session, &last.door, &last.who, no), row)?.collect()
        };
        read().map_err(|error| fault::told(&self.path, &error))
    }

    /// What a run depended on and gave, as it was kept.
    pub(crate) fn record(&self, no: u64) -> Result<Option<Vec<u8>>, String> {
        let no = i64::try_from(no).unwrap_or(i64::MAX);
        let found =
            self.connection.query_row("SELECT record FROM runs WHERE no = ?1", [no], |row| row.get(0)).optional();
        found.map(Option::flatten).map_err(|error| fault::told(&self.path, &error))
    }

    /// Figures of the runs that are meant.
    pub(crate) fn stats(&self, filter: &Filter) -> Result<Stats, String> {
        stats::of(&self.connection, filter).map_err(|error| fault::told(&self.path, &error))
    }
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let number = |name: &str| row.get::<_, i64>(name).map(i64::unsigned_abs);
    let time = jiff::Timestamp::from_microsecond(row.get("time_us")?).unwrap_or_default();
    let denials: String = row.get("denials")?;
    Ok(Row {
        no: number("no")?,
        id: row.get("id")?,
        time: time.to_string(),
        door: row.get("door")?,
        who: row.get("who")?,
        session: row.get("session")?,
        isolation: row.get("isolation")?,
        code_sha256: row.get("code_sha256")?,
        policy_sha256: row.get("policy_sha256")?,
        status: row.get("status")?,
        usage: Usage {
            fuel: number("fuel")?,
            wall_us: number("wall_us")?,
            memory_peak_bytes: number("memory_peak_bytes")?,
            output_bytes: number("output_bytes")?,
        },
        denials: serde_json::from_str(&denials).unwrap_or_default(),
        error: row.get("error")?,
        limit: row.get("limit_kind")?,
        kept: row.get("kept")?,
    })
}
