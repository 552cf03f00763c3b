//! Writes the history and keeps it within its bounds; what goes wrong costs a row and a warning, never an answer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::entry::Line;
use super::place::Bounds;
use super::{Entry, fault, store};
use crate::config::Config;

/// How long nothing is tried after a failure; twice as long after each further one.
const PAUSE: Duration = Duration::from_secs(5);

const LONGEST_PAUSE: Duration = Duration::from_secs(600);

/// After so many bytes of rows the file's size is looked at, or after a sixteenth of its bound.
const LOOK: u64 = 256 << 10;

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
    /// Bytes of rows since the file's size was last looked at.
    unseen: u64,
}

impl Keeper {
    /// The history that a configuration asks for, if it does, and what is wrong with it: another try is made later.
    pub(crate) fn start(config: &Config) -> Option<(Keeper, Option<String>)> {
        let path = PathBuf::from(config.text("history.file").filter(|_| config.is_set("history.on"))?);
        let state = Mutex::new(State { store: None, pause: None, lost: 0 });
        let (bounds, keeps) = (Bounds::of(config), config.is_set("history.keep"));
        let keeper = Keeper { path, bounds, keeps, state };
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
    pub(crate) fn add(&self, entry: Entry<'_>) -> Option<String> {
        self.add_all(&[self.line(entry)])
    }

    /// The row of a run, as [`add_all`](Keeper::add_all) takes it.
    pub(super) fn line(&self, entry: Entry<'_>) -> Line {
        entry.line(self.bounds.record())
    }

    /// Writes rows in one transaction.
    pub(super) fn add_all(&self, lines: &[Line]) -> Option<String> {
        let mut state = self.state.lock();
        if state.pause.is_some_and(|(until, _)| Instant::now() < until) {
            state.lost += lines.len() as u64;
            return None;
        }
        match self.write(&mut state, lines) {
            Ok(()) => {
                state.pause = None;
                let lost = std::mem::take(&mut state.lost);
                (lost > 0)
                    .then(|| fault::of(&self.path, &format!("it is written again; {lost} runs are missing in it")))
            }
            Err(why) => {
                state.lost += lines.len() as u64;
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
        state.store = Some(Store { connection, file: identity(&self.path), unseen: u64::MAX });
        Ok(())
    }

    fn write(&self, state: &mut State, lines: &[Line]) -> Result<(), String> {
        if state.store.as_ref().is_none_or(|store| store.file != identity(&self.path)) {
            self.open(state)?;
        }
        let Some(store) = &mut state.store else { return Ok(()) };
        store.insert(lines, self.bounds).map_err(|error| fault::told(&self.path, &error))
    }
}

impl Store {
    fn insert(&mut self, lines: &[Line], bounds: Bounds) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for line in lines {
            line.insert(&transaction)?;
            self.unseen = self.unseen.saturating_add(line.size());
        }
        // The newest row stays whatever the bounds are, so a number is never given twice.
        let last = transaction.last_insert_rowid();
        let first = last.saturating_sub(i64::try_from(bounds.rows).unwrap_or(i64::MAX));
        if first > 0 {
            transaction.prepare_cached("DELETE FROM runs WHERE no <= ?1")?.execute([first])?;
        }
        // To ask for the size costs as much as the row itself.
        let looks = self.unseen > LOOK.min(bounds.bytes / 16);
        if looks {
            shrink(&transaction, last, bounds.bytes)?;
        }
        transaction.commit()?;
        if looks {
            self.unseen = 0;
            // Pages that are free are used again; a file from a time of wider bounds gives them back.
            if pages(&self.connection, "PRAGMA freelist_count")? > 0 && size(&self.connection)? > bounds.bytes {
                to_the_end(&self.connection, "PRAGMA incremental_vacuum")?;
                to_the_end(&self.connection, "PRAGMA wal_checkpoint(TRUNCATE)")?;
            }
        }
        Ok(())
    }
}

/// Removes an eighth of the rows, the oldest, until what is left has no more bytes; the last one stays.
fn shrink(transaction: &Transaction<'_>, last: i64, most: u64) -> rusqlite::Result<()> {
    loop {
        let free = pages(transaction, "PRAGMA freelist_count")? * pages(transaction, "PRAGMA page_size")?;
        if size(transaction)?.saturating_sub(free) <= most {
            return Ok(());
        }
        let gone = transaction
            .prepare_cached(
                "DELETE FROM runs WHERE no < ?1 AND no IN \
                 (SELECT no FROM runs ORDER BY no LIMIT (SELECT max(1, count(*) / 8) FROM runs))",
            )?
            .execute([last])?;
        if gone == 0 {
            return Ok(());
        }
    }
}

/// Bytes of the file.
fn size(connection: &Connection) -> rusqlite::Result<u64> {
    Ok(pages(connection, "PRAGMA page_count")? * pages(connection, "PRAGMA page_size")?)
}

fn pages(connection: &Connection, pragma: &str) -> rusqlite::Result<u64> {
    connection.prepare_cached(pragma)?.query_row([], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
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
