//! The history stays within its bounds and survives whatever lies in its place.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

#[cfg(feature = "server")]
use super::Scribe;
use super::{Entry, Filter, History, Keeper};
use crate::config::{Config, Value};
use crate::{Engine, Isolation, Outcome, Policy};

fn config(path: &Path, more: &[(&'static str, Value)]) -> Config {
    let file = ("history.file", Value::Text(path.display().to_string()));
    Config::load(None, &|_| None, [&[file], more].concat()).unwrap()
}

fn keeper(path: &Path, more: &[(&'static str, Value)]) -> (Keeper, Option<String>) {
    Keeper::start(&config(path, more)).unwrap()
}

fn outcome(source: &str) -> Outcome {
    Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap().run(source).unwrap()
}

fn add(keeper: &Keeper, outcome: &Outcome, record: Option<Vec<u8>>) -> Option<String> {
    let policy = Policy::default();
    keeper.add(Entry { door: "http", who: "ci", session: Some("s"), code: "1", policy: &policy, outcome, record })
}

#[cfg(feature = "server")]
fn entry<'a>(who: &'a str, policy: &'a Policy, outcome: &'a Outcome) -> Entry<'a> {
    Entry { door: "http", who, session: None, code: "1", policy, outcome, record: None }
}

fn place() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state/history.db");
    (folder, path)
}

#[test]
fn a_row_says_what_ran() {
    let (_folder, path) = place();
    let (keeper, warning) = keeper(&path, &[]);
    assert_eq!(warning, None);
    let run = outcome(
        "for name in ('socket', 'socket', 'ctypes'):\n    try:\n        __import__(name)\n    except ImportError:\n        pass\n1 / 0",
    );
    assert_eq!(add(&keeper, &run, Some(b"{}".to_vec())), None);
    let history = History::open(&path).unwrap();
    let [row] = &history.list(&Filter::default(), 9).unwrap()[..] else { panic!() };
    assert_eq!((row.no, &row.id, row.usage), (1, &run.id, run.usage));
    assert_eq!([&row.door, &row.who, row.session.as_ref().unwrap()], ["http", "ci", "s"]);
    assert_eq!([&row.status, row.error.as_ref().unwrap(), &row.isolation], ["error", "ZeroDivisionError", "native"]);
    assert_eq!((&row.limit, row.kept.as_str()), (&None, "yes"));
    assert_eq!(row.denials, ["socket", "ctypes"]);
    assert_eq!(row.code_sha256, "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b");
    assert_eq!(history.record(1).unwrap().unwrap(), b"{}");
    assert_eq!((history.find("1").unwrap().as_ref(), history.find(&run.id).unwrap().as_ref()), (Some(row), Some(row)));
    assert_eq!((history.find("2").unwrap(), history.find("").unwrap(), history.record(2).unwrap()), (None, None, None));
    let found = |filter: Filter| history.list(&filter, 9).unwrap().len();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(found(Filter { refused: text("ctypes"), status: text("error"), ..Filter::default() }), 1);
    assert_eq!(found(Filter { refused: text("os"), ..Filter::default() }), 0);
    assert_eq!(found(Filter { who: text("other"), ..Filter::default() }), 0);
    assert_eq!(found(Filter { since: Some(i64::MAX), ..Filter::default() }), 0);
    assert_eq!(found(Filter { before: Some(1), ..Filter::default() }), 0);
    assert_eq!(found(Filter { before: Some(u64::MAX), ..Filter::default() }), 1);
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    add(&keeper, &outcome("1"), None);
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(path.parent().unwrap()), 0o700);
    for name in ["history.db", "history.db-wal", "history.db-shm"] {
        assert_eq!(rights(&path.with_file_name(name)), 0o600, "{name}");
    }
}

#[test]
fn the_oldest_rows_go_first() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[("history.rows", Value::Count(3))]);
    let run = outcome("1");
    for _ in 0..5 {
        assert_eq!(add(&keeper, &run, None), None);
    }
    let numbers = || -> Vec<u64> {
        let rows = History::open(&path).unwrap().list(&Filter::default(), 9).unwrap();
        rows.iter().map(|row| row.no).collect()
    };
    assert_eq!(numbers(), [5, 4, 3]);
    // Fewer are kept from the next one on.
    drop(keeper);
    let (keeper, _) = self::keeper(&path, &[("history.rows", Value::Count(1))]);
    add(&keeper, &run, None);
    assert_eq!(numbers(), [6]);
}

#[test]
fn the_file_does_not_outgrow_its_bound() {
    let (_folder, path) = place();
    let most = 1 << 20;
    let (keeper, _) = keeper(&path, &[("history.bytes", Value::Size(most))]);
    let run = outcome("1");
    for _ in 0..100 {
        assert_eq!(add(&keeper, &run, Some(vec![b'x'; 100_000])), None);
    }
    assert_eq!(add(&keeper, &run, Some(vec![b'x'; (most / 8) as usize + 1])), None);
    let rows = History::open(&path).unwrap().list(&Filter::default(), 200).unwrap();
    assert_eq!((rows[0].no, rows[0].kept.as_str(), rows[1].kept.as_str()), (101, "too large", "yes"));
    assert!((7..=11).contains(&rows.len()), "{}", rows.len());
    drop(keeper);
    let size = fs::metadata(&path).unwrap().len();
    assert!(size <= most + 100_000, "{size}");
    // A narrower bound is kept from the next run on, whatever it is.
    let (keeper, _) = self::keeper(&path, &[("history.bytes", Value::Size(0))]);
    assert_eq!(add(&keeper, &run, None), None);
    drop(keeper);
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 200).unwrap().len(), 1);
    assert!(fs::metadata(&path).unwrap().len() < 100_000);
}

#[test]
fn figures_of_many_runs() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    let mut run = outcome("import socket");
    for at in 1..=100 {
        run.usage.wall_us = at;
        run.usage.fuel = 1000 * at;
        add(&keeper, &run, None);
    }
    run.usage.wall_us = 0;
    let mut fine = outcome("1");
    fine.usage = run.usage;
    add(&keeper, &fine, None);
    let history = History::open(&path).unwrap();
    let stats = history.stats(&Filter::default()).unwrap();
    assert_eq!((stats.runs, stats.ok, stats.success), (101, 1, Some(1.0 / 101.0)));
    let all = |spread: super::Spread| [spread.p50, spread.p90, spread.p99, spread.most].map(Option::unwrap);
    assert_eq!(all(stats.wall_us), [50, 90, 99, 100]);
    assert_eq!(all(stats.fuel), [51_000, 91_000, 100_000, 100_000]);
    let counted = |counted: &[super::Counted]| -> Vec<(String, u64)> {
        counted.iter().map(|counted| (counted.name.clone(), counted.runs)).collect()
    };
    assert_eq!(counted(&stats.statuses), [("denied".into(), 100), ("ok".into(), 1)]);
    assert_eq!(counted(&stats.errors), [("ModuleNotFoundError".into(), 100)]);
    assert_eq!(counted(&stats.refused), [("socket".into(), 100)]);
    let times: Vec<(u64, u64)> = stats.times.iter().map(|bucket| (bucket.below_us, bucket.runs)).collect();
    assert_eq!(times, [(1, 1), (2, 1), (4, 2), (8, 4), (16, 8), (32, 16), (64, 32), (128, 37)]);
    let none = history.stats(&Filter { door: Some("mcp".into()), ..Filter::default() }).unwrap();
    assert_eq!((none.runs, none.success, none.first, none.wall_us.p50, none.times.len()), (0, None, None, None, 0));
}

#[test]
fn names_that_guest_code_chose_are_cut() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    add(&keeper, &outcome("raise type('E' * 10_000, (Exception,), {})"), None);
    let rows = History::open(&path).unwrap().list(&Filter::default(), 9).unwrap();
    assert_eq!(rows[0].error.as_ref().unwrap().len(), 200);
}

/// What a history that can't be written says, and what stays in its place.
fn refused(path: &Path, bytes: &[u8]) -> String {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    let (keeper, warning) = keeper(path, &[]);
    let read = History::open(path).unwrap_err();
    // Runs go on, and nobody hears of it for each.
    assert_eq!(add(&keeper, &outcome("1"), None), None);
    assert_eq!(fs::read(path).unwrap(), bytes, "nothing is overwritten");
    let warning = warning.unwrap();
    assert_eq!(warning, format!("{read}; runs go on without it"));
    read.replace(&path.display().to_string(), "FILE")
}

#[test]
fn what_is_no_history_is_left_alone() {
    let (_folder, path) = place();
    let away = "move it away, and the next run begins another";
    assert_eq!(
        refused(&path, b"not a database\n".repeat(100).as_slice()),
        format!("history FILE: it is no database; {away}")
    );

    let other = path.with_file_name("other.db");
    let connection = rusqlite::Connection::open(&other).unwrap();
    connection.execute_batch("CREATE TABLE t (x)").unwrap();
    drop(connection);
    let foreign = fs::read(&other).unwrap();
    assert_eq!(refused(&path, &foreign), "history FILE: it is another program's database; set history.file to another");

    // The numbers at 60 and 68 are the form and the program.
    let mut newer = foreign;
    newer[60..64].copy_from_slice(&2_u32.to_be_bytes());
    newer[68..72].copy_from_slice(&0x7461_6970_u32.to_be_bytes());
    assert_eq!(
        refused(&path, &newer),
        format!(
            "history FILE: its form is 2, and this taipan ({}) knows 1; use the taipan that wrote it, or set history.file to another",
            env!("CARGO_PKG_VERSION")
        )
    );
    // Ours by name, but without our tables.
    newer[60..64].copy_from_slice(&1_u32.to_be_bytes());
    fs::write(&path, &newer).unwrap();
    let (keeper, warning) = keeper(&path, &[]);
    assert_eq!(warning, None);
    let warning = add(&keeper, &outcome("1"), None).unwrap().replace(&path.display().to_string(), "FILE");
    assert!(warning.starts_with("history FILE: it is no history: no such table: runs"), "{warning}");
}

#[test]
fn damage_costs_rows_and_no_runs() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    let run = outcome("1");
    for _ in 0..200 {
        add(&keeper, &run, Some(vec![b'x'; 2000]));
    }
    drop(keeper);
    // All of it into the file itself.
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 8;
    bytes[4096..middle].fill(0xff);
    fs::write(&path, &bytes).unwrap();
    let (keeper, _) = self::keeper(&path, &[]);
    let warning = add(&keeper, &run, None).unwrap();
    let expected = format!(
        "history {}: it is damaged; move it away, and the next run begins another; runs go on without it",
        path.display()
    );
    assert_eq!(warning, expected);
    let read = History::open(&path).and_then(|history| history.list(&Filter::default(), 500)).unwrap_err();
    assert_eq!(expected, format!("{read}; runs go on without it"));
}

#[test]
fn one_that_another_process_holds_is_told() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    let run = outcome("1");
    assert_eq!(add(&keeper, &run, None), None);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let warning = add(&keeper, &run, None).unwrap();
    let why = "another process holds it; try again when that has ended; runs go on without it";
    assert_eq!(warning, format!("history {}: {why}", path.display()));
    // It can be read all the same.
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 9).unwrap().len(), 1);
    other.execute_batch("COMMIT").unwrap();
    // Nothing is tried for a while; then it goes on, and says how many are missing.
    assert_eq!(add(&keeper, &run, None), None);
    keeper.try_now();
    let back = add(&keeper, &run, None).unwrap();
    assert_eq!(back, format!("history {}: it is written again; 2 runs are missing in it", path.display()));
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 9).unwrap().len(), 2);
}

#[test]
fn a_file_that_is_removed_is_made_anew() {
    let (_folder, path) = place();
    let (keeper, _) = keeper(&path, &[]);
    let run = outcome("1");
    add(&keeper, &run, None);
    for name in ["history.db", "history.db-wal", "history.db-shm"] {
        fs::remove_file(path.with_file_name(name)).unwrap();
    }
    assert_eq!(add(&keeper, &run, None), None);
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 9).unwrap().len(), 1);
}

#[test]
fn the_log_goes_into_the_database_before_it_is_long() {
    let (_folder, path) = place();
    let keeper = keeper(&path, &[]).0;
    let run = outcome("1");
    let pages = |name: &str| fs::metadata(path.with_file_name(name)).unwrap().len() / 4096;
    for _ in 0..100 {
        // Ten pages.
        assert_eq!(add(&keeper, &run, Some(vec![7; 40_000])), None);
        assert!(pages("history.db-wal") < 275, "{} pages", pages("history.db-wal"));
    }
    assert!(pages("history.db") > 750, "{} pages", pages("history.db"));
}

#[test]
fn two_processes_write_to_one_history() {
    let (_folder, path) = place();
    let run = outcome("1");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let (keeper, warning) = keeper(&path, &[]);
                assert_eq!(warning, None);
                for _ in 0..50 {
                    assert_eq!(add(&keeper, &run, None), None);
                }
            });
        }
    });
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 500).unwrap().len(), 200);
}

#[cfg(feature = "server")]
#[test]
fn a_row_of_the_scribes_is_there_when_its_writer_goes_on() {
    let (_folder, path) = place();
    let scribe = Scribe::start(keeper(&path, &[]).0).unwrap();
    let (run, policy) = (outcome("1"), Policy::default());
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let (scribe, run, path, policy) = (&scribe, &run, &path, &policy);
            scope.spawn(move || {
                let who = writer.to_string();
                let history = History::open(path).unwrap();
                for at in 1..=25 {
                    let (tell, told) = std::sync::mpsc::channel();
                    scribe.add(entry(&who, policy, run), move |warning| tell.send(warning).unwrap());
                    assert_eq!(told.recv().unwrap(), None);
                    let own = Filter { who: Some(who.clone()), ..Filter::default() };
                    assert_eq!(history.list(&own, 99).unwrap().len(), at);
                }
            });
        }
    });
    let rows = History::open(&path).unwrap().list(&Filter::default(), 500).unwrap();
    let numbers: Vec<u64> = rows.iter().rev().map(|row| row.no).collect();
    assert_eq!(numbers, (1..=200).collect::<Vec<u64>>());
}

#[cfg(feature = "server")]
#[test]
fn a_scribe_that_ends_has_written_all_and_warns_of_each_failure_once() {
    let (_folder, path) = place();
    let (run, policy) = (outcome("1"), Policy::default());
    let (tell, told) = std::sync::mpsc::channel();
    let add_all = |scribe: Scribe| {
        scribe.add(entry("ci", &policy, &run), |_| panic!("who is told breaks"));
        for _ in 0..100 {
            let tell = tell.clone();
            scribe.add(entry("ci", &policy, &run), move |warning| tell.send(warning).unwrap());
        }
        drop(scribe);
        (0..100).filter_map(|_| told.recv().unwrap()).collect::<Vec<String>>()
    };
    assert_eq!(add_all(Scribe::start(keeper(&path, &[]).0).unwrap()), [""; 0]);
    assert_eq!(History::open(&path).unwrap().list(&Filter::default(), 500).unwrap().len(), 101);
    let scribe = Scribe::start(keeper(&path, &[]).0).unwrap();
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path.parent().unwrap(), "").unwrap();
    // The first of a batch is told, which may be the one that breaks.
    assert!(add_all(scribe).len() <= 1);
}

#[test]
fn one_switch_turns_it_off() {
    let (_folder, path) = place();
    assert!(Keeper::start(&config(&path, &[("history.on", Value::Flag(false))])).is_none());
    assert!(Keeper::start(&Config::load(None, &|_| None, Vec::new()).unwrap()).is_none(), "a user without a folder");
    assert!(!path.exists());
}
