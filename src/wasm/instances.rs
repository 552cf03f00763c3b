//! The instances of an engine: a bounded number, handed out clean, put back behind the answer.

use std::collections::VecDeque;
use std::sync::{Arc, Weak};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::instance::{Instance, Mould};
use crate::cancel::{self, Cancel};
use crate::error::{Error, ErrorKind};

#[derive(Debug, Default)]
struct Shelf {
    clean: Vec<Instance>,
    used: VecDeque<Instance>,
    /// All that exist, the ones in runs included.
    living: usize,
}

/// The instances, clean and used.
pub(super) struct Instances {
    mould: Arc<Mould>,
    most: usize,
    shelf: Mutex<Shelf>,
    freed: Condvar,
}

impl Instances {
    pub(super) fn new(mould: Arc<Mould>, most: usize) -> Arc<Instances> {
        Arc::new(Instances { mould, most, shelf: Mutex::default(), freed: Condvar::new() })
    }

    pub(super) fn mould(&self) -> &Mould {
        &self.mould
    }

    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// A clean instance; where all are in runs it waits for one, so long. None where the caller no longer wants it.
    pub(super) fn take(&self, cancel: Option<&Cancel>, wait: Duration) -> Result<Option<Instance>, Error> {
        let mut shelf = self.shelf.lock();
        let mut until = None;
        loop {
            if cancel.is_some_and(Cancel::is_cancelled) {
                // A notice that came for this caller goes on to another.
                self.freed.notify_one();
                return Ok(None);
            }
            if let Some(instance) = shelf.clean.pop() {
                return Ok(Some(instance));
            }
            if let Some(used) = shelf.used.pop_front() {
                drop(shelf);
                if let Some(clean) = self.cleaned(used) {
                    return Ok(Some(clean));
                }
                shelf = self.shelf.lock();
                continue;
            }
            if shelf.living < self.most {
                shelf.living += 1;
                drop(shelf);
                return self.make().map(Some);
            }
            let now = Instant::now();
            let until = *until.get_or_insert(now + wait);
            if now >= until {
                return Err(Error::busy(self.most, wait));
            }
            // Whoever cancels knows nothing of this lock, so a caller who can be cancelled looks from time to time.
            let next = if cancel.is_some() { until.min(now + cancel::LOOK) } else { until };
            self.freed.wait_until(&mut shelf, next);
        }
    }

    fn make(&self) -> Result<Instance, Error> {
        Instance::new(&self.mould).map_err(|error| {
            self.lost();
            Error::new(ErrorKind::Exhausted, format!("no room for another interpreter: {error:#}"))
        })
    }

    /// Takes an instance back. One that cannot be used again is freed here.
    pub(super) fn give(&self, instance: Instance, usable: bool) -> bool {
        if !usable {
            drop(instance);
            self.lost();
            return false;
        }
        let mut shelf = self.shelf.lock();
        shelf.used.push_back(instance);
        self.freed.notify_one();
        shelf.clean.len() <= shelf.used.len()
    }

    /// An instance is gone that was in a run.
    pub(super) fn lost(&self) {
        self.shelf.lock().living -= 1;
        self.freed.notify_one();
    }

    /// A used instance in the state of the image; one that can't be put back there is freed.
    fn cleaned(&self, mut used: Instance) -> Option<Instance> {
        if used.reset(&self.mould).is_ok() {
            return Some(used);
        }
        drop(used);
        self.lost();
        None
    }

    /// Cleans one used instance; whether there was one.
    fn clean_one(&self) -> bool {
        let Some(used) = self.shelf.lock().used.pop_front() else { return false };
        if let Some(clean) = self.cleaned(used) {
            self.shelf.lock().clean.push(clean);
            self.freed.notify_one();
        }
        true
    }
}

/// The thread that cleans. It ends with the engine.
#[derive(Debug)]
pub(super) struct Cleaner(Thread);

impl Cleaner {
    pub(super) fn start(instances: &Arc<Instances>) -> std::io::Result<Cleaner> {
        let instances = Arc::downgrade(instances);
        let handle = thread::Builder::new().name("taipan-clean".into()).spawn(move || clean(&instances))?;
        Ok(Cleaner(handle.thread().clone()))
    }

    /// There is something to clean.
    pub(super) fn wake(&self) {
        self.0.unpark();
    }
}

impl Drop for Cleaner {
    fn drop(&mut self) {
        self.0.unpark();
    }
}

fn clean(instances: &Weak<Instances>) {
    loop {
        thread::park();
        while instances.upgrade().is_some_and(|instances| instances.clean_one()) {}
        if instances.strong_count() == 0 {
            return;
        }
    }
}
