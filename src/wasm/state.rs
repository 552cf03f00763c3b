//! What a session is between two runs: the pages in which its memory differs from the image.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::image::PAGE;

/// A page's bytes, shared by the sessions that have them.
pub(super) type Page = Arc<[u8; PAGE]>;

/// What names the content of a memory: no two that differ have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Content(u64);

impl Content {
    pub(super) fn new() -> Content {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Content(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// The memory of a session. Cheap to clone: pages are shared until one of the two has others.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// A clone has it too, for its pages are the same.
    pub(super) content: Content,
    /// In the order of their numbers.
    pub(super) pages: Vec<(usize, Page)>,
    /// Bytes of the whole memory.
    pub(super) memory: usize,
    /// What the session's monotonic clock shows, in nanoseconds.
    pub(super) uptime: i64,
}

impl State {
    /// A session that has not run yet.
    pub(super) fn fresh(memory: usize) -> State {
        State { content: Content::new(), pages: Vec::new(), memory, uptime: 0 }
    }

    /// Lets time pass for the session's clock.
    pub(crate) fn pass(&mut self, time: Duration) {
        let nanos = i64::try_from(time.as_nanos()).unwrap_or(i64::MAX);
        self.uptime = self.uptime.saturating_add(nanos);
    }

    /// Bytes that the session holds beside the image.
    pub(crate) fn bytes(&self) -> u64 {
        (self.pages.len() * PAGE) as u64
    }

    /// The page of this number, if it has these bytes.
    pub(super) fn shared(&self, page: usize, bytes: &[u8; PAGE]) -> Option<Page> {
        let at = self.pages.binary_search_by_key(&page, |(number, _)| *number).ok()?;
        (*self.pages[at].1 == *bytes).then(|| self.pages[at].1.clone())
    }
}
