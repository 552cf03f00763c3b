//! Writes rows for many runs at a time: those that come while others are written go into the next transaction together.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use parking_lot::{Condvar, Mutex};

use super::entry::Line;
use super::{Entry, Keeper};

/// The thread that writes a history.
#[derive(Debug)]
pub(crate) struct Scribe {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    keeper: Keeper,
    rows: Mutex<Rows>,
    work: Condvar,
}

/// Rows on their way, and who is told of each.
#[derive(Default)]
struct Rows {
    lines: Vec<Line>,
    told: Vec<Told>,
    is_closed: bool,
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
        let shared = Arc::new(Shared { keeper, rows: Mutex::default(), work: Condvar::new() });
        let at_work = shared.clone();
        let thread = thread::Builder::new().name(String::from("taipan-history")).spawn(move || at_work.write())?;
        Ok(Scribe { shared, thread: Some(thread) })
    }

    /// What it writes to.
    pub(crate) fn keeper(&self) -> &Keeper {
        &self.shared.keeper
    }

    /// Has a row written. `told` is called on the scribe's thread, and dropped where that can't go on.
    pub(crate) fn add(&self, entry: Entry<'_>, told: impl FnOnce(Option<String>) + Send + 'static) {
        let line = self.shared.keeper.line(entry);
        let mut rows = self.shared.rows.lock();
        rows.lines.push(line);
        rows.told.push(Box::new(told));
        drop(rows);
        self.shared.work.notify_one();
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        self.shared.rows.lock().is_closed = true;
        self.shared.work.notify_one();
        if let Some(thread) = self.thread.take() {
            // What comes of its last rows it has told by itself.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn write(&self) {
        let mut rows = self.rows.lock();
        loop {
            if rows.lines.is_empty() {
                if rows.is_closed {
                    return;
                }
                self.work.wait(&mut rows);
                continue;
            }
            let (lines, told) = (std::mem::take(&mut rows.lines), std::mem::take(&mut rows.told));
            drop(rows);
            let done = catch_unwind(AssertUnwindSafe(|| self.keeper.add_all(&lines)));
            let mut warning = done.unwrap_or_else(|_| Some(String::from("the history broke; runs go on without it")));
            // One of them is enough to say it.
            told.into_iter().for_each(|told| told(warning.take()));
            rows = self.rows.lock();
        }
    }
}
