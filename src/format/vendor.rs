//! The shapes that two model vendors' own code tools answer in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::{complaints, exit_status, listed, shown};
use crate::file::File;
use crate::outcome::Outcome;

/// The outcome as OpenAI's `code_interpreter_call` item: what the code wrote, as its logs, and the images that it made.
///
/// `status` is `completed` where the code ran to its end and `failed` otherwise. An output of that item is a log or an image,
/// so an image whose content the outcome has is one, as a `data:` address, and each file has a line at the end of the logs.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use serde_json::json;
///
/// let engine = taipan::Engine::builder().build()?;
/// let item = taipan::format::openai(&engine.run("2 + 2")?, "2 + 2");
/// assert_eq!(item["outputs"], json!([{"type": "logs", "logs": "4\n"}]));
/// assert_eq!(item["status"], "completed");
///
/// let source = "with open('dot.gif', 'wb') as file: file.write(b'GIF89a')";
/// let item = taipan::format::openai(&engine.run(source)?, source);
/// let logs = json!({"type": "logs", "logs": "file: dot.gif, 6 bytes, image/gif\n"});
/// assert_eq!(item["outputs"], json!([logs, {"type": "image", "url": "data:image/gif;base64,R0lGODlh"}]));
/// # Ok(()) }
/// ```
#[must_use]
pub fn openai(outcome: &Outcome, source: &str) -> Value {
    let logs = listed(outcome);
    let logs = (!logs.is_empty()).then(|| json!({"type": "logs", "logs": logs}));
    let images = outcome.files.iter().filter_map(image).map(|url| json!({"type": "image", "url": url}));
    json!({
        "id": outcome.id,
        "type": "code_interpreter_call",
        "status": if exit_status(outcome) == 0 { "completed" } else { "failed" },
        "code": source,
        "container_id": "taipan",
        "outputs": logs.into_iter().chain(images).collect::<Vec<Value>>(),
    })
}

/// The address of a file that is an image, with all that it holds.
fn image(file: &File) -> Option<String> {
    let content = file.content.as_ref().filter(|_| file.media_type.starts_with("image/"))?;
    Some(format!("data:{};base64,{}", file.media_type, BASE64.encode(content)))
}

/// The outcome as Anthropic's `code_execution_tool_result` block.
///
/// `return_code` is [`exit_status`]. A run that a limit ended is a result too, not a tool error, so what
/// it wrote until then is kept; standard error says which limit. Each file that the code made is a `code_execution_output`,
/// whose `file_id` is its path in `/sandbox`.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use serde_json::json;
///
/// let engine = taipan::Engine::builder().build()?;
/// let block = taipan::format::anthropic(&engine.run("print('hi')\n2 + 2")?);
/// assert_eq!(block["content"]["stdout"], "hi\n4\n");
/// assert_eq!(block["content"]["return_code"], 0);
///
/// let block = taipan::format::anthropic(&engine.run("open('a.csv', 'w').write('1,2')")?);
/// assert_eq!(block["content"]["content"], json!([{"type": "code_execution_output", "file_id": "a.csv"}]));
/// # Ok(()) }
/// ```
#[must_use]
pub fn anthropic(outcome: &Outcome) -> Value {
    anthropic_with(outcome, outcome.files.iter().map(|file| file.path.as_str()))
}

/// The same, with these ids for the files that there are ids for.
pub(crate) fn anthropic_with<'a>(outcome: &Outcome, ids: impl Iterator<Item = &'a str>) -> Value {
    let files = ids.map(|id| json!({"type": "code_execution_output", "file_id": id}));
    json!({
        "type": "code_execution_tool_result",
        "tool_use_id": outcome.id,
        "content": {
            "type": "code_execution_result",
            "stdout": shown(outcome),
            "stderr": complaints(outcome),
            "return_code": exit_status(outcome),
            "content": files.collect::<Vec<Value>>(),
        },
    })
}
