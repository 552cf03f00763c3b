//! All that a run depends on.

use std::sync::Arc;

use crate::limits::Limits;
use crate::policy::Policy;
use crate::value::Value;

/// A run as both isolations take it.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) file: String,
    pub(crate) inputs: Vec<(String, Value)>,
    pub(crate) limits: Limits,
    pub(crate) policy: Arc<Policy>,
    pub(crate) warnings: Vec<String>,
}
