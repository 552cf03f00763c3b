//! What the audit log says of a run.

use serde::Serialize;

use super::hash;
use crate::limits::Limits;
use crate::outcome::{Isolation, Outcome, Status, Usage};
use crate::policy::Policy;

/// A run's line, without its place in the chain.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    time: String,
    /// The door, and the token's name where one was needed.
    who: String,
    id: String,
    code_sha256: String,
    policy_sha256: String,
    limits: Limits,
    isolation: Isolation,
    status: Status,
    usage: Usage,
    denials: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

impl Entry {
    /// Describes a run; `keep` says whether its code is kept beside its hash.
    pub(crate) fn of(outcome: &Outcome, who: &str, code: &str, limits: &Limits, policy: &Policy, keep: bool) -> Entry {
        // A policy has no value that can't be JSON.
        let policy = serde_json::to_vec(policy).unwrap_or_default();
        Entry {
            time: jiff::Timestamp::now().to_string(),
            who: who.to_owned(),
            id: outcome.id.clone(),
            code_sha256: hash(code.as_bytes()),
            policy_sha256: hash(&policy),
            limits: limits.clone(),
            isolation: outcome.isolation,
            status: outcome.status,
            usage: outcome.usage,
            denials: outcome.denials.iter().map(|denial| denial.name.clone()).collect(),
            code: keep.then(|| code.to_owned()),
        }
    }
}
