//! Threads that do not push others aside when they are woken.
#![allow(
    unsafe_code,
    reason = "sets the calling thread's own policy, which rustix does not; the test below reads it back"
)]

use std::{io, thread};

/// Starts a thread that waits for its turn after it was woken, where the system can do that: Linux, `SCHED_BATCH`. Its share
/// of the processors stays the same. What wakes it goes on meanwhile, and has more for it to do by then; so fewer are
/// woken, and what follows on each other is in the processor's caches.
pub(crate) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let work = || {
        wait_for_turns();
        work();
    };
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

fn wait_for_turns() {
    #[cfg(target_os = "linux")]
    {
        let param = libc::sched_param { sched_priority: 0 };
        // SAFETY: the call reads the struct and nothing else. Where it is refused all stays as it was.
        unsafe { libc::sched_setscheduler(0, libc::SCHED_BATCH, &raw const param) };
    }
}

/// Whether this thread does.
#[cfg(all(test, target_os = "linux"))]
pub(crate) fn waits() -> bool {
    // SAFETY: the call takes a number.
    unsafe { libc::sched_getscheduler(0) == libc::SCHED_BATCH }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn a_thread_waits_once_it_has_said_so() {
        assert!(!super::waits());
        super::wait_for_turns();
        assert!(super::waits());
    }
}
