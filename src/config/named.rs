//! Policies by name: what each takes away from what the process allows.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::check::Code;
use crate::limits::Limits;
use crate::policy::{Clock, Policy, Seed};

/// A policy by name. It can only tighten: a bound above the process's has no effect.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Named {
    pub(crate) limits: BTreeMap<&'static str, super::Value>,
    /// What may be allowed of what the process allows; `None` for all of it.
    pub(crate) allow: Option<Vec<String>>,
    pub(crate) deny: Vec<String>,
    pub(crate) clock: Option<Clock>,
    pub(crate) seed: Option<Seed>,
    /// Findings of the check that refuse a run.
    pub(crate) refuse: Vec<Code>,
}

impl Named {
    /// The limits in force under this policy.
    pub(crate) fn limits(&self, base: &Limits) -> Limits {
        let mut limits = base.clone();
        for (name, value) in &self.limits {
            let number = match value {
                super::Value::Count(number) | super::Value::Size(number) => *number,
                _ => u64::MAX,
            };
            let small = u32::try_from(number).unwrap_or(u32::MAX);
            match (*name, value) {
                ("limits.timeout", super::Value::Span(span)) => limits.deadline = limits.deadline.min(*span),
                ("limits.fuel", _) => limits.fuel = limits.fuel.min(number),
                ("limits.memory", _) => limits.memory = limits.memory.min(number),
                ("limits.output", _) => limits.output = limits.output.min(number),
                ("limits.recursion", _) => limits.recursion = limits.recursion.min(small),
                ("limits.source", _) => limits.source = limits.source.min(number),
                ("limits.value_bytes", _) => limits.value_bytes = limits.value_bytes.min(number),
                ("limits.value_depth", _) => limits.value_depth = limits.value_depth.min(small),
                _ => {}
            }
        }
        // What is counted within memory can't be more than it.
        for bytes in [&mut limits.output, &mut limits.source, &mut limits.value_bytes] {
            *bytes = (*bytes).min(limits.memory);
        }
        limits
    }

    /// What runs may do under this policy.
    pub(crate) fn policy(&self, base: &Policy) -> Policy {
        let mut policy = base.clone();
        if let Some(allow) = &self.allow {
            policy.allow.retain(|name| allow.contains(name));
        }
        // Of what is denied here, nothing stays allowed.
        policy.allow.retain(|name| !self.deny.contains(name));
        policy.deny.extend(self.deny.iter().filter(|name| !base.deny.contains(name)).cloned());
        policy.clock = self.clock.unwrap_or(policy.clock);
        policy.seed = self.seed.unwrap_or(policy.seed);
        policy
    }
}

/// The policies that every process has.
pub(super) fn built_in() -> BTreeMap<String, Named> {
    use super::Value::{Count, Size, Span};

    let strict = Named {
        limits: BTreeMap::from([
            ("limits.timeout", Span(Duration::from_secs(2))),
            ("limits.fuel", Count(5_000_000)),
            ("limits.memory", Size(64 << 20)),
            ("limits.output", Size(64 << 10)),
            ("limits.value_bytes", Size(64 << 10)),
        ]),
        allow: Some(Vec::new()),
        clock: Some(Clock::FIXED),
        seed: Some(Seed::Number(0)),
        refuse: vec![Code::DunderWalk, Code::DynamicCode],
        ..Named::default()
    };
    let notebook = Named {
        limits: BTreeMap::from([("limits.output", Size(256 << 10)), ("limits.value_bytes", Size(256 << 10))]),
        ..Named::default()
    };
    BTreeMap::from([
        (String::from("strict"), strict),
        (String::from("standard"), Named::default()),
        (String::from("notebook"), notebook),
    ])
}
