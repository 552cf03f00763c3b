//! Writes rows for many runs at a time: those that come while others are written go into the next transaction together.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::entry::Line;
use super::{Entry, Keeper};
use crate::batch;

/// Bytes of rows that may wait, about; whoever brings another one waits for room.
const MOST: u64 = 16 << 20;

/// How long the end waits for what is still to be written: nothing may hold the process for ever.
const GRACE: Duration = Duration::from_secs(1);

/// The thread that writes a history.
#[derive(Debug)]
pub(crate) struct Scribe(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    keeper: Keeper,
    rows: Mutex<Rows>,
    work: Condvar,
    /// Told when rows have been taken up, and when the thread has ended.
    room: Condvar,
}

/// Rows on their way, and who is told of each.
#[derive(Default)]
struct Rows {
    lines: Vec<Line>,
    told: Vec<Told>,
    bytes: u64,
    is_closed: bool,
    has_ended: bool,
}

/// Called with what to warn of when a row is written or given up.
type Told = Box<dyn FnOnce(Option<String>) + Send>;

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("lines", &self.lines.len()).finish_non_exhaustive()
    }
}

impl Scribe {
    pub(crate) fn start(keeper: Keeper) -> io::Result<Scribe> {
        let (work, room) = (Condvar::new(), Condvar::new());
        let shared = Arc::new(Shared { keeper, rows: Mutex::default(), work, room });
        let at_work = shared.clone();
        batch::spawn("taipan-history", move || at_work.write())?;
        Ok(Scribe(shared))
    }

    /// What it writes to.
    pub(crate) fn keeper(&self) -> &Keeper {
        &self.0.keeper
    }

    /// Has a row written; waits where too much waits already. `told` is called on the scribe's thread.
    pub(crate) fn add(&self, entry: Entry<'_>, told: impl FnOnce(Option<String>) + Send + 'static) {
        let line = self.0.keeper.line(entry);
        let mut rows = self.0.rows.lock();
        self.0.room.wait_while(&mut rows, |rows| rows.bytes > MOST);
        rows.bytes = rows.bytes.saturating_add(line.size());
        rows.lines.push(line);
        rows.told.push(Box::new(told));
        drop(rows);
        self.0.work.notify_one();
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        let mut rows = self.0.rows.lock();
        rows.is_closed = true;
        self.0.work.notify_one();
        self.0.room.wait_while_for(&mut rows, |rows| !rows.has_ended, GRACE);
    }
}

impl Shared {
    fn write(&self) {
        let mut rows = self.rows.lock();
        loop {
            if rows.lines.is_empty() {
                if rows.is_closed {
                    break;
                }
                self.work.wait(&mut rows);
                continue;
            }
            let (lines, told) = (std::mem::take(&mut rows.lines), std::mem::take(&mut rows.told));
            rows.bytes = 0;
            drop(rows);
            self.room.notify_all();
            let done = catch_unwind(AssertUnwindSafe(|| self.keeper.add_all(&lines)));
            let mut warning = done.unwrap_or_else(|_| Some(String::from("the history broke; runs go on without it")));
            for told in told {
                // One of them is enough to say it; and what panics there must not keep the others from their answers.
                let warning = warning.take();
                let _ = catch_unwind(AssertUnwindSafe(|| told(warning)));
            }
            rows = self.rows.lock();
        }
        rows.has_ended = true;
        self.room.notify_all();
    }
}
