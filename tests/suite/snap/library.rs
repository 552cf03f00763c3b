//! The examples in the docstrings of the library's own modules: programs that taipan's authors did not write.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use taipan::snap::{self, Checked, Report, Verdict};
use taipan::{Isolation, Provided};

use crate::case::root;

const DOCUMENT: &str = "docs/library-examples.md";

/// Why a docstring's examples give something else than they say.
const REASONS: &str = include_str!("../../data/library-examples.toml");

const HEAD: &str = "\
# The library's own examples

The docstrings of the frozen modules hold examples (`>>>`), written by the authors of CPython's library. Each docstring is a case of
`taipan snap --docstrings-of-modules`. This file is made by `TAIPAN_WRITE_DOCS=1 cargo test --release --test suite snap::library`.

";

/// The modules that are frozen from CPython's library, in a folder of their own.
fn modules(folder: &Path) {
    let library = Path::new(rustpython_pylib::LIB_PATH);
    for module in taipan::modules().iter().filter(|module| module.provided == Provided::Frozen) {
        let name = module.name.replace('.', "/");
        for file in [format!("{name}.py"), format!("{name}/__init__.py")] {
            if let Ok(text) = fs::read_to_string(library.join(&file)) {
                super::write(folder, &file, text);
            }
        }
    }
}

fn report() -> (Report, String) {
    let folder = tempfile::tempdir().unwrap();
    modules(folder.path());
    let suite = snap::dir(folder.path()).docstrings_of_modules().isolation(Isolation::Native).remember(false);
    let prefix = format!("{}/", folder.path().display());
    (suite.run().unwrap(), prefix)
}

#[test]
fn the_examples_of_the_library_give_what_they_say_or_a_reason_is_listed() {
    let (report, prefix) = report();
    let reasons: BTreeMap<String, String> = toml::from_str(REASONS).unwrap();
    let name = |case: &Checked| case.id.strip_prefix(&prefix).unwrap_or(&case.id).to_owned();
    let mut wrong = Vec::new();
    let mut failed = Vec::new();
    for case in report.cases() {
        let reason = reasons.get(&name(case));
        match (case.verdict, reason) {
            (Verdict::Same, None) => {}
            (Verdict::Differs | Verdict::Bad, Some(reason)) => failed.push((name(case), case, reason)),
            (Verdict::Same, Some(_)) => wrong.push(format!("{}: passes, and a reason is listed", name(case))),
            _ => wrong.push(format!(
                "{}: {}\n{}\n<<< expected, found >>>\n{}",
                name(case),
                case.reason.as_deref().unwrap_or_default(),
                case.expected.as_deref().unwrap_or_default(),
                case.found.as_deref().unwrap_or_default()
            )),
        }
    }
    let known: Vec<String> = report.cases().iter().map(name).collect();
    wrong.extend(reasons.keys().filter(|name| !known.contains(name)).map(|name| format!("{name}: no such docstring")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    check(&document(&report, &failed, &prefix));
}

fn document(report: &Report, failed: &[(String, &Checked, &String)], prefix: &str) -> String {
    let mut modules: BTreeMap<&str, (usize, usize, usize, usize)> = BTreeMap::new();
    for case in report.cases() {
        let (all, passed, examples, passing) =
            modules.entry(case.file.strip_prefix(prefix).unwrap_or(&case.file)).or_default();
        let same = case.verdict == Verdict::Same;
        *all += 1;
        *passed += usize::from(same);
        *examples += case.examples;
        *passing += case.examples - if same { 0 } else { failing(case) };
    }
    let mut text = String::from(HEAD);
    let total =
        modules.values().fold((0, 0, 0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2, sum.3 + one.3));
    writeln!(
        text,
        "{} of {} examples give what they say, and {} of {} docstrings.\n",
        total.3, total.2, total.1, total.0
    )
    .unwrap();
    text.push_str(
        "| File | Docstrings | of them as they say | Examples | of them as they say |\n|---|--:|--:|--:|--:|\n",
    );
    for (file, (all, passed, examples, passing)) in &modules {
        writeln!(text, "| `{file}` | {all} | {passed} | {examples} | {passing} |").unwrap();
    }
    text.push_str("\n## Those that do not\n\n");
    for (name, case, reason) in failed {
        writeln!(text, "- `{name}`, {} of {} examples: {reason}.", failing(case), case.examples).unwrap();
    }
    text
}

/// How many examples of a docstring give something else.
fn failing(case: &Checked) -> usize {
    let parts =
        |text: &str| -> Vec<String> { format!("\n{text}").split("\n>>> ").skip(1).map(str::to_owned).collect() };
    let (Some(expected), Some(found)) = (&case.expected, &case.found) else { return case.examples };
    let (expected, found) = (parts(expected), parts(found));
    if expected.len() != found.len() {
        return case.examples;
    }
    expected.iter().zip(&found).filter(|(expected, found)| expected.trim_end() != found.trim_end()).count()
}

fn check(text: &str) {
    let file = root().join(DOCUMENT);
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        fs::write(&file, text).unwrap();
    }
    assert!(
        fs::read_to_string(&file).unwrap_or_default() == text,
        "{DOCUMENT} is not up to date; its head says how to make it"
    );
}
