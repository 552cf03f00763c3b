//! Linear memories that start as the image, shared until written.
#![allow(
    unsafe_code,
    reason = "mapping memory at addresses that this module reserved; `tests` reads back what it maps"
)]

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;

use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap, mmap_anonymous, mprotect, munmap};
use wasmtime::{LinearMemory, MemoryCreator, MemoryType};

use super::config::{GUARD, RESERVATION};
use super::image::Image;

/// All of a memory's address space.
const SPAN: usize = (RESERVATION + GUARD) as usize;

/// Maps the image for each instance.
pub(super) struct Creator(pub(super) Arc<Image>);

// SAFETY: what `new_memory` gives is `SPAN` bytes of reserved address space, of which `byte_size` can be read and written
// and the rest faults.
unsafe impl MemoryCreator for Creator {
    fn new_memory(
        &self,
        _ty: MemoryType,
        minimum: usize,
        _maximum: Option<usize>,
        reserved: Option<usize>,
        guard: usize,
    ) -> Result<Box<dyn LinearMemory>, String> {
        if reserved.unwrap_or(0) + guard > SPAN || minimum != self.0.memory() {
            return Err(String::from("the guest's memory is not the image's"));
        }
        let mapped = Mapped::reserve(&self.0).map_err(|e| format!("no room for a guest's memory: {e}"))?;
        Ok(Box::new(mapped))
    }
}

struct Mapped {
    base: *mut c_void,
    size: usize,
}

// SAFETY: the address space is this value's alone; wasmtime orders the accesses to it.
unsafe impl Send for Mapped {}
// SAFETY: as above.
unsafe impl Sync for Mapped {}

impl Mapped {
    fn reserve(image: &Image) -> rustix::io::Result<Mapped> {
        // SAFETY: a new mapping at an address of the system's choice.
        let base = unsafe {
            mmap_anonymous(ptr::null_mut(), SPAN, ProtFlags::empty(), MapFlags::PRIVATE | MapFlags::NORESERVE)?
        };
        let mapped = Mapped { base, size: image.memory() };
        // SAFETY: within the reservation above.
        unsafe {
            mprotect(base, image.memory(), MprotectFlags::READ | MprotectFlags::WRITE)?;
            map(image, base)?;
        }
        Ok(mapped)
    }
}

/// Puts the image at the start of a memory, whatever was there.
///
/// # Safety
/// `base` is the start of a linear memory that nothing refers into.
pub(super) unsafe fn map(image: &Image, base: *mut c_void) -> rustix::io::Result<()> {
    let (flags, writable) = (MapFlags::PRIVATE | MapFlags::FIXED, ProtFlags::READ | ProtFlags::WRITE);
    // SAFETY: the caller's contract; the image is not longer than the memory.
    unsafe { mmap(base, image.bytes().len(), writable, flags, image.file(), image.offset()).map(drop) }
}

impl Drop for Mapped {
    fn drop(&mut self) {
        // SAFETY: the reservation of `reserve`, whole.
        let _ = unsafe { munmap(self.base, SPAN) };
    }
}

// SAFETY: the base never moves, and `byte_size` bytes from it can be read and written.
unsafe impl LinearMemory for Mapped {
    fn byte_size(&self) -> usize {
        self.size
    }

    fn byte_capacity(&self) -> usize {
        RESERVATION as usize
    }

    fn grow_to(&mut self, size: usize) -> wasmtime::Result<()> {
        if size > RESERVATION as usize {
            return Err(wasmtime::Error::msg("beyond the reservation"));
        }
        if size > self.size {
            // SAFETY: within the reservation, and nothing else maps there.
            unsafe {
                let new = self.base.byte_add(self.size);
                mprotect(new, size - self.size, MprotectFlags::READ | MprotectFlags::WRITE)?;
            }
            self.size = size;
        }
        Ok(())
    }

    fn as_ptr(&self) -> *mut u8 {
        self.base.cast()
    }
}
