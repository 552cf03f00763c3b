//! A report in the forms that other programs read.

mod github;
mod html;
mod json;
mod junit;
mod tap;

use std::io::{self, Write};

use super::report::{Checked, Report, Verdict};

/// A form of a report.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// use taipan::snap::{self, Format};
///
/// std::fs::write(folder.path().join("sum.py"), "1 + 1")?;
/// let report = snap::dir(folder.path()).accept(true).run()?;
/// let mut text = Vec::new();
/// report.write(Format::Tap, &mut text)?;
/// assert!(String::from_utf8(text)?.starts_with("TAP version 14\n1..1\nok 1 - "));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JUnit's XML, as build servers read it.
    Junit,
    /// One line of JSON for each case, and one with the numbers.
    Json,
    /// The Test Anything Protocol, version 14.
    Tap,
    /// Workflow commands, which GitHub shows beside the lines of a change.
    Github,
    /// One file for a browser, without anything that it would have to fetch.
    Html,
}

impl Report {
    /// Writes the report in a form.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write(&self, format: Format, to: &mut impl Write) -> io::Result<()> {
        match format {
            Format::Junit => junit::write(self, to),
            Format::Json => json::write(self, to),
            Format::Tap => tap::write(self, to),
            Format::Github => github::write(self, to),
            Format::Html => html::write(self, to),
        }
    }
}

/// How a case went in one line, without its name.
fn headline(case: &Checked) -> String {
    match &case.reason {
        Some(reason) => format!("{}: {reason}", case.verdict.word()),
        None => case.verdict.word().to_owned(),
    }
}

/// The difference of a case; empty where there is none.
fn difference(case: &Checked) -> String {
    match (&case.found, case.verdict) {
        (Some(found), Verdict::New | Verdict::Differs | Verdict::Disagrees) => {
            super::diff::lines(case.expected.as_deref().unwrap_or_default(), found)
        }
        _ => String::new(),
    }
}

/// Whether a case is one of those that somebody must look at.
fn is_failure(case: &Checked) -> bool {
    !case.verdict.is_fine() && !case.accepted
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::time::Duration;

    use super::*;

    fn case(id: &str, verdict: Verdict, reason: Option<&str>) -> Checked {
        Checked {
            id: id.into(),
            file: id.split("::").next().unwrap().into(),
            line: 3,
            verdict,
            reason: reason.map(str::to_owned),
            golden: PathBuf::from("snapshots/a.snap"),
            accepted: false,
            expected: None,
            found: None,
            fuel: Some(12),
            wall: Duration::from_micros(1500),
            examples: 0,
            imports: Vec::new(),
        }
    }

    fn report() -> Report {
        let mut differs = case("b <&>.md::top-1", Verdict::Differs, None);
        differs.expected = Some("status: ok\nrepr:   1".into());
        differs.found = Some("status: ok\nrepr:   \u{1}]]></script>".into());
        let skipped = case("c.py", Verdict::Skipped, Some("no # network"));
        let bad = case("d.py", Verdict::Bad, Some("50% of it\nis \"wrong\""));
        let cases = vec![case("a.py", Verdict::Same, None), differs, skipped, bad];
        Report { cases, took: Duration::from_millis(20), ..Report::default() }
    }

    fn written(format: Format) -> String {
        let mut text = Vec::new();
        report().write(format, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn junit_is_xml() {
        assert_eq!(
            written(Format::Junit),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <testsuites name=\"taipan snap\" tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\" time=\"0.020\">\n\
             <testsuite name=\"a.py\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n\
             <testcase classname=\"a.py\" name=\"a.py\" file=\"a.py\" line=\"3\" time=\"0.001500\"/>\n</testsuite>\n\
             <testsuite name=\"b &lt;&amp;&gt;.md\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">\n\
             <testcase classname=\"b &lt;&amp;&gt;.md\" name=\"b &lt;&amp;&gt;.md::top-1\" file=\"b &lt;&amp;&gt;.md\" line=\"3\" \
             time=\"0.001500\"><failure message=\"differs\">  status: ok\n- repr:   1\n+ repr:   \u{fffd}]]&gt;&lt;/script&gt;\n\
             </failure></testcase>\n</testsuite>\n\
             <testsuite name=\"c.py\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">\n\
             <testcase classname=\"c.py\" name=\"c.py\" file=\"c.py\" line=\"3\" time=\"0.001500\">\
             <skipped message=\"no # network\"/></testcase>\n</testsuite>\n\
             <testsuite name=\"d.py\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n\
             <testcase classname=\"d.py\" name=\"d.py\" file=\"d.py\" line=\"3\" time=\"0.001500\">\
             <error message=\"bad: 50% of it&#10;is &quot;wrong&quot;\"></error></testcase>\n</testsuite>\n</testsuites>\n"
        );
    }

    #[test]
    fn tap_numbers_each_case() {
        assert_eq!(
            written(Format::Tap),
            "TAP version 14\n1..4\nok 1 - a.py\nnot ok 2 - b <&>.md::top-1\n  ---\n  message: \"differs\"\n  at: \"b <&>.md:3\"\n  \
             diff: |\n      status: ok\n    - repr:   1\n    + repr:   \\u{1}]]></script>\n  ...\n\
             ok 3 - c.py # SKIP no # network\nnot ok 4 - d.py\n  ---\n  message: \"bad: 50% of it\\nis \\\"wrong\\\"\"\n  \
             at: \"d.py:3\"\n  ...\n"
        );
    }

    #[test]
    fn github_gets_a_command_for_each_failure() {
        assert_eq!(
            written(Format::Github),
            "::error file=b <&>.md,line=3,title=b <&>.md%3A%3Atop-1 differs::  status: ok%0A- repr:   1%0A+ repr:   \
             \u{1}]]></script>%0A\n\
             ::error file=d.py,line=3,title=d.py bad::50%25 of it%0Ais \"wrong\"\n::notice::4 cases: 1 same, 1 differs, 1 bad, 1 skipped\n"
        );
    }

    #[test]
    fn json_has_a_line_for_each_case() {
        let text = written(Format::Json);
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 5);
        assert_eq!(
            text.lines().next().unwrap(),
            "{\"id\":\"a.py\",\"file\":\"a.py\",\"line\":3,\"verdict\":\"same\",\"reason\":null,\"golden\":\"snapshots/a.snap\",\
             \"accepted\":false,\"fuel\":12,\"wall_us\":1500,\"expected\":null,\"found\":null}"
        );
        assert_eq!(
            text.lines().last().unwrap(),
            "{\"summary\":\"4 cases: 1 same, 1 differs, 1 bad, 1 skipped\",\"exit_status\":2,\"took_ms\":20}"
        );
    }

    #[test]
    fn html_is_one_file_whose_data_can_not_break_out() {
        let text = written(Format::Html);
        assert!(text.starts_with("<!doctype html>") && text.contains("4 cases: 1 same, 1 differs, 1 bad, 1 skipped"));
        assert_eq!(text.matches("</script>").count(), 2);
        for from_elsewhere in ["src=", "http:", "https:", "@import", "url("] {
            assert!(!text.contains(from_elsewhere), "{from_elsewhere}");
        }
    }
}
