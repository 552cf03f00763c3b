//! Puts the pages that a run wrote back to what they are in the image.
#![allow(unsafe_code, reason = "writes to a guest's memory between two runs; the tests of `fresh` look for what stays")]

use std::ffi::c_void;
use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::ptr;
use std::sync::OnceLock;

use rustix::ioctl::{Ioctl, IoctlOutput, Opcode, ioctl, opcode};
use rustix::mm::{Advice, MapFlags, ProtFlags, madvise, mmap_anonymous};

use super::image::Image;
use super::memory;

/// Pages in one answer of the kernel's.
const REGIONS: usize = 512;

/// Bytes that an instance keeps in memory from one run to the next: to copy a page back is cheaper than to have it made
/// again when it is written, and a run that wrote much is not the rule.
const KEPT: usize = 1 << 20;

/// A page is the run's if it is not the file's, and in memory or swapped out.
const FILE: u64 = 1 << 2;
const PRESENT: u64 = 1 << 3;
const SWAPPED: u64 = 1 << 4;

/// The kernel's `struct page_region`.
#[repr(C)]
#[derive(Clone, Copy, Default)]
struct Region {
    start: u64,
    end: u64,
    categories: u64,
}

/// The kernel's `struct pm_scan_arg`, since Linux 6.7.
#[repr(C)]
struct Scan {
    size: u64,
    flags: u64,
    start: u64,
    end: u64,
    walk_end: u64,
    regions: u64,
    regions_len: u64,
    max_pages: u64,
    inverted: u64,
    all_of: u64,
    any_of: u64,
    returned: u64,
}

// SAFETY: the opcode's argument is the struct above, whose `regions` points to `regions_len` regions while the call lasts.
unsafe impl Ioctl for &mut Scan {
    type Output = usize;
    const IS_MUTATING: bool = true;

    fn opcode(&self) -> Opcode {
        opcode::read_write::<Scan>(b'f', 16)
    }

    fn as_ptr(&mut self) -> *mut c_void {
        std::ptr::from_mut::<Scan>(self).cast()
    }

    unsafe fn output_from_ptr(out: IoctlOutput, _: *mut c_void) -> rustix::io::Result<usize> {
        usize::try_from(out).map_err(|_| rustix::io::Errno::OVERFLOW)
    }
}

/// Whether the kernel tells which pages a run wrote.
pub(super) fn can_scan() -> bool {
    pagemap().is_some()
}

/// The file that is asked, opened once a process; a forked child asks about itself by another.
fn pagemap() -> Option<&'static OwnedFd> {
    static PAGEMAP: OnceLock<Option<OwnedFd>> = OnceLock::new();
    let file = PAGEMAP.get_or_init(|| {
        let file = OwnedFd::from(File::open("/proc/self/pagemap").ok()?);
        let probe = [0_u8; 1];
        let start = probe.as_ptr() as u64 & !4095;
        let mut regions = [Region::default(); 1];
        scan(&file, start, start + 4096, &mut regions).ok()?;
        Some(file)
    });
    file.as_ref()
}

/// The regions from `start` on that a run wrote, and where the kernel stopped to look.
fn scan(file: &OwnedFd, start: u64, end: u64, regions: &mut [Region]) -> rustix::io::Result<(usize, u64)> {
    let mut scan = Scan {
        size: size_of::<Scan>() as u64,
        flags: 0,
        start,
        end,
        walk_end: 0,
        regions: regions.as_mut_ptr() as u64,
        regions_len: regions.len() as u64,
        max_pages: 0,
        inverted: FILE,
        all_of: FILE,
        any_of: PRESENT | SWAPPED,
        returned: 0,
    };
    // SAFETY: see the implementation of `Ioctl`.
    let found = unsafe { ioctl(file.as_fd(), &mut scan)? };
    Ok((found.min(regions.len()), scan.walk_end))
}

/// Makes a memory of the image's size what the image says. An error leaves it in no known state.
///
/// # Safety
/// `base` is the start of a linear memory of `image.memory()` bytes that nothing refers into.
pub(super) unsafe fn restore(image: &Image, base: *mut u8) -> rustix::io::Result<()> {
    match pagemap() {
        // SAFETY: the caller's contract.
        Some(file) => unsafe { copy_back(file, image, base) },
        // SAFETY: the caller's contract.
        None => unsafe { map_anew(image, base) },
    }
}

/// Gives memory back to the system; it is zeros when it is touched again.
///
/// # Safety
/// Whole pages of a private mapping that nothing refers into.
pub(super) unsafe fn forget(start: usize, length: usize) -> rustix::io::Result<()> {
    // SAFETY: the caller's contract.
    unsafe { madvise(ptr::with_exposed_provenance_mut(start), length, Advice::LinuxDontNeed) }
}

unsafe fn copy_back(file: &OwnedFd, image: &Image, base: *mut u8) -> rustix::io::Result<()> {
    let end = base as u64 + image.memory() as u64;
    let mut regions = [Region::default(); REGIONS];
    let mut start = base as u64;
    let mut kept = 0;
    while start < end {
        let (found, walked) = scan(file, start, end, &mut regions)?;
        for region in &regions[..found] {
            let from = (region.start - base as u64) as usize;
            let length = (region.end - region.start) as usize;
            // SAFETY: the region lies within the memory.
            unsafe {
                if kept + length <= KEPT {
                    kept += length;
                    rewrite(image, base, from, length);
                } else {
                    // The next access finds the image, or zeros behind it.
                    madvise(base.add(from).cast(), length, Advice::LinuxDontNeed)?;
                }
            }
        }
        if walked <= start {
            return Err(rustix::io::Errno::INVAL);
        }
        start = walked;
    }
    Ok(())
}

/// Writes what the image has over a part of a memory, and zeros behind it.
///
/// # Safety
/// As for [`restore`]; the part lies within the memory.
unsafe fn rewrite(image: &Image, base: *mut u8, from: usize, length: usize) {
    let bytes = image.bytes();
    let in_image = bytes.len().saturating_sub(from).min(length);
    // SAFETY: the caller's contract; the first part lies within the image.
    unsafe {
        let part = base.add(from);
        if in_image > 0 {
            part.copy_from_nonoverlapping(bytes.as_ptr().add(from), in_image);
        }
        part.add(in_image).write_bytes(0, length - in_image);
    }
}

unsafe fn map_anew(image: &Image, base: *mut u8) -> rustix::io::Result<()> {
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
