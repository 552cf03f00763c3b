//! Which sessions a thread is in a run of: where that run's tools and listeners call back, they cannot wait for its end.

use std::cell::RefCell;
use std::marker::PhantomData;

thread_local! {
    static SESSIONS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a thread in runs of some sessions, until it is dropped there.
#[must_use = "the thread is in them as long as this lives"]
pub(crate) struct Inside {
    before: usize,
    thread: PhantomData<*const ()>,
}

/// This thread enters runs of these sessions.
pub(crate) fn enter(sessions: &[u64]) -> Inside {
    let before = SESSIONS.with_borrow_mut(|all| {
        let before = all.len();
        all.extend(sessions);
        before
    });
    Inside { before, thread: PhantomData }
}

/// The sessions that this thread is in a run of.
pub(crate) fn sessions() -> Vec<u64> {
    SESSIONS.with_borrow(Vec::clone)
}

impl Drop for Inside {
    fn drop(&mut self) {
        SESSIONS.with_borrow_mut(|all| all.truncate(self.before));
    }
}
