//! JSON lines.

use std::io::{self, Write};

use serde::Serialize;

use crate::snap::report::{Report, Verdict};

/// One case, its fields in this order.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    file: &'a str,
    line: u32,
    verdict: Verdict,
    reason: Option<&'a str>,
    golden: Option<String>,
    accepted: bool,
    fuel: Option<u64>,
    wall_us: u128,
    expected: Option<&'a str>,
    found: Option<&'a str>,
}

/// The last line.
#[derive(Serialize)]
struct End {
    summary: String,
    exit_status: u8,
    took_ms: u128,
}

/// Writes a line for each case, and one with the numbers.
pub(super) fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    for case in &report.cases {
        let line = Line {
            id: &case.id,
            file: &case.file,
            line: case.line,
            verdict: case.verdict,
            reason: case.reason.as_deref(),
            golden: (!case.golden.as_os_str().is_empty()).then(|| crate::snap::error::shown(&case.golden)),
            accepted: case.accepted,
            fuel: case.fuel,
            wall_us: case.wall.as_micros(),
            expected: case.expected.as_deref(),
            found: case.found.as_deref(),
        };
        serde_json::to_writer(&mut *to, &line)?;
        to.write_all(b"\n")?;
    }
    let end = End { summary: report.summary(), exit_status: report.exit_status(), took_ms: report.took.as_millis() };
    serde_json::to_writer(&mut *to, &end)?;
    to.write_all(b"\n")
}
