//! Small blocks that were given back, by their size: most live for a moment, and the next of their size takes their place.

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr;

/// Bytes that the sizes lie apart.
const STEP: usize = 8;

/// How many sizes there are.
const SIZES: usize = 16;

/// Blocks of a size that are kept, at most: what is kept can't become part of a larger block.
const MOST: u32 = 1024;

/// One of the sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class(usize);

impl Class {
    /// What every block of a class is aligned to, at most.
    pub(super) const ALIGN: usize = STEP;

    /// The class that a block of this layout is of, if it is small.
    #[inline]
    pub(super) fn of(layout: Layout) -> Option<Class> {
        let small = layout.size() <= STEP * SIZES && layout.align() <= Class::ALIGN && layout.size() > 0;
        small.then(|| Class((layout.size() - 1) / STEP))
    }

    /// Bytes of each block.
    #[inline]
    pub(super) fn size(self) -> usize {
        (self.0 + 1) * STEP
    }
}

/// For each size how many blocks there are, and the first of them; each holds the address of the next.
pub(super) struct Small([Cell<(u32, *mut u8)>; SIZES]);

impl Small {
    pub(super) const fn new() -> Small {
        Small([const { Cell::new((0, ptr::null_mut())) }; SIZES])
    }

    /// A block that was kept.
    #[inline]
    pub(super) fn take(&self, class: Class) -> Option<*mut u8> {
        let list = &self.0[class.0];
        let (count, block) = list.get();
        if block.is_null() {
            return None;
        }
        // SAFETY: who kept it gave it up, and it is as large as a pointer.
        list.set((count - 1, unsafe { block.cast::<*mut u8>().read() }));
        Some(block)
    }

    /// Keeps a block, unless there are enough.
    ///
    /// # Safety
    /// The block is of the class, and nobody else's.
    #[inline]
    pub(super) unsafe fn keep(&self, class: Class, block: *mut u8) -> bool {
        let list = &self.0[class.0];
        let (count, next) = list.get();
        if count == MOST {
            return false;
        }
        // SAFETY: the caller's contract; it is as large as a pointer.
        unsafe { block.cast::<*mut u8>().write(next) };
        list.set((count + 1, block));
        true
    }
}
