//! Refuses a run for what the check found in it.

use super::finding::{Code, Finding};
use crate::error::Error;
use crate::job::Job;
use crate::outcome::{Denial, Isolation, MAX_DENIALS, Outcome, Raised, Status};

/// The outcome of a run that has findings of the codes; nothing of it ran.
pub(crate) fn refused(job: &Job, codes: &[Code], isolation: Isolation) -> Result<Option<Outcome>, Error> {
    if codes.is_empty() {
        return Ok(None);
    }
    // The host's functions come under this name.
    let names: Vec<&str> = job.inputs.iter().map(|(name, _)| name.as_str()).chain(["tools"]).collect();
    let mut findings = super::check(&job.source, &job.policy, &job.limits, &names)?;
    // In a session, an earlier run may have bound the name.
    let tells = |code: Code| codes.contains(&code) && !(job.session && code == Code::NameUnresolved);
    findings.retain(|finding| tells(finding.code));
    let Some(first) = findings.first() else { return Ok(None) };
    let message = format!("this run's policy refuses {}: {}", first.code, first.message);
    let error = Raised {
        kind: String::from("PermissionError"),
        traceback: format!("  File \"{}\", line {}\nPermissionError: {message}\n", job.file, first.line),
        message,
        line: Some(first.line),
        column: Some(first.column),
        hint: None,
        exit_code: None,
        frames: None,
    };
    Ok(Some(Outcome {
        status: Status::Denied,
        error: Some(error),
        denials: findings.iter().take(MAX_DENIALS).map(denial).collect(),
        ..job.outcome(Default::default(), isolation)
    }))
}

fn denial(finding: &Finding) -> Denial {
    Denial {
        kind: String::from("finding"),
        name: finding.code.to_string(),
        line: Some(finding.line),
        reason: finding.message.clone(),
    }
}
