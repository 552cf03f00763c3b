//! `taipan check`.

use std::io::{self, Write};

use super::args::CheckArgs;
use super::bounds;
use super::program::Program;
use crate::check::{Finding, Severity, check as find, sarif};
use crate::config::InForce;

/// Prints the findings and gives the exit status; the error is the host's.
pub(crate) fn check(args: &CheckArgs) -> Result<u8, String> {
    let InForce { limits, policy, .. } = bounds::config(&args.bounds)?.in_force()?;
    let program = Program::read(&args.program, limits.source)?;
    let inputs: Vec<&str> = args.inputs.iter().map(String::as_str).collect();
    let findings = find(&program.text, &policy, &limits, &inputs).map_err(|error| error.to_string())?;
    let json = |text: serde_json::Result<String>| text.map(|text| text + "\n").map_err(|error| error.to_string());
    let text = if args.json {
        json(serde_json::to_string(&findings))?
    } else if args.sarif {
        json(serde_json::to_string(&sarif(&program.name, &findings)))?
    } else {
        findings.iter().map(|finding| format!("{}:{finding}\n", program.name)).collect()
    };
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(status(&findings)),
    }
}

fn status(findings: &[Finding]) -> u8 {
    u8::from(findings.iter().any(|finding| finding.severity == Severity::Error))
}
