//! Memory for the heap of a run: some that the snapshot has ready, and then what the module's memory grows by.

#![allow(unsafe_code, reason = "the trait is unsafe; the addresses come from the module's own memory")]

use std::arch::wasm32::memory_grow;
use std::cell::Cell;
use std::ptr;

use dlmalloc::Allocator;

/// The unit that a memory grows by, in bytes.
const UNIT: usize = 64 << 10;

/// Memory that is ready and was not given out yet.
pub(super) struct Room {
    start: Cell<usize>,
    size: Cell<usize>,
}

impl Room {
    pub(super) const fn new() -> Room {
        Room { start: Cell::new(0), size: Cell::new(0) }
    }

    /// Makes so many bytes ready, and gives the address from which on the memory is this heap's. None where there is
    /// none.
    pub(super) fn prepare(&self, size: usize) -> Option<usize> {
        let (start, size) = grow(size)?;
        self.start.set(start);
        self.size.set(size);
        Some(start)
    }
}

/// Where the new memory starts, and how much there is.
fn grow(size: usize) -> Option<(usize, usize)> {
    let units = size.div_ceil(UNIT);
    let before = memory_grow(0, units);
    (before != usize::MAX).then(|| (before * UNIT, units * UNIT))
}

// SAFETY: what is given lies in the module's memory, was never given before, and is never taken back.
unsafe impl Allocator for Room {
    fn alloc(&self, size: usize) -> (*mut u8, usize, u32) {
        let (ready, left) = (self.start.get(), self.size.replace(0));
        if left >= size {
            return (ptr::with_exposed_provenance_mut(ready), left, 0);
        }
        match grow(size - left) {
            Some((start, more)) if start == ready + left => (ptr::with_exposed_provenance_mut(ready), left + more, 0),
            Some((start, more)) if more >= size => (ptr::with_exposed_provenance_mut(start), more, 0),
            _ => {
                self.size.set(left);
                (ptr::null_mut(), 0, 0)
            }
        }
    }

    fn remap(&self, _block: *mut u8, _old: usize, _new: usize, _can_move: bool) -> *mut u8 {
        ptr::null_mut()
    }

    fn free_part(&self, _block: *mut u8, _old: usize, _new: usize) -> bool {
        false
    }

    fn free(&self, _block: *mut u8, _size: usize) -> bool {
        false
    }

    fn can_release_part(&self, _flags: u32) -> bool {
        false
    }

    fn allocates_zeros(&self) -> bool {
        true
    }

    fn page_size(&self) -> usize {
        UNIT
    }
}
