//! One HTML file that needs nothing else.

use std::io::{self, Write};

use serde::Serialize;

use super::{difference, headline, is_failure};
use crate::snap::report::Report;
use crate::units::{group, span};

const PAGE: &str = include_str!("page.html");

/// What the page shows of a case.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    line: u32,
    word: &'static str,
    headline: String,
    wrong: bool,
    accepted: bool,
    fuel: Option<u64>,
    wall: u128,
    difference: String,
}

/// Fills the page: the numbers, the rows, and the fuel of earlier runs.
pub(super) fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    let rows: Vec<Row<'_>> = report
        .cases
        .iter()
        .map(|case| Row {
            id: &case.id,
            line: case.line,
            word: case.verdict.word(),
            headline: headline(case),
            wrong: is_failure(case),
            accepted: case.accepted,
            fuel: case.fuel,
            wall: case.wall.as_micros(),
            difference: difference(case),
        })
        .collect();
    let fuel: u64 = report.cases.iter().filter_map(|case| case.fuel).sum();
    let numbers = format!(
        "{} in {}; {} units of fuel; taipan {}",
        report.summary(),
        span(report.took.as_millis() as u64),
        group(fuel),
        crate::snap::golden::VERSION
    );
    let page = PAGE
        .replacen("{{status}}", if report.exit_status() == 0 { "fine" } else { "wrong" }, 1)
        .replacen("{{numbers}}", &text(&numbers), 1)
        .replacen("{{history}}", &json(&report.history)?, 1)
        .replacen("{{rows}}", &json(&rows)?, 1);
    to.write_all(page.as_bytes())
}

/// JSON that no text within can end the script of.
fn json(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(value)?
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029"))
}

fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
