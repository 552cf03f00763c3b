//! Puts the pages that a run wrote back to what they are in the image.
#![allow(unsafe_code, reason = "writes to a guest's memory between two runs; the tests of `fresh` look for what stays")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::ptr;

use rustix::io;
use rustix::mm::{Advice, MapFlags, ProtFlags, madvise, mmap_anonymous};

use super::image::{Image, PAGE};
use super::pagemap::Pagemap;
use super::state::{Changes, State};
use super::{faults, memory};

/// Pages that an instance keeps while it waits for a run, at most.
const KEPT: usize = (1 << 20) / PAGE;

/// Pages that an instance keeps from one run to the next, at most: to copy a page back is cheaper than to have it made
/// again when it is written, and a run that wrote more is not the rule.
const HOT: usize = (4 << 20) / PAGE;

/// Runs in a row that leave a page as it is in the image, before it is given back.
const PATIENCE: u32 = 8;

/// Times that a page which was given back and came again soon doubles the patience with it.
const DOUBLINGS: u8 = 7;

/// Runs after which a page that comes again comes soon.
const SOON: u32 = 64;

/// Pages that are worth a call of the system's to give them back: other processors hear of each.
const BATCH: usize = 32;

/// What this machine tells of written pages.
#[derive(Debug)]
pub(super) struct Tracker {
    pagemap: Option<Pagemap>,
    faults_are_counted: bool,
}

impl Tracker {
    /// Asks the machine; holds for the process that asked, not for its children.
    pub(super) fn new() -> Tracker {
        Tracker { pagemap: Pagemap::open(), faults_are_counted: faults::are_counted() }
    }

    /// Whether the kernel tells which pages a run wrote.
    pub(super) fn scans_pages(&self) -> bool {
        self.pagemap.is_some()
    }

    /// What to compare after a run, so that one which wrote no further page needs no scan.
    pub(super) fn mark(&self) -> Mark {
        Mark(if self.faults_are_counted { faults::of_this_thread() } else { None })
    }
}

/// The page faults of a thread at one time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark(Option<u64>);

impl Mark {
    /// Whether a page may have been written since that was not written before; asked on the same thread.
    pub(super) fn has_passed(self, tracker: &Tracker) -> bool {
        self.0.is_none() || tracker.mark().0 != self.0
    }
}

/// A page of an instance's own, by its number.
#[derive(Clone, Copy, Debug)]
struct Own {
    page: usize,
    /// Runs in a row that left it as it is in the image. It may have been written all the same: locks are taken and given
    /// back.
    unused: u32,
    /// Such runs before it is given back.
    patience: u32,
}

/// The pages that were given back, and what is known of them.
#[derive(Debug, Default)]
struct Past {
    /// Runs so far.
    runs: u32,
    /// For a page the run behind which it was given back, and how often the patience with it was doubled.
    pages: BTreeMap<usize, (u32, u8)>,
}

impl Past {
    /// The patience with a page that was written. One that is written by each run, and put back by it, was given back in
    /// vain; one that comes with another kind of program was not.
    fn patience(&mut self, page: usize) -> u32 {
        let Some((when, doubled)) = self.pages.get_mut(&page) else { return PATIENCE };
        if self.runs.wrapping_sub(*when) > SOON {
            self.pages.remove(&page);
            return PATIENCE;
        }
        *doubled = (*doubled + 1).min(DOUBLINGS);
        PATIENCE << *doubled
    }

    fn given_back(&mut self, page: usize) {
        self.pages.entry(page).or_default().0 = self.runs;
    }
}

/// The pages of a memory that are not the image's.
#[derive(Debug, Default)]
pub(super) struct Dirty {
    own: Vec<Own>,
    past: Past,
}

impl Dirty {
    /// Makes a memory of the image's size what the image says; `more` if pages may be dirty that were not before. An
    /// error leaves it in no known state.
    ///
    /// # Safety
    /// `base` is the start of a linear memory of `image.memory()` bytes that nothing refers into, and always the same.
    pub(super) unsafe fn restore(
        &mut self,
        tracker: &Tracker,
        image: &Image,
        base: *mut u8,
        more: bool,
    ) -> io::Result<()> {
        // SAFETY: the caller's contract.
        unsafe {
            match &tracker.pagemap {
                None => return map_anew(image, base),
                Some(pagemap) if more => self.find(pagemap, image, base)?,
                Some(_) => {}
            }
            self.put_back(image, base);
            self.forget_unused(base)
        }
    }

    /// Bytes of the pages that were found so far, those that are as in the image among them.
    pub(super) fn bytes(&self) -> u64 {
        (self.own.len() * PAGE) as u64
    }

    /// Whether it has more than an instance keeps that waits.
    pub(super) fn is_large(&self) -> bool {
        self.own.len() > KEPT
    }

    /// Gives back what an instance that waits does not keep.
    ///
    /// # Safety
    /// As for [`restore`](Dirty::restore), of a memory that has been restored.
    pub(super) unsafe fn trim(&mut self, base: *mut u8) -> io::Result<()> {
        // SAFETY: the caller's contract.
        unsafe { give_back_all(base, self.shed(KEPT)) }
    }

    /// Leaves out the pages beyond so many, those that runs have least use for; gives them in their order.
    fn shed(&mut self, most: usize) -> Vec<usize> {
        if self.own.len() <= most {
            return Vec::new();
        }
        self.own.sort_by_key(|own| own.unused);
        let mut rest: Vec<usize> = self.own.drain(most..).map(|own| own.page).collect();
        self.own.sort_by_key(|own| own.page);
        rest.sort_unstable();
        rest
    }

    /// How a memory differs from a session's after a run in it; `more` as for [`restore`](Dirty::restore). Knows all dirty
    /// pages afterwards, however many, where the kernel tells them. Pages below `first` are no part of a session.
    pub(super) fn changes(
        &mut self,
        tracker: &Tracker,
        image: &Image,
        memory: &[[u8; PAGE]],
        first: usize,
        more: bool,
        state: &State,
    ) -> io::Result<Changes> {
        if let Some(pagemap) = tracker.pagemap.as_ref().filter(|_| more) {
            let start = memory.as_ptr().expose_provenance();
            self.own.clear();
            pagemap.written(start..start + size_of_val(memory), |found| {
                let pages = (found.start - start) / PAGE..(found.end - start) / PAGE;
                self.own.extend(pages.map(|page| Own { page, unused: 0, patience: PATIENCE }));
                Ok(())
            })?;
        }
        let fresh = |page| fresh(image, page);
        Ok(if tracker.pagemap.is_some() {
            let own = self.own.iter().map(|own| own.page).skip_while(|page| *page < first);
            Changes::between(state, memory, own, fresh)
        } else {
            Changes::between(state, memory, first..memory.len(), fresh)
        })
    }

    /// Asks which pages are the memory's own by now, and gives back all but those that runs have most use for.
    ///
    /// # Safety
    /// As for [`restore`](Dirty::restore).
    unsafe fn find(&mut self, pagemap: &Pagemap, image: &Image, base: *mut u8) -> io::Result<()> {
        let start = base as usize;
        let known = std::mem::take(&mut self.own);
        let mut known = known.into_iter().peekable();
        let mut rest = Vec::new();
        pagemap.written(start..start + image.memory(), |found| {
            let pages = (found.start - start) / PAGE..(found.end - start) / PAGE;
            // A run that wrote this much is not the rule, nor are the pages at its end.
            let looked_at = pages.start..pages.end.min(pages.start + (2 * HOT).saturating_sub(self.own.len()));
            for page in looked_at.clone() {
                while known.next_if(|own| own.page < page).is_some() {}
                let own = known.next_if(|own| own.page == page);
                let new = || Own { page, unused: 0, patience: self.past.patience(page) };
                self.own.push(own.unwrap_or_else(new));
            }
            rest.push(looked_at.end..pages.end);
            Ok(())
        })?;
        // SAFETY: the caller's contract.
        unsafe {
            rest.into_iter().try_for_each(|pages| give_back(base, pages))?;
            give_back_all(base, self.shed(HOT))
        }
    }

    /// # Safety
    /// As for [`restore`](Dirty::restore).
    unsafe fn put_back(&mut self, image: &Image, base: *mut u8) {
        for own in &mut self.own {
            // SAFETY: the page lies within the memory.
            let differed = unsafe { rewrite(image, base, own.page) };
            own.unused = if differed { 0 } else { own.unused.saturating_add(1) };
        }
    }

    /// Gives back the pages that runs have had no use for lately.
    ///
    /// # Safety
    /// As for [`restore`](Dirty::restore), of a memory that has been restored.
    unsafe fn forget_unused(&mut self, base: *mut u8) -> io::Result<()> {
        self.past.runs = self.past.runs.wrapping_add(1);
        if self.own.iter().filter(|own| own.unused >= own.patience).count() < BATCH {
            return Ok(());
        }
        let unused = self.own.extract_if(.., |own| own.unused >= own.patience);
        let unused: Vec<usize> = unused.map(|own| own.page).collect();
        unused.iter().for_each(|page| self.past.given_back(*page));
        // SAFETY: the caller's contract.
        unsafe { give_back_all(base, unused) }
    }
}

/// Gives single pages back that come in their order, as few ranges.
///
/// # Safety
/// As for [`give_back`].
unsafe fn give_back_all(base: *mut u8, pages: Vec<usize>) -> io::Result<()> {
    let ranges = pages.chunk_by(|page, next| page + 1 == *next).map(|range| range[0]..range[0] + range.len());
    // SAFETY: the caller's contract.
    ranges.into_iter().try_for_each(|range| unsafe { give_back(base, range) })
}

/// Gives pages of a memory back: the next access finds the image, or zeros behind it.
///
/// # Safety
/// The pages lie in the memory that starts at `base`, and nothing refers into them.
unsafe fn give_back(base: *mut u8, pages: Range<usize>) -> io::Result<()> {
    // SAFETY: the caller's contract.
    unsafe { forget(base.add(pages.start * PAGE).expose_provenance(), pages.len() * PAGE) }
}

/// Gives memory back to the system; what it is mapped from is there again when it is touched.
///
/// # Safety
/// Whole pages of a private mapping that nothing refers into.
pub(super) unsafe fn forget(start: usize, length: usize) -> io::Result<()> {
    if length == 0 {
        return Ok(());
    }
    // SAFETY: the caller's contract.
    unsafe { madvise(ptr::with_exposed_provenance_mut(start), length, Advice::LinuxDontNeed) }
}

/// Writes what the image has over a page, and zeros behind it, if that is not there; whether it was not.
///
/// # Safety
/// The page lies in the memory that starts at `base`, and nothing refers into it.
unsafe fn rewrite(image: &Image, base: *mut u8, page: usize) -> bool {
    let fresh = fresh(image, page);
    // SAFETY: the caller's contract.
    let now = unsafe { &mut *base.add(page * PAGE).cast::<[u8; PAGE]>() };
    let differs = now != fresh;
    if differs {
        *now = *fresh;
    }
    differs
}

/// A page as a fresh memory has it.
pub(super) fn fresh(image: &Image, page: usize) -> &[u8; PAGE] {
    const ZEROS: [u8; PAGE] = [0; PAGE];
    image.bytes().as_chunks().0.get(page).unwrap_or(&ZEROS)
}

/// # Safety
/// As for [`Dirty::restore`].
unsafe fn map_anew(image: &Image, base: *mut u8) -> io::Result<()> {
    let length = image.bytes().len();
    // SAFETY: the caller's contract.
    unsafe {
        memory::map(image, base.cast())?;
        if length < image.memory() {
            let flags = MapFlags::PRIVATE | MapFlags::FIXED | MapFlags::NORESERVE;
            let rest = base.add(length).cast();
            mmap_anonymous(rest, image.memory() - length, ProtFlags::READ | ProtFlags::WRITE, flags)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patience_grows_with_a_page_that_was_given_back_in_vain() {
        let mut past = Past::default();
        assert_eq!(past.patience(5), 8);
        let mut grown = Vec::new();
        for _ in 0..9 {
            past.given_back(5);
            past.runs += SOON;
            grown.push(past.patience(5));
        }
        assert_eq!(grown, [16, 32, 64, 128, 256, 512, 1024, 1024, 1024]);
        assert_eq!(past.patience(6), 8);
        past.given_back(5);
        past.runs += SOON + 1;
        assert_eq!((past.patience(5), past.pages.len()), (8, 0));
    }
}
