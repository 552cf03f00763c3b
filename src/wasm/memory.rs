//! Linear memories that start as the image, shared until written.
#![allow(
    unsafe_code,
    reason = "mapping memory at addresses that this module reserved; `tests` reads back what it maps"
)]

use std::ffi::c_void;
use std::os::fd::AsFd;
use std::ptr;
use std::sync::Arc;

use rustix::mm::{Advice, MapFlags, MprotectFlags, ProtFlags, madvise, mmap, mmap_anonymous, mprotect, munmap};
use wasmtime::{LinearMemory, MemoryCreator, MemoryType};

use super::config::{COUNT_BYTES, GUARD, RESERVATION};
use super::image::Image;

/// All of a memory's address space.
const SPAN: usize = (RESERVATION + GUARD) as usize;

/// Maps the image for each instance, and the memory with its count.
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
        let image = match minimum {
            COUNT_BYTES => None,
            size if size == self.0.memory() => Some(&*self.0),
            _ => return Err(String::from("the guest's memory is not the image's")),
        };
        if reserved.unwrap_or(0) + guard > SPAN {
            return Err(String::from("the guest's memory takes more address space than there is for one"));
        }
        let mapped = Mapped::reserve(image, minimum).map_err(|e| format!("no room for a guest's memory: {e}"))?;
        Ok(Box::new(mapped))
    }
}

struct Mapped {
    base: *mut c_void,
    /// Bytes that can be read and written.
    size: usize,
    /// Bytes of address space.
    span: usize,
}

// SAFETY: the address space is this value's alone; wasmtime orders the accesses to it.
unsafe impl Send for Mapped {}
// SAFETY: as above.
unsafe impl Sync for Mapped {}

impl Mapped {
    fn reserve(image: Option<&Image>, size: usize) -> rustix::io::Result<Mapped> {
        // SAFETY: a new mapping at an address of the system's choice.
        let base = unsafe {
            mmap_anonymous(ptr::null_mut(), SPAN, ProtFlags::empty(), MapFlags::PRIVATE | MapFlags::NORESERVE)?
        };
        let mapped = Mapped { base, size, span: SPAN };
        // SAFETY: within the reservation above.
        unsafe {
            mprotect(base, size, MprotectFlags::READ | MprotectFlags::WRITE)?;
            image.map_or(Ok(()), |image| map(image, base))?;
        }
        mapped.refuse_huge_pages();
        Ok(mapped)
    }

    /// A huge page makes pages the run's own that it did not write, and later ones without a fault that would tell.
    fn refuse_huge_pages(&self) {
        // SAFETY: the mapping that this value stands for; the advice changes none of its bytes.
        // A kernel without huge pages refuses the advice.
        let _ = unsafe { madvise(self.base, self.span, Advice::LinuxNoHugepage) };
    }
}

/// Some pages of a file, mapped like a memory.
pub(super) struct Pages(Mapped);

impl Pages {
    /// The first bytes of a file that has as many; whole pages.
    pub(super) fn map(file: impl AsFd, size: usize) -> rustix::io::Result<Pages> {
        let (flags, access) = (MapFlags::PRIVATE, ProtFlags::READ | ProtFlags::WRITE);
        // SAFETY: a new mapping at an address of the system's choice.
        let base = unsafe { mmap(ptr::null_mut(), size, access, flags, file, 0)? };
        Ok(Pages(Mapped { base, size, span: size }))
    }

    #[cfg(test)]
    pub(super) fn start(&self) -> usize {
        self.0.base.expose_provenance()
    }

    pub(super) fn read(&self, at: usize) -> u8 {
        assert!(at < self.0.size);
        // SAFETY: within the mapping.
        unsafe { self.0.base.cast::<u8>().add(at).read_volatile() }
    }

    pub(super) fn write(&self, at: usize, byte: u8) {
        assert!(at < self.0.size);
        // SAFETY: within the mapping, which nothing refers into.
        unsafe { self.0.base.cast::<u8>().add(at).write_volatile(byte) }
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
        // SAFETY: the mapping that this value stands for, whole.
        let _ = unsafe { munmap(self.base, self.span) };
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
