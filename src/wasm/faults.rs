//! Counts the page faults of a thread: without one, no page was written for the first time.
#![allow(
    unsafe_code,
    reason = "reads the thread's own counters; the test below compares them with pages that it touches"
)]

use std::mem::MaybeUninit;

use super::image::PAGE;
use super::memory::Pages;

/// Page faults of this thread since it began. None where the system does not say.
pub(super) fn of_this_thread() -> Option<u64> {
    let mut usage = MaybeUninit::<libc::rusage>::uninit();
    // SAFETY: the call fills the struct, or says that it did not.
    let usage = unsafe {
        match libc::getrusage(libc::RUSAGE_THREAD, usage.as_mut_ptr()) {
            0 => usage.assume_init(),
            _ => return None,
        }
    };
    u64::try_from(usage.ru_minflt.checked_add(usage.ru_majflt)?).ok()
}

/// Whether this kernel counts each first write to a page, and each that follows a read of it.
pub(super) fn are_counted() -> bool {
    let counted = || {
        let file = rustix::fs::memfd_create("taipan-faults", rustix::fs::MemfdFlags::CLOEXEC).ok()?;
        rustix::fs::ftruncate(&file, (2 * PAGE) as u64).ok()?;
        let pages = Pages::map(&file, 2 * PAGE).ok()?;
        let start = of_this_thread()?;
        pages.write(0, 1);
        let unread = of_this_thread()?;
        pages.read(PAGE);
        let read = of_this_thread()?;
        pages.write(PAGE, 1);
        let written = of_this_thread()?;
        Some(unread > start && written > read)
    };
    counted().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn linux_counts_them() {
        assert!(are_counted());
    }

    #[test]
    fn a_page_that_is_there_costs_none() {
        let file = tempfile::tempfile().unwrap();
        file.set_len(PAGE as u64).unwrap();
        let pages = Pages::map(&file, PAGE).unwrap();
        pages.write(0, 1);
        let before = of_this_thread();
        (0..PAGE).for_each(|at| pages.write(at, 2));
        assert_eq!(of_this_thread(), before);
    }
}
