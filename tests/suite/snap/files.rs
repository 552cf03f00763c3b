//! Cases that are Python files: what is compared, accepted, left and selected.

use std::fs;

use taipan::Engine;

use super::{folder, snap, summary, tree, write};
use crate::command::{said, taipan};
use crate::walled::walled;

#[test]
fn a_case_is_new_then_accepted_then_the_same_until_it_changes() {
    let folder = folder(&[("docs/sum.py", "sum(range(10))"), ("docs/in/err.py", "print('x')\n1 / 0")]);
    let here = folder.path();
    let new = snap(here, &["docs", "--filter", "sum"]);
    let shown = "docs/sum.py: new\n    + status: ok\n    + value:  45\n    + repr:   45\n\n1 case: 1 new\n";
    assert_eq!((new.status, new.out.as_str(), new.err.as_str()), (1, shown, ""));
    assert_eq!(tree(here), ["docs/in/err.py", "docs/sum.py"]);

    assert_eq!(summary(&snap(here, &["docs", "--accept"])), (0, "2 cases: 2 accepted"));
    assert_eq!(tree(here), ["docs/in/err.py", "docs/in/snapshots/err.snap", "docs/snapshots/sum.snap", "docs/sum.py"]);
    let golden = fs::read_to_string(here.join("docs/in/snapshots/err.snap")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        golden,
        format!(
            "---\nsource: \"docs/in/err.py\"\ninfo:\n  taipan: {version}\n---\n\
             status: error\nerror:  ZeroDivisionError: division by zero\nat:     line 2 column 1\n--- stdout\nx\n\
             --- traceback\nTraceback (most recent call last):\n  File \"main.py\", line 2, in <module>\n    1 / 0\n    \
             ~~^~~\nZeroDivisionError: division by zero\n"
        )
    );
    assert_eq!(summary(&snap(here, &["docs"])), (0, "2 cases: 2 same"));
    assert_eq!(summary(&snap(here, &["docs/in/err.py"])), (0, "1 case: 1 same"));

    write(here, "docs/sum.py", "sum(range(11))");
    let shown = "docs/sum.py: differs\n      status: ok\n    - value:  45\n    - repr:   45\n    + value:  55\n    \
                 + repr:   55\n\n2 cases: 1 same, 1 differs\n";
    let differs = snap(here, &["docs"]);
    assert_eq!((differs.status, differs.out.as_str()), (1, shown));
}

#[test]
fn what_differs_is_left_for_review_and_goes_when_it_is_the_same() {
    let folder = folder(&[("sum.py", "1 + 1")]);
    let here = folder.path();
    assert_eq!(summary(&snap(here, &[".", "--pending"])), (1, "1 case: 1 new"));
    assert_eq!(tree(here), ["snapshots/sum.snap.new", "sum.py"]);
    let pending = insta::Snapshot::from_file(&here.join("snapshots/sum.snap.new")).unwrap();
    assert_eq!(pending.metadata().source(), Some("sum.py"));
    // What `cargo insta review` does where a person says yes.
    pending.save(&here.join("snapshots/sum.snap")).unwrap();
    assert_eq!(summary(&snap(here, &[".", "--pending"])), (0, "1 case: 1 same"));
    assert_eq!(tree(here), ["snapshots/sum.snap", "sum.py"]);
}

#[test]
fn clock_and_seed_are_fixed() {
    let folder = folder(&[("now.py", "import datetime, random\nprint(datetime.datetime.now())\nrandom.random()")]);
    assert_eq!(summary(&snap(folder.path(), &[".", "--accept"])), (0, "1 case: 1 accepted"));
    assert_eq!(summary(&snap(folder.path(), &["."])), (0, "1 case: 1 same"));
    let golden = fs::read_to_string(folder.path().join("snapshots/now.snap")).unwrap();
    assert!(golden.ends_with("--- stdout\n2026-01-01 00:00:00\n"), "{golden}");
}

#[test]
fn directives_bound_skip_and_expect() {
    let folder = folder(&[
        ("loop.py", "#! fuel = 1000\nwhile True: pass"),
        ("net.py", "#! skip = \"needs a network\"\nimport socket"),
        ("odd.py", "#! xfail = \"not there yet\"\n1 + 1"),
    ]);
    let here = folder.path();
    assert_eq!(summary(&snap(here, &[".", "--accept"])), (0, "3 cases: 1 accepted, 1 skipped, 1 expected to differ"));
    assert_eq!(tree(here), ["loop.py", "net.py", "odd.py", "snapshots/loop.snap"]);
    let golden = fs::read_to_string(here.join("snapshots/loop.snap")).unwrap();
    assert!(golden.ends_with("---\nstatus: fuel\nlimit:  fuel 1000\n"), "{golden}");
    write(here, "odd.py", "1 + 1");
    snap(here, &[".", "--accept"]);
    write(here, "odd.py", "#! xfail = \"not there yet\"\n1 + 1");
    let said = snap(here, &["odd.py"]);
    assert_eq!(
        (said.status, said.out.as_str()),
        (1, "odd.py: passes unexpectedly: not there yet\n\n1 case: 1 unexpectedly the same\n")
    );
}

#[test]
fn fuel_is_held_where_asked_and_taken_over_within_bounds() {
    let folder = folder(&[("turns.py", "#! keep_fuel = true\nfor _ in range(1000): pass")]);
    let here = folder.path();
    snap(here, &[".", "--accept"]);
    let golden = here.join("snapshots/turns.snap");
    let text = fs::read_to_string(&golden).unwrap();
    let (head, rest) = text.split_once("fuel:   ").unwrap();
    let fuel: u64 = rest.strip_suffix(" native\n").unwrap().parse().unwrap();
    let with = |fuel: u64| fs::write(&golden, format!("{head}fuel:   {fuel} native\n")).unwrap();
    with(fuel * 101 / 100);
    assert_eq!(summary(&snap(here, &["."])), (1, "1 case: 1 differs"));
    assert_eq!(summary(&snap(here, &[".", "--update-fuel-within", "2%"])), (0, "1 case: 1 accepted"));
    assert_eq!(fs::read_to_string(&golden).unwrap(), text);
    with(fuel * 110 / 100);
    assert_eq!(summary(&snap(here, &[".", "--update-fuel-within", "2%"])), (1, "1 case: 1 differs"));
    // A golden that has the other isolation's alone has none to compare with, until it is accepted here.
    fs::write(&golden, format!("{head}fuel:   7 wasm\n")).unwrap();
    assert_eq!(summary(&snap(here, &["."])), (0, "1 case: 1 same"));
    assert_eq!(summary(&snap(here, &[".", "--accept"])), (0, "1 case: 1 accepted"));
    assert_eq!(fs::read_to_string(&golden).unwrap(), format!("{head}fuel:   {fuel} native\nfuel:   7 wasm\n"));
    assert_eq!(summary(&snap(here, &["."])), (0, "1 case: 1 same"));
}

#[test]
fn goldens_of_one_isolation_hold_in_the_other() {
    if walled(Engine::builder().workers(1)).is_none() {
        return;
    }
    let folder = folder(&[
        ("sum.py", "sum(range(10))"),
        ("err.py", "{}['a']"),
        ("loop.py", "#! fuel = 100000\nwhile True: pass"),
        ("much.py", "#! output = 1000\nwhile True: print('x' * 99)"),
        ("out.py", "#! memory = '2MiB'\nx = [0] * 10**9"),
    ]);
    assert_eq!(summary(&snap(folder.path(), &[".", "--accept"])), (0, "5 cases: 5 accepted"));
    let walled = said(taipan().args(["snap", "."]).current_dir(folder.path()), b"");
    assert!(walled.status == 0 && walled.out.starts_with("5 cases: 5 same in "), "{}", walled.out);
}

#[test]
fn goldens_lie_where_they_are_told_to() {
    let folder = folder(&[("cases/a/one.py", "1"), ("cases/two.py", "2")]);
    let args = ["cases", "--goldens", "kept"];
    assert_eq!(summary(&snap(folder.path(), &[&args[..], &["--accept"]].concat())), (0, "2 cases: 2 accepted"));
    assert_eq!(tree(folder.path()), ["cases/a/one.py", "cases/two.py", "kept/a/one.snap", "kept/two.snap"]);
    assert_eq!(summary(&snap(folder.path(), &args)), (0, "2 cases: 2 same"));
}

#[test]
fn a_rust_test_asserts_the_same() {
    let folder = folder(&[("sum.py", "1 + 1")]);
    let suite = || taipan::snap::dir(folder.path()).isolation(taipan::Isolation::Native);
    assert_eq!(suite().accept(true).run().unwrap().exit_status(), 0);
    suite().assert();
    // Then an assertion accepts.
    if std::env::var_os("INSTA_UPDATE").is_some() {
        return;
    }
    write(folder.path(), "sum.py", "1 + 2");
    let panic = std::panic::catch_unwind(|| suite().assert()).unwrap_err();
    let text = panic.downcast_ref::<String>().unwrap();
    let shown = "sum.py:1: differs\n  status: ok\n- value:  2\n- repr:   2\n+ value:  3\n+ repr:   3\n";
    assert!(text.starts_with("1 case: 1 differs\n\n") && text.contains(shown), "{text}");
}
