//! What a session is between two runs: the pages in which its memory differs from the image, and the small runs since they
//! were taken over.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::image::PAGE;
use crate::job::Job;
use crate::limits::Limits;

/// Small runs that a session has before its pages are taken over again, at most.
const SMALL_RUNS: usize = 64;

/// What they may use together, in units of fuel: to carry them out again takes about 2 ms, more where they copy much.
const SMALL_FUEL: u64 = 10_000;

/// What their messages may take together, in bytes.
const SMALL_BYTES: u64 = 64 << 10;

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
    /// Runs that came after the pages, which cost less to carry out again than to look for what they changed.
    pub(super) since: Vec<Small>,
}

/// A run that depended on nothing but its job and its session.
#[derive(Clone, Debug)]
pub(super) struct Small {
    /// The job's bounds, without its deadline; the rest of it is in the message.
    pub(super) bounds: Arc<Job>,
    pub(super) message: Arc<[u8]>,
    pub(super) fuel: u64,
}

impl State {
    /// A session that has not run yet.
    pub(super) fn fresh(memory: usize) -> State {
        State::of(Vec::new(), memory, 0)
    }

    /// A session that has these pages.
    pub(super) fn of(pages: Vec<(usize, Page)>, memory: usize, uptime: i64) -> State {
        State { content: Content::new(), pages, memory, uptime, since: Vec::new() }
    }

    /// Whether its pages are all of it.
    pub(super) fn is_settled(&self) -> bool {
        self.since.is_empty()
    }

    /// Notes a small run instead of what it left; whether it did.
    pub(super) fn note(&mut self, job: &Job, message: &[u8], fuel: u64) -> bool {
        let before = |of: fn(&Small) -> u64| self.since.iter().map(of).sum::<u64>();
        let is_small = self.since.len() < SMALL_RUNS
            && before(|small| small.fuel).saturating_add(fuel) <= SMALL_FUEL
            && before(|small| small.message.len() as u64) + message.len() as u64 <= SMALL_BYTES;
        if is_small {
            self.content = Content::new();
            let limits = Limits { deadline: Duration::MAX, ..job.limits.clone() };
            let bounds = Job { limits, policy: job.policy.clone(), session: true, ..Job::of("") };
            self.since.push(Small { bounds: Arc::new(bounds), message: message.into(), fuel });
        }
        is_small
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

    /// Bytes that it would hold after some changes.
    pub(super) fn bytes_after(&self, changes: &Changes) -> u64 {
        ((self.pages.len() + changes.new.len() - changes.gone.len()) * PAGE) as u64
    }

    /// Takes over what a run has left in a memory.
    pub(super) fn take_over(&mut self, changes: &Changes, memory: &[[u8; PAGE]]) {
        self.content = Content::new();
        self.since.clear();
        for at in &changes.others {
            let (page, bytes) = &mut self.pages[*at];
            // A page that no other session has is written over: to make another one costs more than its bytes.
            match Arc::get_mut(bytes) {
                Some(own) => *own = memory[*page],
                None => *bytes = Arc::new(memory[*page]),
            }
        }
        if !changes.gone.is_empty() {
            let mut at = 0..;
            self.pages.retain(|_| at.next().is_some_and(|at| changes.gone.binary_search(&at).is_err()));
        }
        if !changes.new.is_empty() {
            self.pages.extend(changes.new.iter().map(|page| (*page, Arc::new(memory[*page]))));
            self.pages.sort_unstable_by_key(|(page, _)| *page);
        }
    }
}

/// How a memory differs from a session's.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Changes {
    /// The places, in the session's list, of pages with other bytes.
    others: Vec<usize>,
    /// The places of pages that are again as in the image.
    gone: Vec<usize>,
    /// The numbers of pages that the session has not had.
    new: Vec<usize>,
}

impl Changes {
    /// Compares the session's pages and others that may have been written, whose numbers rise; `fresh` gives a page as the
    /// image has it.
    pub(super) fn between<'i>(
        state: &State,
        memory: &[[u8; PAGE]],
        written: impl Iterator<Item = usize>,
        fresh: impl Fn(usize) -> &'i [u8; PAGE],
    ) -> Changes {
        let mut changes = Changes::default();
        let mut known = state.pages.iter().enumerate().peekable();
        for page in written {
            while let Some(before) = known.next_if(|(_, (number, _))| *number < page) {
                changes.look(before, memory, &fresh);
            }
            match known.next_if(|(_, (number, _))| *number == page) {
                Some(before) => changes.look(before, memory, &fresh),
                None if memory[page] != *fresh(page) => changes.new.push(page),
                None => {}
            }
        }
        known.for_each(|before| changes.look(before, memory, &fresh));
        changes
    }

    fn look<'i>(
        &mut self,
        (at, (page, before)): (usize, &(usize, Page)),
        memory: &[[u8; PAGE]],
        fresh: &impl Fn(usize) -> &'i [u8; PAGE],
    ) {
        let now = &memory[*page];
        if *now != **before {
            let places = if now == fresh(*page) { &mut self.gone } else { &mut self.others };
            places.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZEROS: [u8; PAGE] = [0; PAGE];

    fn memory(bytes: &[u8]) -> Vec<[u8; PAGE]> {
        bytes.iter().map(|byte| [*byte; PAGE]).collect()
    }

    fn bytes(state: &State) -> Vec<(usize, u8)> {
        state.pages.iter().map(|(page, bytes)| (*page, bytes[0])).collect()
    }

    /// What a session has after a run that left these bytes, one a page, and wrote these pages.
    fn after(state: &mut State, left: &[u8], written: &[usize]) -> Vec<(usize, u8)> {
        let left = memory(left);
        let changes = Changes::between(state, &left, written.iter().copied(), |_| &ZEROS);
        let wanted = state.bytes_after(&changes);
        state.take_over(&changes, &left);
        assert_eq!(state.bytes(), wanted);
        bytes(state)
    }

    #[test]
    fn a_session_takes_over_what_a_run_has_left() {
        let mut state = State::fresh(6 * PAGE);
        assert_eq!(after(&mut state, &[0, 1, 0, 3, 0, 0], &[1, 2, 3]), [(1, 1), (3, 3)]);
        // Its own pages are looked at, whether or not they are told.
        assert_eq!(after(&mut state, &[0, 7, 2, 0, 0, 5], &[2, 5]), [(1, 7), (2, 2), (5, 5)]);
        assert_eq!(after(&mut state, &[0, 7, 2, 0, 0, 5], &[]), [(1, 7), (2, 2), (5, 5)]);
        assert_eq!(after(&mut state, &[9, 0, 0, 0, 0, 0], &[0]), [(0, 9)]);
    }

    #[test]
    fn what_two_sessions_share_stays_the_others() {
        let mut state = State::fresh(2 * PAGE);
        after(&mut state, &[1, 2], &[0, 1]);
        let other = state.clone();
        assert_eq!(after(&mut state, &[1, 9], &[1]), [(0, 1), (1, 9)]);
        assert_eq!(bytes(&other), [(0, 1), (1, 2)]);
        assert!(state.content != other.content);
        assert!(Arc::ptr_eq(&state.pages[0].1, &other.pages[0].1));
    }
}
