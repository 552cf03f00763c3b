//! The list of differences from CPython that stay, and the document that is made from it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{env, fs};

use crate::case;
use crate::goldens::AREAS;

/// The names of cases and reasons.
pub(crate) const LIST: &str = "tests/data/divergences.toml";

const DOCUMENT: &str = "docs/divergences.md";

const HEAD: &str = "\
# Where taipan answers differently from CPython

Each entry is a case under `tests/cases`; the case shows what taipan answers.
This file is made from `tests/data/divergences.toml`: `TAIPAN_WRITE_DOCS=1 cargo test --release --test suite divergences`.
The version in mind is CPython 3.14, whose library taipan carries.
";

/// Why cases differ from CPython and stay so, by their names.
pub(crate) fn reasons() -> BTreeMap<String, String> {
    toml::from_str(&fs::read_to_string(case::root().join(LIST)).unwrap()).unwrap()
}

#[test]
fn the_list_of_divergences_is_up_to_date() {
    let reasons = reasons();
    let mut text = String::from(HEAD);
    for area in AREAS {
        let folder = format!("tests/cases/{area}/");
        let mut of_area = reasons.iter().filter(|(case, _)| case.starts_with(&folder)).peekable();
        if of_area.peek().is_none() {
            continue;
        }
        write!(text, "\n## {}{}\n\n", area[..1].to_uppercase(), &area[1..]).unwrap();
        for (case, reason) in of_area {
            let name = case[folder.len()..].trim_end_matches(".py");
            writeln!(text, "- [{name}](../{case}): {reason}.").unwrap();
        }
    }
    let file = case::root().join(DOCUMENT);
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(written == text, "{DOCUMENT} is not up to date; its head says how to make it");
}

#[test]
fn every_reason_is_a_sentence_of_a_case_without_its_full_stop() {
    for (case, reason) in reasons() {
        assert!(reason.len() > 30 && !reason.ends_with('.'), "{case}: {reason}");
        assert!(case::root().join(&case).is_file(), "{case}: there is no such case");
    }
}
