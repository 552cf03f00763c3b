//! The instances of an engine: a bounded number, handed out clean.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::thread::{self, Thread, ThreadId};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::dirty::Tracker;
use super::instance::{Instance, Mould};
use super::state::Content;
use super::ticker::TICK;
use crate::cancel::{self, Cancel};
#[cfg(feature = "server")]
use crate::engine::Instances as Became;
use crate::error::{Error, ErrorKind};

/// How long an instance is kept for the session that left it.
const HELD: Duration = Duration::from_secs(10);

/// How long a clean instance keeps more than its share, for the run that wants it again.
const WARM: Duration = Duration::from_millis(50);

/// An instance in the state of the image.
#[derive(Debug)]
struct Clean {
    instance: Instance,
    /// Whose caches hold what it holds, unless it has waited for so long that nobody's do.
    thread: Option<ThreadId>,
    since: Instant,
}

/// An instance that a run has left behind.
#[derive(Debug)]
struct Used {
    instance: Instance,
    /// Whose caches hold what it holds.
    thread: ThreadId,
    since: Instant,
}

#[derive(Debug, Default)]
struct Shelf {
    clean: Vec<Clean>,
    /// The one that was used last comes last.
    used: Vec<Used>,
    /// All that exist, the ones in runs included.
    living: usize,
}

impl Clean {
    fn is_too_large(&self) -> bool {
        self.instance.is_large() && self.since.elapsed() >= WARM
    }
}

impl Used {
    /// Whether a session may come back for it.
    fn is_held(&self) -> bool {
        self.instance.content().is_some()
    }
}

impl Shelf {
    /// The instance that holds what a session left: it needs no cleaning and no filling.
    fn holding(&mut self, content: Content) -> Option<Instance> {
        let at = self.used.iter().position(|used| used.instance.content() == Some(content))?;
        Some(self.used.remove(at).instance)
    }

    /// The instance that this thread used last, unless a session's: to clean what is in a processor's caches is cheaper
    /// than to run on what is not.
    fn of_this_thread(&mut self) -> Option<Instance> {
        let thread = thread::current().id();
        let at = self.used.iter().rposition(|used| used.thread == thread && !used.is_held())?;
        Some(self.used.remove(at).instance)
    }

    /// A clean instance, this thread's own if there is one.
    fn clean(&mut self) -> Option<Instance> {
        let thread = Some(thread::current().id());
        let at = self.clean.iter().rposition(|clean| clean.thread == thread);
        at.map(|at| self.clean.remove(at)).or_else(|| self.clean.pop()).map(|clean| clean.instance)
    }

    /// A clean instance that has waited for long, and holds more than it may then.
    fn large(&mut self) -> Option<Instance> {
        let at = self.clean.iter().position(Clean::is_too_large)?;
        Some(self.clean.remove(at).instance)
    }

    /// The one that has waited longest to be cleaned, and so long; one that a session may come back for, or one of the
    /// others.
    fn oldest(&mut self, held: bool, age: Duration) -> Option<Instance> {
        let at = self.used.iter().position(|used| used.is_held() == held)?;
        (self.used[at].since.elapsed() >= age).then(|| self.used.remove(at).instance)
    }
}

/// The instances, clean and used.
pub(super) struct Instances {
    mould: Arc<Mould>,
    tracker: Tracker,
    most: usize,
    shelf: Mutex<Shelf>,
    freed: Condvar,
    resets: AtomicU64,
    lost: AtomicU64,
}

impl Instances {
    pub(super) fn new(mould: Arc<Mould>, most: usize) -> Arc<Instances> {
        let tracker = Tracker::new();
        Arc::new(Instances {
            mould,
            tracker,
            most,
            shelf: Mutex::default(),
            freed: Condvar::new(),
            resets: AtomicU64::new(0),
            lost: AtomicU64::new(0),
        })
    }

    /// What became of them so far.
    #[cfg(feature = "server")]
    pub(super) fn figures(&self) -> Became {
        let shelf = self.shelf.lock();
        let (living, idle) = (shelf.living, shelf.clean.len() + shelf.used.len());
        drop(shelf);
        let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
        Became { living, idle, resets: of(&self.resets), lost: of(&self.lost) }
    }

    pub(super) fn tracker(&self) -> &Tracker {
        &self.tracker
    }

    pub(super) fn mould(&self) -> &Mould {
        &self.mould
    }

    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// The instance that holds some content, else a clean one; where all are in runs it waits for one, so long. None where
    /// the caller no longer wants it.
    pub(super) fn take(
        &self,
        content: Option<Content>,
        cancel: Option<&Cancel>,
        wait: Duration,
    ) -> Result<Option<Instance>, Error> {
        let mut shelf = self.shelf.lock();
        let mut until = None;
        loop {
            if cancel.is_some_and(Cancel::is_cancelled) {
                // A notice that came for this caller goes on to another.
                self.freed.notify_one();
                return Ok(None);
            }
            if let Some(instance) = content.and_then(|content| shelf.holding(content)) {
                return Ok(Some(instance));
            }
            let mine = shelf.of_this_thread();
            if mine.is_none()
                && let Some(clean) = shelf.clean()
            {
                return Ok(Some(clean));
            }
            let has_room = shelf.living < self.most;
            let used = mine.or_else(|| shelf.oldest(false, Duration::ZERO));
            if let Some(used) = used.or_else(|| if has_room { None } else { shelf.oldest(true, Duration::ZERO) }) {
                drop(shelf);
                if let Some(clean) = self.cleaned(used) {
                    return Ok(Some(clean));
                }
                shelf = self.shelf.lock();
                continue;
            }
            if has_room {
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
    pub(super) fn give(&self, instance: Instance, usable: bool) {
        if !usable {
            drop(instance);
            self.lost();
            return;
        }
        let used = Used { instance, thread: thread::current().id(), since: Instant::now() };
        self.shelf.lock().used.push(used);
        self.freed.notify_one();
    }

    /// Cleans the instance that this thread used last, for its next run.
    pub(super) fn make_ready(&self) {
        let mine = self.shelf.lock().of_this_thread();
        if let Some(clean) = mine.and_then(|used| self.cleaned(used)) {
            self.offer(clean, Some(thread::current().id()));
        }
    }

    /// Has a clean instance ready for whoever asks next.
    fn offer(&self, instance: Instance, thread: Option<ThreadId>) {
        self.shelf.lock().clean.push(Clean { instance, thread, since: Instant::now() });
        self.freed.notify_one();
    }

    /// An instance is gone that was in a run.
    pub(super) fn lost(&self) {
        self.lost.fetch_add(1, Ordering::Relaxed);
        self.shelf.lock().living -= 1;
        self.freed.notify_one();
    }

    /// A used instance in the state of the image; one that can't be put back there is freed.
    fn cleaned(&self, mut used: Instance) -> Option<Instance> {
        if used.reset(&self.mould, &self.tracker).is_ok() {
            self.resets.fetch_add(1, Ordering::Relaxed);
            return Some(used);
        }
        drop(used);
        self.lost();
        None
    }

    /// Cleans one instance that no thread has come back for, or makes one smaller; whether there was one.
    fn clean_one(&self) -> bool {
        let mut shelf = self.shelf.lock();
        let used = shelf.oldest(false, TICK).or_else(|| shelf.oldest(true, HELD));
        let large = if used.is_none() { shelf.large() } else { None };
        drop(shelf);
        let clean = match (used, large) {
            (Some(used), _) => self.cleaned(used),
            (None, Some(large)) => self.trimmed(large),
            (None, None) => return false,
        };
        if let Some(clean) = clean {
            self.offer(clean, None);
        }
        true
    }

    /// A clean instance that holds no more than one that waits may; one that can't be made so is freed.
    fn trimmed(&self, mut large: Instance) -> Option<Instance> {
        if large.trim().is_ok() {
            return Some(large);
        }
        drop(large);
        self.lost();
        None
    }

    fn has_work(&self) -> bool {
        let shelf = self.shelf.lock();
        !shelf.used.is_empty() || shelf.clean.iter().any(Clean::is_too_large)
    }
}

/// The thread that cleans what has been left. It ends with the engine.
#[derive(Debug)]
pub(super) struct Cleaner {
    instances: Weak<Instances>,
    thread: Thread,
}

impl Cleaner {
    pub(super) fn start(instances: &Arc<Instances>) -> std::io::Result<Cleaner> {
        let instances = Arc::downgrade(instances);
        let cleaned = instances.clone();
        let handle = thread::Builder::new().name("taipan-clean".into()).spawn(move || clean(&cleaned))?;
        Ok(Cleaner { instances, thread: handle.thread().clone() })
    }

    /// Has it look whether there is something to clean.
    pub(super) fn wake(&self) {
        if self.instances.upgrade().is_none_or(|instances| instances.has_work()) {
            self.thread.unpark();
        }
    }
}

impl Drop for Cleaner {
    fn drop(&mut self) {
        self.thread.unpark();
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
