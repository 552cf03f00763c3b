//! GitHub's workflow commands.

use std::io::{self, Write};

use super::{difference, is_failure};
use crate::snap::report::{Report, Verdict};

/// The most bytes of one message.
const MOST: usize = 4000;

/// Writes a command for each failure, and one with the numbers.
pub(super) fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    for case in report.cases.iter().filter(|case| is_failure(case)) {
        let mut message = case.reason.clone().unwrap_or_default();
        let difference = difference(case);
        if !message.is_empty() && !difference.is_empty() {
            message.push('\n');
        }
        message.push_str(&difference);
        message.truncate(message.floor_char_boundary(MOST));
        if message.is_empty() {
            case.verdict.word().clone_into(&mut message);
        }
        let level = if case.verdict == Verdict::New { "warning" } else { "error" };
        let title = format!("{} {}", case.id, case.verdict.word());
        let (file, line) = (property(&case.file), case.line.max(1));
        writeln!(to, "::{level} file={file},line={line},title={}::{}", property(&title), data(&message))?;
    }
    writeln!(to, "::notice::{}", data(&report.summary()))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
