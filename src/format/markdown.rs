//! The rendering for a document: a block to stand after the code's.

use super::{listed, told};
use crate::outcome::Outcome;

/// What a result's fence says after its backticks: its language, and that taipan wrote it.
pub(crate) const INFO: &str = "text taipan";

/// The outcome as a fenced block of Markdown, empty where there is nothing to show: what the code wrote, its value, what went
/// wrong, and a line for each file that it made. The fence is longer than any in the text, so nothing that the code prints ends
/// the block.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let outcome = engine.run("print('hi')\n2 + 2")?;
/// assert_eq!(taipan::format::markdown(&outcome), "```text taipan\nhi\n4\n```\n");
///
/// let outcome = engine.run("open('a.csv', 'w').write('1,2')")?;
/// assert_eq!(taipan::format::markdown(&outcome), "```text taipan\n3\nfile: a.csv, 3 bytes, text/csv\n```\n");
/// # Ok(()) }
/// ```
#[must_use]
pub fn markdown(outcome: &Outcome) -> String {
    fenced(listed(outcome))
}

/// The result of a cell of a document: without its files, which stay where the next cell finds them.
#[cfg(feature = "cli")]
pub(crate) fn cell(outcome: &Outcome) -> String {
    fenced(told(outcome))
}

fn fenced(mut text: String) -> String {
    if text.is_empty() {
        return text;
    }
    super::end_line(&mut text);
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    format!("{fence}{INFO}\n{text}{fence}\n")
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}
