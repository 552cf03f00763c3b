//! Writes the history and keeps it within its bounds; what goes wrong costs a row and a warning, never an answer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rusqlite::{Connection, TransactionBehavior};

use super::place::Bounds;
use super::{Entry, fault, store};
use crate::config::Config;

/// How long nothing is tried after a failure; twice as long after each further one.
const PAUSE: Duration = Duration::from_secs(5);

const LONGEST_PAUSE: Duration = Duration::from_secs(600);

/// The history that a process writes to.
#[derive(Debug)]
pub(crate) struct Keeper {
    path: PathBuf,
    bounds: Bounds,
    /// Whether what a run depended on is kept too.
    keeps: bool,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    store: Option<Store>,
    /// Nothing is tried before, and for how long after the next failure.
    pause: Option<(Instant, Duration)>,
    /// Rows that were not written since the last one that was.
    lost: u64,
}

#[derive(Debug)]
struct Store {
    connection: Connection,
    /// The file that was opened; whoever removes it wants its rows gone, and the next one in another.
    file: Option<(u64, u64)>,
}

impl Keeper {
    /// The history that a configuration asks for, if it does, and what is wrong with it: another try is made later.
    pub(crate) fn start(config: &Config) -> Option<(Keeper, Option<String>)> {
        let path = PathBuf::from(config.text("history.file").filter(|_| config.is_set("history.on"))?);
        let state = Mutex::new(State { store: None, pause: None, lost: 0 });
        let keeper = Keeper { path, bounds: Bounds::of(config), keeps: config.is_set("history.keep"), state };
        let mut state = keeper.state.lock();
        let warning = keeper.open(&mut state).err().map(|why| keeper.failed(&mut state, why));
        drop(state);
        Some((keeper, warning))
    }

    /// Whether entries should come with a record.
    pub(crate) fn keeps(&self) -> bool {
        self.keeps
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a row; the warning says why it can't, the first time and then ever more rarely.
    pub(crate) fn add(&self, entry: &Entry<'_>) -> Option<String> {
        let mut state = self.state.lock();
        if state.pause.is_some_and(|(until, _)| Instant::now() < until) {
            state.lost += 1;
            return None;
        }
        match self.write(&mut state, entry) {
            Ok(()) => {
                state.pause = None;
                let lost = std::mem::take(&mut state.lost);
                (lost > 0)
                    .then(|| fault::of(&self.path, &format!("it is written again; {lost} runs are missing in it")))
            }
            Err(why) => {
                state.lost += 1;
                Some(self.failed(&mut state, why))
            }
        }
    }

    /// Ends the pause after a failure.
    #[cfg(test)]
    pub(super) fn try_now(&self) {
        self.state.lock().pause = None;
    }

    fn failed(&self, state: &mut State, why: String) -> String {
        let pause = state.pause.map_or(PAUSE, |(_, pause)| (pause * 2).min(LONGEST_PAUSE));
        state.pause = Some((Instant::now() + pause, pause));
        // What is damaged or full is looked at anew.
        state.store = None;
        format!("{why}; runs go on without it")
    }

    fn open(&self, state: &mut State) -> Result<(), String> {
        let connection = store::open(&self.path)?;
        state.store = Some(Store { connection, file: identity(&self.path) });
        Ok(())
    }

    fn write(&self, state: &mut State, entry: &Entry<'_>) -> Result<(), String> {
        if state.store.as_ref().is_none_or(|store| store.file != identity(&self.path)) {
            self.open(state)?;
        }
        let Some(store) = &mut state.store else { return Ok(()) };
        insert(&mut store.connection, entry, self.bounds).map_err(|error| fault::told(&self.path, &error))
    }
}

fn insert(connection: &mut Connection, entry: &Entry<'_>, bounds: Bounds) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    entry.insert(&transaction, bounds.record())?;
    let last = transaction.last_insert_rowid();
    let first = last.saturating_sub(i64::try_from(bounds.rows).unwrap_or(i64::MAX));
    transaction.prepare_cached("DELETE FROM runs WHERE no <= ?1")?.execute([first])?;
    let pages = |pragma: &str| -> rusqlite::Result<u64> {
        transaction.prepare_cached(pragma)?.query_row([], |row| row.get::<_, i64>(0)).map(|pages| pages.max(0) as u64)
    };
    let size = pages("PRAGMA page_size")?;
    let in_use =
        || -> rusqlite::Result<u64> { Ok((pages("PRAGMA page_count")? - pages("PRAGMA freelist_count")?) * size) };
    // The last row stays, however little is allowed.
    while in_use()? > bounds.bytes {
        let gone = transaction
            .prepare_cached(
                "DELETE FROM runs WHERE no < ?1 AND no IN \
                 (SELECT no FROM runs ORDER BY no LIMIT (SELECT max(1, count(*) / 8) FROM runs))",
            )?
            .execute([last])?;
        if gone == 0 {
            break;
        }
    }
    transaction.commit()?;
    let pages =
        |pragma: &str| -> rusqlite::Result<i64> { connection.prepare_cached(pragma)?.query_row([], |row| row.get(0)) };
    // Pages that are free are used again; a file from a time of wider bounds gives them back.
    if pages("PRAGMA freelist_count")? > 0 && pages("PRAGMA page_count")?.max(0) as u64 * size > bounds.bytes {
        to_the_end(connection, "PRAGMA incremental_vacuum")?;
        to_the_end(connection, "PRAGMA wal_checkpoint(TRUNCATE)")?;
    }
    Ok(())
}

/// Carries out a statement that does a part of its work for each row that it is asked for.
fn to_the_end(connection: &Connection, text: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(text)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}
