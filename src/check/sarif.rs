//! Findings as SARIF 2.1.0, which code hosts and editors read.

use serde_json::{Value, json};

use super::finding::{Code, Finding};

/// One log with one run: every code as a rule, every finding as a result in the file of that name.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let log = taipan::check::sarif("main.py", &engine.check("1 +", &[])?);
/// assert_eq!(log["runs"][0]["results"][0]["ruleId"], "syntax");
/// # Ok(()) }
/// ```
#[must_use]
pub fn sarif(file: &str, findings: &[Finding]) -> Value {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| json!({"id": code.name()})).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(file, finding)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "taipan", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(file: &str, finding: &Finding) -> Value {
    json!({
        "ruleId": finding.code.name(),
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri(file)},
                "region": {"startLine": finding.line, "startColumn": finding.column},
            },
        }],
    })
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
