//! Fuel behind the wall: the same on every thread, and with one guest the same on every machine.

use std::fmt::Write as _;
use std::io::Write as _;
use std::{env, fs};

use taipan::{Engine, Isolation, Status};

use crate::case;
use crate::command::taipan_in;
use crate::goldens::AREAS;
use crate::walled::walled;

/// The fuel of each case, and the guest with which it was measured.
const TABLE: &str = "snapshots/guest/fuel.txt";

#[test]
fn fuel_behind_the_wall_is_the_same_on_every_thread_and_machine() {
    let Some(engine) = walled(Engine::builder().limits(case::limits()).policy(case::policy())) else { return };
    let cases = case::cases(&AREAS, Isolation::Wasm);
    let run = |case: &taipan::snap::Case| {
        case.prepare(&engine).run().map(|outcome| (outcome.status, outcome.usage.fuel)).unwrap()
    };
    let (first, second) = (case::run_all(&cases, run), case::run_all(&cases, run));
    let mut table = format!("guest {}\n", guest());
    let clocked = |status| matches!(status, Status::Timeout | Status::Memory);
    for ((case, first), second) in cases.iter().zip(first).zip(second).filter(|(run, _)| !clocked(run.1.0)) {
        assert_eq!(first, second, "{}", case.id());
        writeln!(table, "{} {}", case::id(case), first.1).unwrap();
    }
    if env::var_os("TAIPAN_CASES").is_none() {
        compare(&table);
    }
}

/// What names the guest of this build.
fn guest() -> String {
    let said = taipan_in(case::root(), &["doctor", "--json"], b"");
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    report["guest"]["hash"].as_str().unwrap().to_owned()
}

/// Compares with the table, if that is of the same guest: another compiler makes another one, whose instructions are others.
fn compare(table: &str) {
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        fs::write(case::root().join(TABLE), table).unwrap();
    }
    let written = fs::read_to_string(case::root().join(TABLE)).unwrap_or_default();
    if written.lines().next() != table.lines().next() {
        let _ = writeln!(
            std::io::stderr(),
            "NOT COMPARED: {TABLE} is of another guest; write it with `TAIPAN_WRITE_DOCS=1 cargo test --release --test suite wall_fuel`"
        );
        return;
    }
    for (written, measured) in written.lines().zip(table.lines()) {
        assert_eq!(measured, written);
    }
    assert_eq!(table.lines().count(), written.lines().count());
}
