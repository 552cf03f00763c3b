//! The Test Anything Protocol.

use std::io::{self, Write};

use super::{difference, headline, is_failure};
use crate::snap::report::{Report, Verdict};

/// Writes version 14, with what went wrong as YAML.
pub(super) fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "TAP version 14\n1..{}", report.total())?;
    for (at, case) in report.cases.iter().enumerate() {
        let ok = if is_failure(case) || case.verdict == Verdict::ExpectedFailure { "not ok" } else { "ok" };
        let name = case.id.replace('\\', "\\\\").replace('#', "\\#").replace('\n', " ");
        write!(to, "{ok} {} - {name}", at + 1)?;
        let reason = case.reason.as_deref().unwrap_or_default().replace('\n', " ");
        match case.verdict {
            Verdict::Skipped => writeln!(to, " # SKIP {reason}")?,
            Verdict::ExpectedFailure => writeln!(to, " # TODO {reason}")?,
            _ => writeln!(to)?,
        }
        if !is_failure(case) {
            continue;
        }
        let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
        writeln!(to, "  ---\n  message: {}", quoted(&headline(case)))?;
        writeln!(to, "  at: {}", quoted(&format!("{}:{}", case.file, case.line)))?;
        let difference = difference(case);
        if !difference.is_empty() {
            writeln!(to, "  diff: |")?;
            for line in difference.lines() {
                let visible: String = line
                    .chars()
                    .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
                    .collect();
                writeln!(to, "    {visible}")?;
            }
        }
        writeln!(to, "  ...")?;
    }
    Ok(())
}
