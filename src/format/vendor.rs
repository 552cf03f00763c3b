//! The shapes that two model vendors' own code tools answer in.

use serde_json::{Value, json};

use super::{complaints, exit_status, shown};
use crate::outcome::Outcome;

/// The outcome as OpenAI's `code_interpreter_call` item: what the code wrote, as its logs.
///
/// `status` is `completed` where the code ran to its end and `failed` otherwise. Files are not among the outputs.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let item = taipan::format::openai(&engine.run("2 + 2")?, "2 + 2");
/// assert_eq!(item["outputs"], serde_json::json!([{"type": "logs", "logs": "4\n"}]));
/// assert_eq!(item["status"], "completed");
/// # Ok(()) }
/// ```
#[must_use]
pub fn openai(outcome: &Outcome, source: &str) -> Value {
    let mut logs = shown(outcome);
    let complaints = complaints(outcome);
    if !complaints.is_empty() {
        super::end_line(&mut logs);
        logs += &complaints;
    }
    let outputs = if logs.is_empty() { json!([]) } else { json!([{"type": "logs", "logs": logs}]) };
    json!({
        "id": outcome.id,
        "type": "code_interpreter_call",
        "status": if exit_status(outcome) == 0 { "completed" } else { "failed" },
        "code": source,
        "container_id": "taipan",
        "outputs": outputs,
    })
}

/// The outcome as Anthropic's `code_execution_tool_result` block.
///
/// `return_code` is [`exit_status`]. A run that a limit ended is a result too, not a tool error, so what
/// it wrote until then is kept; standard error says which limit.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let block = taipan::format::anthropic(&engine.run("print('hi')\n2 + 2")?);
/// assert_eq!(block["content"]["stdout"], "hi\n4\n");
/// assert_eq!(block["content"]["return_code"], 0);
/// # Ok(()) }
/// ```
#[must_use]
pub fn anthropic(outcome: &Outcome) -> Value {
    json!({
        "type": "code_execution_tool_result",
        "tool_use_id": outcome.id,
        "content": {
            "type": "code_execution_result",
            "stdout": shown(outcome),
            "stderr": complaints(outcome),
            "return_code": exit_status(outcome),
            "content": [],
        },
    })
}
