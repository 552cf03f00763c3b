//! The guest in this binary: its compiled code, and the memory that a fresh interpreter starts from.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::MetadataExt as _;

use rustix::fs::{MemfdFlags, memfd_create};

use super::seal::Seal;

/// Bytes of a page.
pub(super) const PAGE: usize = 4096;

/// Bytes of the unit that a memory grows by.
pub(super) const UNIT: usize = 64 << 10;

/// What the build found of a guest.
#[cfg_attr(not(taipan_guest), allow(dead_code, reason = "a build without a guest makes none"))]
pub(super) struct Guest {
    /// What wasmtime compiled, at the start of a page.
    pub(super) code: &'static [u8],
    /// The first part of the snapshot's memory, at the start of a page; the rest is zeros.
    pub(super) image: &'static [u8],
    /// Bytes of a fresh memory.
    pub(super) memory: usize,
    /// The guest's stack pointer in the snapshot.
    pub(super) stack_pointer: i32,
    /// What names the guest: a hash of its module and its image.
    pub(super) hash: &'static str,
    /// The version of wasmtime that compiled it.
    pub(super) runtime: &'static str,
    pub(super) seal: Seal,
}

#[cfg(taipan_guest)]
mod embedded {
    use super::{Guest, Seal};

    #[repr(C, align(4096))]
    struct Pages<T: ?Sized>(T);

    static CODE: &Pages<[u8]> = &Pages(*include_bytes!(env!("TAIPAN_GUEST_CODE")));
    static IMAGE: &Pages<[u8]> = &Pages(*include_bytes!(env!("TAIPAN_GUEST_IMAGE")));

    include!(env!("TAIPAN_GUEST_FACTS"));

    pub(super) fn guest() -> Option<Guest> {
        Some(Guest {
            code: &CODE.0,
            image: &IMAGE.0,
            memory: MEMORY,
            stack_pointer: STACK_POINTER,
            hash: HASH,
            runtime: RUNTIME,
            seal: Seal { text: TEXT, sums: SUMS },
        })
    }
}

#[cfg(not(taipan_guest))]
mod embedded {
    use super::Guest;

    pub(super) fn guest() -> Option<Guest> {
        None
    }
}

/// The guest, where this build has one.
pub(super) fn guest() -> Option<Guest> {
    embedded::guest()
}

/// The snapshot's memory, and the file that it can be mapped from.
#[derive(Debug)]
pub(super) struct Image {
    bytes: &'static [u8],
    memory: usize,
    file: OwnedFd,
    offset: u64,
    shares_binary: bool,
}

impl Image {
    /// Finds the image in the file of this program; where that file is not at hand, in a copy in memory.
    pub(super) fn open(guest: &Guest) -> std::io::Result<Image> {
        let (file, offset, shares_binary) = match in_binary(guest.image) {
            Some((file, offset)) => (file, offset, true),
            None => (copied(guest.image)?, 0, false),
        };
        Ok(Image { bytes: guest.image, memory: guest.memory, file, offset, shares_binary })
    }

    /// What a fresh memory starts with.
    pub(super) fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// Bytes of a fresh memory.
    pub(super) fn memory(&self) -> usize {
        self.memory
    }

    pub(super) fn file(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }

    /// Where the image lies in its file.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether the pages are those of the program's own file.
    pub(super) fn shares_binary(&self) -> bool {
        self.shares_binary
    }
}

/// The file that these bytes are mapped from, and where they lie in it. None where the file on disk is another by now.
fn in_binary(bytes: &[u8]) -> Option<(OwnedFd, u64)> {
    let at = bytes.as_ptr() as u64;
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    for line in maps.lines() {
        let mut fields = line.splitn(6, ' ');
        let (start, end) = fields.next()?.split_once('-')?;
        let (start, end) = (u64::from_str_radix(start, 16).ok()?, u64::from_str_radix(end, 16).ok()?);
        if !(start..end).contains(&at) {
            continue;
        }
        let offset = u64::from_str_radix(fields.nth(1)?, 16).ok()? + (at - start);
        let inode: u64 = fields.nth(1)?.parse().ok()?;
        let file = File::open(fields.next()?.trim_start()).ok()?;
        let whole = at + bytes.len() as u64 <= end;
        let same = file.metadata().is_ok_and(|data| data.ino() == inode);
        return (whole && same && offset.is_multiple_of(PAGE as u64)).then(|| (file.into(), offset));
    }
    None
}

fn copied(bytes: &[u8]) -> std::io::Result<OwnedFd> {
    let mut file = File::from(memfd_create("taipan-image", MemfdFlags::CLOEXEC)?);
    file.write_all(bytes)?;
    Ok(file.into())
}
