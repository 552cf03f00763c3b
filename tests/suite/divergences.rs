//! The list of differences from CPython that stay, made from the cases that show them.

use std::fmt::Write as _;
use std::{env, fs};

use taipan::Isolation;
use taipan::snap::Case;

use crate::case;
use crate::goldens::AREAS;

const DOCUMENT: &str = "docs/divergences.md";

const HEAD: &str = "\
# Where taipan answers differently from CPython

Each entry is a case under `tests/cases` whose header gives the reason; the case shows what taipan answers.
This file is made from those headers: `TAIPAN_WRITE_DOCS=1 cargo test --release --test suite divergences`.
The version in mind is CPython 3.14, whose library taipan carries.
";

#[test]
fn the_list_of_divergences_is_up_to_date() {
    let mut cases = case::cases(&AREAS, Isolation::Native);
    cases.retain(|case| case::note(case, "diverges").is_some());
    cases.sort_by(|a, b| a.id().cmp(b.id()));
    let mut text = String::from(HEAD);
    for area in AREAS {
        let of_area: Vec<&Case> = cases.iter().filter(|case| case::id(case).split('/').next() == Some(area)).collect();
        if of_area.is_empty() {
            continue;
        }
        write!(text, "\n## {}{}\n\n", area[..1].to_uppercase(), &area[1..]).unwrap();
        for case in of_area {
            let (id, reason) = (case::id(case), case::note(case, "diverges").unwrap_or_default());
            let name = id.rsplit('/').next().unwrap_or(id);
            writeln!(text, "- [{name}](../tests/cases/{id}.py): {reason}.").unwrap();
        }
    }
    let file = case::root().join(DOCUMENT);
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &text).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        env::var_os("TAIPAN_CASES").is_some() || written == text,
        "{DOCUMENT} is not up to date; its head says how to make it"
    );
}

#[test]
fn every_reason_is_a_sentence_without_its_full_stop() {
    for case in case::cases(&AREAS, Isolation::Native) {
        let Some(reason) = case::note(&case, "diverges") else { continue };
        assert!(reason.len() > 30 && !reason.ends_with('.'), "{}: {reason}", case.id());
    }
}
