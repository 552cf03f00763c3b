//! Asks the kernel which pages of a private mapping were written.
#![allow(unsafe_code, reason = "an ioctl that no crate wraps; the tests below ask it about pages that they wrote")]

use std::ffi::c_void;
use std::fs::File;
use std::ops::Range;
use std::os::fd::{AsFd, OwnedFd};

use rustix::ioctl::{Ioctl, IoctlOutput, Opcode, ioctl, opcode};

use super::image::PAGE;

/// Regions in one answer of the kernel's.
const REGIONS: usize = 512;

/// A page was written if it is not the file's, and in memory or swapped out.
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

/// The page map of the process that opened it; a forked child opens its own.
#[derive(Debug)]
pub(super) struct Pagemap(OwnedFd);

impl Pagemap {
    /// None where the kernel does not scan page maps, or does not let this process.
    pub(super) fn open() -> Option<Pagemap> {
        let pagemap = Pagemap(File::open("/proc/self/pagemap").ok()?.into());
        let probe = [0_u8; 1];
        let start = probe.as_ptr() as usize / PAGE * PAGE;
        pagemap.written(start..start + PAGE, |_| Ok(())).ok()?;
        Some(pagemap)
    }

    /// Calls `found` with each run of written pages in the addresses, in their order.
    pub(super) fn written(
        &self,
        addresses: Range<usize>,
        mut found: impl FnMut(Range<usize>) -> rustix::io::Result<()>,
    ) -> rustix::io::Result<()> {
        let mut regions = [Region::default(); REGIONS];
        let mut start = addresses.start as u64;
        while start < addresses.end as u64 {
            let mut scan = Scan {
                size: size_of::<Scan>() as u64,
                flags: 0,
                start,
                end: addresses.end as u64,
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
            let count = unsafe { ioctl(self.0.as_fd(), &mut scan)? };
            for region in &regions[..count.min(REGIONS)] {
                found(region.start as usize..region.end as usize)?;
            }
            if scan.walk_end <= start {
                return Err(rustix::io::Errno::INVAL);
            }
            start = scan.walk_end;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::wasm::memory::Pages;

    #[test]
    fn it_tells_what_was_written_and_not_what_was_read() {
        let Some(pagemap) = Pagemap::open() else {
            let _ = writeln!(std::io::stderr(), "SKIPPED: this kernel does not scan page maps");
            return;
        };
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&[7; 64 * PAGE]).unwrap();
        let pages = Pages::map(&file, 64 * PAGE).unwrap();
        let at = |page: usize| pages.start() + page * PAGE;
        let written = || -> Vec<Range<usize>> {
            let mut written = Vec::new();
            let note = |found| {
                written.push(found);
                Ok(())
            };
            pagemap.written(at(0)..at(64), note).unwrap();
            written
        };
        assert_eq!((0..64).map(|page| u32::from(pages.read(page * PAGE))).sum::<u32>(), 64 * 7);
        assert!(written().is_empty());
        [3, 4, 60].into_iter().for_each(|page| pages.write(page * PAGE, 7));
        assert_eq!(written(), [at(3)..at(5), at(60)..at(61)]);
    }
}
