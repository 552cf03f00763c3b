//! What the history is told of a run.

use rusqlite::{Transaction, named_params};

use super::hash;
use crate::outcome::Outcome;
use crate::policy::Policy;

/// The longest name of an exception or a module that is kept, in characters: both are whatever guest code says.
const NAME: usize = 200;

/// About how many bytes a row has beside its lists and its record.
const ROW: usize = 512;

/// A run, before it has a row.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// `run`, `mcp` or `http`.
    pub(crate) door: &'a str,
    /// The token's name where one was needed, else empty.
    pub(crate) who: &'a str,
    pub(crate) session: Option<&'a str>,
    pub(crate) code: &'a str,
    pub(crate) policy: &'a Policy,
    pub(crate) outcome: &'a Outcome,
    /// All that the run depended on, where that is asked for.
    pub(crate) record: Option<Vec<u8>>,
}

/// The row of a run, before it has a number.
#[derive(Debug)]
pub(super) struct Line {
    id: String,
    time_us: i64,
    door: String,
    who: String,
    session: Option<String>,
    isolation: String,
    code: String,
    policy: String,
    status: String,
    /// Fuel, wall clock, memory and output.
    usage: [i64; 4],
    denials: String,
    error: Option<String>,
    limit: Option<String>,
    kept: &'static str,
    record: Option<Vec<u8>>,
}

impl Entry<'_> {
    /// Its row; a record of more than `most` bytes is left out.
    pub(super) fn line(self, most: usize) -> Line {
        let (outcome, usage) = (self.outcome, self.outcome.usage);
        let mut names: Vec<String> = Vec::new();
        for denial in &outcome.denials {
            let name = cut(&denial.name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        // Texts and a policy have no value that can't be JSON.
        let denials = serde_json::to_string(&names).unwrap_or_default();
        let policy = serde_json::to_vec(self.policy).unwrap_or_default();
        let limit = outcome.limit.and_then(|limit| serde_json::to_value(limit.kind).ok());
        let (kept, record) = match self.record {
            None => ("no", None),
            Some(record) if record.len() <= most => ("yes", Some(record)),
            Some(_) => ("too large", None),
        };
        let numbers = [usage.fuel, usage.wall_us, usage.memory_peak_bytes, usage.output_bytes];
        Line {
            id: outcome.id.clone(),
            time_us: jiff::Timestamp::now().as_microsecond(),
            door: self.door.to_owned(),
            who: self.who.to_owned(),
            session: self.session.map(String::from),
            isolation: outcome.isolation.to_string(),
            code: hash(self.code.as_bytes()),
            policy: hash(&policy),
            status: outcome.status.to_string(),
            usage: numbers.map(|number| i64::try_from(number).unwrap_or(i64::MAX)),
            denials,
            error: outcome.error.as_ref().map(|error| cut(&error.kind)),
            limit: limit.as_ref().and_then(|kind| kind.as_str()).map(String::from),
            kept,
            record,
        }
    }
}

impl Line {
    /// Puts it into the table.
    pub(super) fn insert(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let [fuel, wall, memory, output] = self.usage;
        let mut statement = transaction.prepare_cached(
            "INSERT INTO runs (id, time_us, door, who, session, isolation, code_sha256, policy_sha256, status, fuel, wall_us, \
             memory_peak_bytes, output_bytes, denials, error, limit_kind, kept, record) VALUES (:id, :time, :door, :who, \
             :session, :isolation, :code, :policy, :status, :fuel, :wall, :memory, :output, :denials, :error, :limit, :kept, \
             :record)",
        )?;
        statement.execute(named_params! {
            ":id": self.id,
            ":time": self.time_us,
            ":door": self.door,
            ":who": self.who,
            ":session": self.session,
            ":isolation": self.isolation,
            ":code": self.code,
            ":policy": self.policy,
            ":status": self.status,
            ":fuel": fuel,
            ":wall": wall,
            ":memory": memory,
            ":output": output,
            ":denials": self.denials,
            ":error": self.error,
            ":limit": self.limit,
            ":kept": self.kept,
            ":record": self.record,
        })?;
        Ok(())
    }

    /// About how many bytes the row has.
    pub(super) fn size(&self) -> u64 {
        (ROW + self.denials.len() + self.record.as_ref().map_or(0, Vec::len)) as u64
    }
}

fn cut(name: &str) -> String {
    name.chars().take(NAME).collect()
}
