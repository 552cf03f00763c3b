//! All that a run depends on.

use std::sync::Arc;

use crate::captured::Captured;
use crate::file::Given;
use crate::limits::Limits;
use crate::outcome::{Isolation, Outcome, Status, Truncated, Usage};
use crate::policy::Policy;
use crate::tool::Tools;
use crate::value::Value;

/// A run as both isolations take it.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) file: String,
    pub(crate) inputs: Vec<(String, Value)>,
    pub(crate) files: Vec<Given>,
    pub(crate) limits: Limits,
    pub(crate) policy: Arc<Policy>,
    pub(crate) warnings: Vec<String>,
    /// Whether what the run leaves in its interpreter is for the next one.
    pub(crate) session: bool,
    pub(crate) tools: Arc<Tools>,
}

impl Job {
    /// A program alone: in the default limits, with the default policy.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn of(source: &str) -> Job {
        Job {
            id: String::new(),
            source: source.to_owned(),
            file: String::from("main.py"),
            inputs: Vec::new(),
            files: Vec::new(),
            limits: Limits::default(),
            policy: Arc::default(),
            warnings: Vec::new(),
            session: false,
            tools: Arc::default(),
        }
    }

    /// An outcome with what the run wrote; the rest says that nothing came of it.
    pub(crate) fn outcome(&self, [out, err]: [Captured; 2], isolation: Isolation) -> Outcome {
        let output_bytes = (out.text.len() + err.text.len()) as u64;
        Outcome {
            id: self.id.clone(),
            status: Status::Ok,
            value: Value::None,
            repr: String::new(),
            stdout: out.text,
            stderr: err.text,
            error: None,
            limit: None,
            denials: Vec::new(),
            warnings: self.warnings.clone(),
            files: Vec::new(),
            tool_calls: self.tools.take_record(),
            truncated: Truncated { stdout: out.truncated, stderr: err.truncated, value: false },
            usage: Usage { output_bytes, ..Usage::default() },
            isolation,
        }
    }

    /// The outcome of a run that was cancelled before it began.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn cancelled(&self, isolation: Isolation) -> Outcome {
        Outcome { status: Status::Cancelled, ..self.outcome(Default::default(), isolation) }
    }
}
