//! The row of a `taipan run`, where the configuration asks for one.

use crate::cli::talk;
use crate::config::Config;
use crate::history::{Entry, Keeper};
use crate::record::Record;
use crate::{Outcome, Policy};

/// What this process writes to the history.
#[derive(Debug)]
pub(crate) struct Past {
    keeper: Option<Keeper>,
    warnings: Vec<String>,
}

impl Past {
    /// The history of a configuration, if single runs are to be in it.
    pub(crate) fn of(config: &Config) -> Past {
        let started = if config.is_set("history.run") { Keeper::start(config) } else { None };
        let (keeper, warning) = started.map_or((None, None), |(keeper, warning)| (Some(keeper), warning));
        Past { keeper, warnings: warning.into_iter().collect() }
    }

    /// Whether it wants what the run depended on.
    pub(crate) fn keeps(&self) -> bool {
        self.keeper.as_ref().is_some_and(Keeper::keeps)
    }

    /// Writes the row.
    pub(crate) fn add(&mut self, code: &str, policy: &Policy, outcome: &Outcome, record: Option<&Record>) {
        let Some(keeper) = &self.keeper else { return };
        let record = record.filter(|_| keeper.keeps()).and_then(|record| serde_json::to_vec(record).ok());
        let entry = Entry { door: "run", who: "", session: None, code, policy, outcome, record };
        self.warnings.extend(keeper.add(entry));
    }

    /// Tells what went wrong, behind what the program said.
    pub(crate) fn tell(&self) {
        self.warnings.iter().for_each(|warning| talk::note(warning));
    }
}
