//! The heap behind the wall: what the snapshot holds stays as it is, and what a run takes lies close together.
//!
//! A run that took its blocks from the gaps of the snapshot's heap would write to pages all over it, and every page that
//! a run writes has to be put back.

#![allow(
    unsafe_code,
    reason = "an allocator; the tests below free and move blocks of both kinds, and every case runs on it behind the wall"
)]

mod small;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, UnsafeCell};
use std::ptr;

use dlmalloc::{Allocator, Dlmalloc};

use small::{Class, Small};

/// Blocks below an address are the snapshot's, and those from there on a run's.
pub(super) struct Heap<A> {
    boundary: Cell<usize>,
    run: UnsafeCell<Dlmalloc<A>>,
    /// What a run gave back and is likely to want again.
    small: Small,
    /// A large block that is asked for and given back again and again, and what it is asked for by.
    kept: Cell<*mut u8>,
    kept_layout: Layout,
    kept_is_free: Cell<bool>,
}

// SAFETY: there are no threads behind the wall; a test has a heap for itself.
unsafe impl<A> Sync for Heap<A> {}

impl<A: Allocator> Heap<A> {
    /// A heap that keeps a block of this layout in one place. Elsewhere it would lie among a run's blocks, each time in
    /// another place: what is written to it there is further pages, and what comes after it lies apart from the rest.
    pub(super) const fn new(system: A, kept_layout: Layout) -> Heap<A> {
        Heap {
            boundary: Cell::new(usize::MAX),
            run: UnsafeCell::new(Dlmalloc::new_with_allocator(system)),
            small: Small::new(),
            kept: Cell::new(ptr::null_mut()),
            kept_layout,
            kept_is_free: Cell::new(false),
        }
    }

    /// Ends the time before the snapshot: no block of it is handed out again, or written to by the heap.
    ///
    /// # Safety
    /// The system of the heap gives memory from the boundary on, and every block so far lies below it.
    pub(super) unsafe fn seal(&self, boundary: usize) {
        self.boundary.set(boundary);
        // SAFETY: the layout is not empty.
        let kept = unsafe { self.run().malloc(self.kept_layout.size(), self.kept_layout.align()) };
        self.kept.set(kept);
        self.kept_is_free.set(!kept.is_null());
    }

    /// Where the memory of runs comes from.
    #[cfg(target_family = "wasm")]
    pub(super) fn system(&self) -> &A {
        // SAFETY: the heap is called by nothing meanwhile.
        unsafe { self.run().allocator() }
    }

    fn is_sealed(&self) -> bool {
        self.boundary.get() != usize::MAX
    }

    fn is_snapshots(&self, block: *mut u8) -> bool {
        block.addr() < self.boundary.get()
    }

    /// Whether a block is the one that is kept, which is never given back to the heap.
    fn is_kept(&self, block: *mut u8) -> bool {
        block == self.kept.get()
    }

    #[expect(clippy::mut_from_ref, reason = "no call of this module lets another one in before it is done with it")]
    unsafe fn run(&self) -> &mut Dlmalloc<A> {
        // SAFETY: there are no threads, and the heap calls nothing that allocates.
        unsafe { &mut *self.run.get() }
    }
}

// SAFETY: a block comes from the system's allocator or from the run's, and goes back to the same; one of the snapshot's goes
// nowhere, and the one that is kept goes to its place, from where it is given to one owner at a time. None of the
// methods is inlined: a compiler knows nothing to be in a block that it has just asked for, and would take the size that
// the heap keeps before it for undefined where it sees the heap read it.
unsafe impl<A: Allocator> GlobalAlloc for Heap<A> {
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's contract.
        unsafe {
            if !self.is_sealed() {
                return System.alloc(layout);
            }
            if let Some(class) = Class::of(layout) {
                return match self.small.take(class) {
                    Some(block) => block,
                    None => self.run().malloc(class.size(), Class::ALIGN),
                };
            }
            if layout == self.kept_layout && self.kept_is_free.replace(false) {
                return self.kept.get();
            }
            self.run().malloc(layout.size(), layout.align())
        }
    }

    #[inline(never)]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's contract.
        unsafe {
            if !self.is_sealed() {
                return System.alloc_zeroed(layout);
            }
            if Class::of(layout).is_none() {
                return self.run().calloc(layout.size(), layout.align());
            }
            let block = self.alloc(layout);
            if !block.is_null() {
                block.write_bytes(0, layout.size());
            }
            block
        }
    }

    #[inline(never)]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's contract.
        unsafe {
            if !self.is_sealed() {
                System.dealloc(block, layout);
            } else if self.is_kept(block) {
                self.kept_is_free.set(true);
            } else if !self.is_snapshots(block) {
                match Class::of(layout) {
                    Some(class) if self.small.keep(class, block) => {}
                    Some(class) => self.run().free(block, class.size(), Class::ALIGN),
                    None => self.run().free(block, layout.size(), layout.align()),
                }
            }
        }
    }

    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's contract.
        unsafe {
            if !self.is_sealed() {
                return System.realloc(block, layout, new_size);
            }
            let stays = self.is_snapshots(block) || self.is_kept(block);
            if stays && new_size <= layout.size() {
                return block;
            }
            let (class, new_layout) = (Class::of(layout), Layout::from_size_align_unchecked(new_size, layout.align()));
            let new_class = Class::of(new_layout);
            if !stays && class == new_class {
                return match class {
                    Some(_) => block,
                    None => self.run().realloc(block, layout.size(), layout.align(), new_size),
                };
            }
            let moved = self.alloc(new_layout);
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(block, layout.size().min(new_size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

#[cfg(test)]
mod tests;
