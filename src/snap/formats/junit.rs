//! JUnit's XML.

use std::io::{self, Write};

use super::{difference, headline, is_failure};
use crate::snap::report::{Checked, Report, Verdict};

/// Writes a suite for each file.
pub(super) fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let all: Vec<&Checked> = report.cases.iter().collect();
    writeln!(to, "<testsuites name=\"taipan snap\" {} time=\"{:.3}\">", numbers(&all), report.took.as_secs_f64())?;
    for cases in report.cases.chunk_by(|a, b| a.file == b.file) {
        let all: Vec<&Checked> = cases.iter().collect();
        writeln!(to, "<testsuite name=\"{}\" {}>", escaped(&cases[0].file), numbers(&all))?;
        for case in cases {
            testcase(case, to)?;
        }
        writeln!(to, "</testsuite>")?;
    }
    writeln!(to, "</testsuites>")
}

fn numbers(cases: &[&Checked]) -> String {
    let count = |is: fn(&Checked) -> bool| cases.iter().filter(|case| is(case)).count();
    format!(
        "tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"",
        cases.len(),
        count(|case| is_failure(case) && !is_error(case)),
        count(|case| is_failure(case) && is_error(case)),
        count(is_skipped)
    )
}

fn is_error(case: &Checked) -> bool {
    matches!(case.verdict, Verdict::Bad | Verdict::Crashed)
}

fn is_skipped(case: &Checked) -> bool {
    matches!(case.verdict, Verdict::Skipped | Verdict::ExpectedFailure)
}

fn testcase(case: &Checked, to: &mut impl Write) -> io::Result<()> {
    let (file, id) = (escaped(&case.file), escaped(&case.id));
    let seconds = case.wall.as_secs_f64();
    write!(
        to,
        "<testcase classname=\"{file}\" name=\"{id}\" file=\"{file}\" line=\"{}\" time=\"{seconds:.6}\"",
        case.line
    )?;
    let message = escaped(&headline(case));
    if is_failure(case) {
        let kind = if is_error(case) { "error" } else { "failure" };
        writeln!(to, "><{kind} message=\"{message}\">{}</{kind}></testcase>", content(&difference(case)))
    } else if is_skipped(case) {
        let reason = escaped(case.reason.as_deref().unwrap_or_default());
        writeln!(to, "><skipped message=\"{reason}\"/></testcase>")
    } else {
        writeln!(to, "/>")
    }
}

/// A text in an attribute. XML has no way to write most control characters.
fn escaped(text: &str) -> String {
    content(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

fn content(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
