//! `taipan run --record` and `taipan replay`: a run is repeated to the last byte, and what changed is shown.

use std::fs;

use tempfile::TempDir;

use crate::command::{Said, isolations, said, taipan};

/// Looks at all that a run can depend on.
const PROGRAM: &str = "import random, secrets, time, uuid\n\
    print(random.random(), secrets.token_hex(4), uuid.uuid4(), time.time())\n\
    time.sleep(100)\n\
    print(time.time(), n, open('in.csv').read())\n\
    open('out.bin', 'wb').write(b'\\xff\\x00')\n\
    {'a': (1, 2.5)}\n";

fn in_folder(folder: &TempDir, args: &[&str]) -> Said {
    said(taipan().args(args).current_dir(folder.path()), b"")
}

fn recorded(isolation: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.py"), PROGRAM).unwrap();
    fs::write(folder.path().join("in.csv"), "1,2\n").unwrap();
    let args = ["run", "main.py", "--isolation", isolation, "--record", "r.json", "--input", "n=7", "--file", "in.csv"];
    let said = in_folder(&folder, &args);
    assert_eq!(said.status, 0, "{said:?}");
    // Nothing of the folder is needed any more.
    fs::remove_file(folder.path().join("main.py")).unwrap();
    fs::remove_file(folder.path().join("in.csv")).unwrap();
    folder
}

#[test]
fn a_recorded_run_gives_the_same() {
    for isolation in isolations() {
        let folder = recorded(isolation);
        let first = in_folder(&folder, &["replay", "r.json"]);
        assert_eq!((first.status, first.err.as_str()), (0, ""), "{}", first.out);
        assert!(
            first.out.starts_with("the same: status ok, ") && first.out.ends_with(" fuel units\n"),
            "{}",
            first.out
        );
        assert_eq!(in_folder(&folder, &["replay", "r.json"]), first);
    }
}

#[test]
fn the_other_isolation_gives_the_same_but_for_fuel() {
    let isolations = isolations();
    for isolation in &isolations {
        let folder = recorded(isolation);
        for other in isolations.iter().filter(|other| *other != isolation) {
            let said = in_folder(&folder, &["replay", "r.json", "--isolation", other]);
            let note = format!(
                "taipan: fuel is not compared: taipan {} recorded this in {isolation}, by another count than this one's\n",
                env!("CARGO_PKG_VERSION")
            );
            assert_eq!((said.status, said.out.as_str(), said.err), (0, "the same: status ok\n", note));
        }
    }
}

#[test]
fn what_differs_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let record = ["run", "-c", "print('one')\n1 / 0", "--isolation", "native", "--record", "r.json"];
    assert_eq!(in_folder(&folder, &record).status, 1);
    let path = folder.path().join("r.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("print('one')", "print('two')")).unwrap();
    let said = in_folder(&folder, &["replay", "r.json"]);
    assert_eq!((said.status, said.err.as_str()), (5, ""));
    assert!(said.out.starts_with("not the same, - recorded, + now:\n"), "{}", said.out);
    assert!(said.out.contains("-   \"stdout\": \"one\\n\",\n+   \"stdout\": \"two\\n\",\n"), "{}", said.out);
}

#[test]
fn runs_that_a_clock_or_a_bound_ended_are_the_same_again() {
    for (code, status) in [
        ("while True: pass", "fuel, "),
        ("print('x' * 10**7)", "output, "),
        ("x = [0] * 10**10", "memory\n"),
        ("import socket", "denied, "),
        ("raise SystemExit(7)", "exit, "),
        ("", "ok, "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let args = ["run", "-c", code, "--isolation", "native", "--fuel", "100000", "--record", "r.json"];
        in_folder(&folder, &args);
        let said = in_folder(&folder, &["replay", "r.json"]);
        assert_eq!(said.status, 0, "{code}: {}", said.out);
        assert!(said.out.starts_with(&format!("the same: status {status}")), "{code}: {}", said.out);
    }
}

#[test]
fn what_is_no_record_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let way = "; `taipan run --record FILE` writes one";
    let refused = |text: &str| {
        fs::write(folder.path().join("r.json"), text).unwrap();
        let said = in_folder(&folder, &["replay", "r.json"]);
        assert_eq!((said.status, said.out.as_str()), (2, ""));
        let why = said.err.strip_prefix("error: r.json is no record of a run: ").unwrap_or(&said.err).to_owned();
        why.strip_suffix(&format!("{way}\n")).unwrap_or(&why).to_owned()
    };
    assert_eq!(refused(""), "it is empty");
    assert_eq!(refused("[1"), "EOF while parsing a list at line 1 column 2");
    assert_eq!(refused("{}"), "missing field `taipan_record` at line 1 column 2");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(refused("{\"taipan_record\": 2}"), format!("its form is 2, and this taipan ({version}) knows 1"));
    assert_eq!(refused("{\"taipan_record\": 1}"), "missing field `taipan` at line 1 column 20");
    let absent = in_folder(&folder, &["replay", "none.json"]);
    assert_eq!((absent.status, absent.err.as_str()), (2, "error: none.json: no such file or directory\n"));
    let full = in_folder(&folder, &["run", "-c", "1", "--isolation", "native", "--record", "no/r.json"]);
    assert_eq!((full.status, full.out.as_str()), (2, "1\n"), "the outcome is told all the same");
    assert_eq!(full.err, "error: --record no/r.json: no such file or directory\n");
}

#[test]
fn a_hand_made_record_is_bounded() {
    let folder = tempfile::tempdir().unwrap();
    in_folder(&folder, &["run", "-c", "1", "--isolation", "native", "--record", "r.json"]);
    let path = folder.path().join("r.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"recursion\": 1000", "\"recursion\": 4000000000")).unwrap();
    let said = in_folder(&folder, &["replay", "r.json"]);
    assert_eq!(said.status, 2, "{said:?}");
    assert!(said.err.starts_with("error: invalid limits: recursion is 4000000000; "), "{}", said.err);
}
