//! A run as a file: all that it depended on, and what it gave.

use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::check::Code;
use crate::file::File;
use crate::files::{plain, read_bounded};
use crate::snap::{has_fuel, is_exact, put};
use crate::{Clock, Engine, Isolation, Limits, Outcome, Policy, Run, Seed, Session, Value};

/// What the first field of a record says: the version of its form.
const FORM: u32 = 1;

/// The largest record that is read, in bytes.
const MOST: u64 = 1 << 30;

/// A run that can be repeated.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    pub(crate) taipan_record: u32,
    /// The taipan that ran it.
    pub(crate) taipan: String,
    /// The guest that ran it, behind the wall.
    pub(crate) guest: Option<String>,
    pub(crate) isolation: Isolation,
    /// How tracebacks name the source.
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) inputs: Vec<(String, Value)>,
    /// What the program found in its folder.
    pub(crate) files: Vec<File>,
    pub(crate) limits: Limits,
    pub(crate) policy: Policy,
    pub(crate) refuse: Vec<Code>,
    pub(crate) outcome: Outcome,
}

/// What a run is given.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) inputs: Vec<(String, Value)>,
    pub(crate) files: Vec<File>,
    pub(crate) limits: Limits,
    pub(crate) policy: Policy,
    pub(crate) refuse: Vec<Code>,
}

impl Record {
    /// What a run depended on, and what it gave.
    pub(crate) fn new(isolation: Isolation, given: Given, outcome: Outcome) -> Record {
        let Given { name, source, inputs, files, limits, policy, refuse } = given;
        Record {
            taipan_record: FORM,
            taipan: env!("CARGO_PKG_VERSION").to_owned(),
            guest: guest(isolation),
            isolation,
            name,
            source,
            inputs,
            files,
            limits,
            policy,
            refuse,
            outcome,
        }
    }

    /// The run that it tells of, on an engine.
    pub(crate) fn prepare<'e>(&self, engine: &'e Engine) -> Run<'e> {
        self.described(engine.prepare(self.source.as_str()))
    }

    /// The run that it tells of, in a session.
    pub(crate) fn prepare_in<'e>(&self, session: &'e Session) -> Run<'e> {
        self.described(session.prepare(self.source.as_str())).limits(&self.limits)
    }

    fn described<'e>(&self, run: Run<'e>) -> Run<'e> {
        let run = run.file_name(self.name.as_str()).refuse(&self.refuse).id(self.outcome.id.as_str());
        let run = self.inputs.iter().fold(run, |run, (name, value)| run.input(name.as_str(), value.clone()));
        let given = self.files.iter().filter_map(|file| Some((file.path.as_str(), file.content.clone()?)));
        let run = given.fold(run, |run, (path, content)| run.file(path, content));
        if self.outcome.tool_calls.is_empty() { run } else { run.replay_tools(self.outcome.tool_calls.clone()) }
    }

    /// Whether fuel on this build and isolation is that of the record.
    pub(crate) fn counts_as(&self, isolation: Isolation) -> bool {
        self.isolation == isolation && self.guest == guest(isolation) && self.taipan == env!("CARGO_PKG_VERSION")
    }

    /// Writes it whole or not at all.
    pub(crate) fn write(&self, path: &Path) -> Result<(), String> {
        let fail = |error: io::Error| format!("--record {}: {}", path.display(), plain(&error));
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| fail(error.into()))?;
        text.push(b'\n');
        put(path, &text).map_err(fail)
    }

    /// Reads what [`write`](Record::write) wrote.
    pub(crate) fn read(path: &Path) -> Result<Record, String> {
        let wrong = |why: String| {
            format!("{} is no record of a run: {why}; `taipan run --record FILE` writes one", path.display())
        };
        let bytes = read_bounded(path, MOST)?;
        if bytes.len() as u64 > MOST {
            return Err(wrong(String::from("it has more than 1 GiB")));
        }
        Record::parse(&bytes).map_err(wrong)
    }

    /// Reads a record's text; the error says what is wrong with it.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Record, String> {
        if bytes.is_empty() {
            return Err(String::from("it is empty"));
        }
        let form: Form = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if form.taipan_record != FORM {
            let other = form.taipan_record;
            return Err(format!("its form is {other}, and this taipan ({}) knows {FORM}", env!("CARGO_PKG_VERSION")));
        }
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }
}

/// What every version's record says.
#[derive(Deserialize)]
struct Form {
    taipan_record: u32,
}

/// A policy whose clock and seed another run can have too: the system's time as it is now, and a number drawn now.
pub(crate) fn settled(mut policy: Policy) -> Result<Policy, String> {
    if policy.clock == Clock::System {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        policy.clock = Clock::Fixed { unix_micros: i64::try_from(now.as_micros()).unwrap_or(i64::MAX) };
    }
    seeded(policy)
}

/// A policy whose seed another run can have too: a number drawn now.
pub(crate) fn seeded(mut policy: Policy) -> Result<Policy, String> {
    if policy.seed == Seed::System {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes).map_err(|error| format!("the system gives no random number: {error}"))?;
        policy.seed = Seed::Number(u32::from_le_bytes(bytes).into());
    }
    Ok(policy)
}

/// What names the guest that runs programs in an isolation.
pub(crate) fn guest(isolation: Isolation) -> Option<String> {
    match isolation {
        #[cfg(feature = "wasm")]
        Isolation::Wasm => crate::wasm::guest_hash().map(str::to_owned),
        _ => None,
    }
}

/// An outcome without what a clock or the machine decides, as lines; its fuel where that counts.
pub(crate) fn lines(outcome: &Outcome, with_fuel: bool) -> String {
    let mut json = serde_json::to_value(outcome).unwrap_or_default();
    json["usage"] = json!({"output_bytes": outcome.usage.output_bytes});
    if with_fuel && has_fuel(outcome.status) {
        json["usage"]["fuel"] = outcome.usage.fuel.into();
    }
    if let Some(limit) = &outcome.limit {
        json["limit"]["used"] = if is_exact(limit.kind) { limit.used.into() } else { Json::Null };
    }
    for measured in ["isolation", "warnings"] {
        json[measured] = Json::Null;
    }
    if let Some(calls) = json.get_mut("tool_calls").and_then(Json::as_array_mut) {
        calls.iter_mut().for_each(|call| call["wall_us"] = Json::Null);
    }
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}
