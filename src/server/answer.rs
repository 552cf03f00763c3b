//! What a door hands out of a run: its outcome, with links in the place of what its files hold.

use serde_json::{Value, json};

use crate::outcome::Outcome;

/// The outcome of a run whose files were put aside.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) outcome: Outcome,
    /// The id of each file; none where there was no room to keep it.
    pub(crate) ids: Vec<Option<String>>,
}

impl Answer {
    /// The outcome as JSON; each file has a `uri`, its id after `base`.
    pub(crate) fn to_value(&self, base: &str) -> Value {
        // An outcome has no value that can't be JSON.
        let mut value = serde_json::to_value(&self.outcome).unwrap_or_default();
        for (at, id) in self.ids.iter().enumerate() {
            value["files"][at]["uri"] = id.as_ref().map_or(Value::Null, |id| json!(format!("{base}{id}")));
        }
        value
    }

    /// The same as text.
    pub(crate) fn to_json(&self, base: &str) -> String {
        if self.ids.is_empty() {
            return serde_json::to_string(&self.outcome).unwrap_or_default();
        }
        self.to_value(base).to_string()
    }
}
