//! Each case against its golden: what the run gave, as text that a person can read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::{fs, io};

use taipan::{Error, LimitKind, Outcome, Status};

use crate::case::{self, Case};

/// The areas whose cases have goldens. Escapes and exhaustion have suites of their own.
pub(crate) const AREAS: [&str; 8] =
    ["denials", "errors", "exactness", "files", "language", "library", "limits", "programs"];

#[test]
fn every_case_gives_its_golden() {
    let cases = cases();
    let mut wrong = Vec::new();
    for (case, result) in cases.iter().zip(results()) {
        if let Some(status) = unexpected(case, result) {
            wrong.push(format!("{}: {status}", case.id()));
        }
        if !matches_golden(case, &render(result)) {
            wrong.push(format!("{}: not as in snapshots/{}.snap", case.id(), case.id()));
        }
    }
    wrong.extend(orphans(&cases));
    assert!(wrong.is_empty(), "{} of {} cases differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The cases that have goldens.
pub(crate) fn cases() -> Vec<Case> {
    case::cases(&AREAS)
}

/// What [`cases`] gave, run once for all the tests that look at it.
pub(crate) fn results() -> &'static [Result<Outcome, Error>] {
    static RESULTS: OnceLock<Vec<Result<Outcome, Error>>> = OnceLock::new();
    RESULTS.get_or_init(|| {
        let engine = case::engine();
        case::run_all(&cases(), |case| case.run(&engine))
    })
}

fn unexpected(case: &Case, result: &Result<Outcome, Error>) -> Option<String> {
    match (result, case.expect) {
        (Err(error), _) => Some(format!("the host erred: {error}")),
        (Ok(outcome), Some(expected)) if outcome.status != expected => {
            Some(format!("status {} instead of {expected}", outcome.status))
        }
        _ => None,
    }
}

fn matches_golden(case: &Case, text: &str) -> bool {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(snapshots().join(&case.area));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| catch_unwind(AssertUnwindSafe(|| insta::assert_snapshot!(case.name.as_str(), text))).is_ok())
}

fn snapshots() -> PathBuf {
    case::root().join("snapshots")
}

/// Goldens that no case gives.
fn orphans(cases: &[Case]) -> Vec<String> {
    let known: BTreeSet<String> = cases.iter().map(Case::id).collect();
    let mut orphans = Vec::new();
    for area in AREAS {
        let entries = match fs::read_dir(snapshots().join(area)) {
            Ok(entries) => entries.flatten().collect(),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(e) => panic!("snapshots/{area}: {e}"),
        };
        for entry in entries {
            let file = entry.file_name().to_string_lossy().into_owned();
            let Some(name) = file.strip_suffix(".snap") else { continue };
            let id = format!("{area}/{name}");
            if case::selected(&id) && !known.contains(&id) {
                orphans.push(format!("snapshots/{id}.snap: no case tests/cases/{id}.py"));
            }
        }
    }
    orphans.sort();
    orphans
}

/// How much of a file's content a golden has, in bytes.
const MOST_OF_FILE: usize = 60;

/// What a run gave, without what differs from one run to the next: times, and where a clock ended it, its use.
pub(crate) fn render(result: &Result<Outcome, Error>) -> String {
    let outcome = match result {
        Ok(outcome) => outcome,
        Err(error) => return format!("host error: {error}\n"),
    };
    let mut text = String::new();
    let _ = writeln!(text, "status: {}", outcome.status);
    if !outcome.value.is_none() {
        let _ = writeln!(text, "value:  {}", serde_json::to_string(&outcome.value).unwrap());
    }
    if !outcome.repr.is_empty() {
        let _ = writeln!(text, "repr:   {}", visible(&outcome.repr));
    }
    if let Some(limit) = &outcome.limit {
        let kind = serde_json::to_value(limit.kind).unwrap();
        let _ = write!(text, "limit:  {} {}", kind.as_str().unwrap_or_default(), limit.limit);
        if !matches!(limit.kind, LimitKind::Deadline | LimitKind::Memory) {
            let _ = write!(text, ", used {}", limit.used);
        }
        text.push('\n');
    }
    let cut = &outcome.truncated;
    for (name, _) in [("stdout", cut.stdout), ("stderr", cut.stderr), ("value", cut.value)].iter().filter(|cut| cut.1) {
        let _ = writeln!(text, "cut:    {name}");
    }
    if let Some(error) = &outcome.error {
        let _ = writeln!(text, "error:  {}: {}", error.kind, visible(&error.message).replace('\n', "\n        "));
        if let Some(line) = error.line {
            let _ =
                writeln!(text, "at:     line {line}{}", error.column.map_or(String::new(), |c| format!(" column {c}")));
        }
        for (name, value) in [("hint", error.hint.clone()), ("exit", error.exit_code.map(|code| code.to_string()))] {
            if let Some(value) = value {
                let _ = writeln!(text, "{name}:   {value}");
            }
        }
    }
    for denial in &outcome.denials {
        let line = denial.line.map_or(String::new(), |line| format!(" at line {line}"));
        let _ = writeln!(text, "denied: {} {}{line}: {}", denial.kind, denial.name, denial.reason);
    }
    for warning in &outcome.warnings {
        let _ = writeln!(text, "warned: {warning}");
    }
    if !matches!(outcome.status, Status::Timeout | Status::Memory | Status::Cancelled | Status::Crashed) {
        let _ = writeln!(text, "fuel:   {}", outcome.usage.fuel);
    }
    for file in &outcome.files {
        let content = file.content.as_deref().unwrap_or_default();
        let head = String::from_utf8_lossy(&content[..content.len().min(MOST_OF_FILE)]).escape_debug().to_string();
        let more = if content.len() > MOST_OF_FILE { "..." } else { "" };
        let _ = writeln!(
            text,
            "file:   {}, {} bytes, {}: \"{head}{more}\"",
            visible(&file.path),
            file.size,
            file.media_type
        );
    }
    let traceback = outcome.error.as_ref().map_or("", |error| error.traceback.as_str());
    for (name, part) in [("stdout", outcome.stdout.as_str()), ("stderr", &outcome.stderr), ("traceback", traceback)] {
        if !part.is_empty() {
            let _ = write!(text, "--- {name}\n{}", visible(part));
            if !part.ends_with('\n') {
                text.push_str("\n(no newline at the end)\n");
            }
        }
    }
    text
}

/// Control characters, which an editor or a diff would hide, as escapes; and no addresses.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    without_addresses(&out)
}

/// What `repr` of an object writes of its place in memory.
pub(crate) fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(" at 0x…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}
