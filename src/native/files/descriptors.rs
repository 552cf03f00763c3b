//! The open files of a run: numbers, as a system's calls give and take them.

use super::content::Content;
use super::errno::Errno;
use super::node::{Kind, NodeId};
use super::tree::{Result, Tree};
use crate::file::MOST_BYTES;

/// The first number; those before are the standard streams.
const FIRST: usize = 3;

/// How many a run can have open, the standard streams among them.
const MOST: usize = 1024;

pub(super) const O_WRONLY: u32 = 0o1;
pub(super) const O_RDWR: u32 = 0o2;
pub(super) const O_CREAT: u32 = 0o100;
pub(super) const O_EXCL: u32 = 0o200;
pub(super) const O_TRUNC: u32 = 0o1000;
pub(super) const O_APPEND: u32 = 0o2000;
pub(super) const O_DIRECTORY: u32 = 0o20_0000;

/// An open file.
#[derive(Clone, Copy, Debug)]
struct Open {
    node: NodeId,
    at: u64,
    reads: bool,
    writes: bool,
    appends: bool,
}

/// Whence a position is counted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whence {
    Start,
    Here,
    End,
}

#[derive(Debug, Default)]
pub(super) struct Descriptors(Vec<Option<Open>>);

impl Descriptors {
    fn get(&self, fd: i32) -> Result<&Open> {
        let place = usize::try_from(fd).ok().and_then(|fd| fd.checked_sub(FIRST));
        place.and_then(|place| self.0.get(place)?.as_ref()).ok_or(Errno::BadDescriptor)
    }

    fn get_mut(&mut self, fd: i32) -> Result<&mut Open> {
        let place = usize::try_from(fd).ok().and_then(|fd| fd.checked_sub(FIRST));
        place.and_then(|place| self.0.get_mut(place)?.as_mut()).ok_or(Errno::BadDescriptor)
    }

    /// The node that a number stands for.
    pub(super) fn node(&self, fd: i32) -> Result<NodeId> {
        self.get(fd).map(|open| open.node)
    }

    /// Opens as `open(2)` does; gives the lowest number that is free.
    pub(super) fn open(&mut self, tree: &mut Tree, path: &str, flags: u32, mode: u32, now: i64) -> Result<i32> {
        let writes = flags & (O_WRONLY | O_RDWR) != 0;
        let place = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        if place + FIRST >= MOST {
            return Err(Errno::TooManyOpen);
        }
        let node = if flags & O_CREAT == 0 {
            tree.find(path)?
        } else {
            let (node, was_there) = tree.make_file(path, mode, now)?;
            if was_there && flags & O_EXCL != 0 {
                return Err(Errno::Exists);
            }
            node
        };
        match tree.node(node).is_folder() {
            true if writes || flags & O_CREAT != 0 => return Err(Errno::IsAFolder),
            false if flags & O_DIRECTORY != 0 => return Err(Errno::NotAFolder),
            false if writes && flags & O_TRUNC != 0 => tree.change(node, now, |content| content.set_len(0)),
            _ => {}
        }
        tree.hold(node);
        let reads = flags & O_WRONLY == 0;
        let open = Open { node, at: 0, reads, writes, appends: flags & O_APPEND != 0 };
        match self.0.get_mut(place) {
            Some(free) => *free = Some(open),
            None => self.0.push(Some(open)),
        }
        Ok((place + FIRST) as i32)
    }

    pub(super) fn close(&mut self, tree: &mut Tree, fd: i32) -> Result<()> {
        let node = self.node(fd)?;
        self.0[fd as usize - FIRST] = None;
        tree.release(node);
        Ok(())
    }

    /// Whether it is open for reading, and whether for writing.
    pub(super) fn modes(&self, fd: i32) -> Result<(bool, bool)> {
        self.get(fd).map(|open| (open.reads, open.writes))
    }

    /// How many bytes are left to read.
    pub(super) fn left(&self, tree: &Tree, fd: i32) -> Result<u64> {
        let open = self.get(fd)?;
        match &tree.node(open.node).kind {
            Kind::Folder(_) => Err(Errno::IsAFolder),
            _ if !open.reads => Err(Errno::BadDescriptor),
            Kind::File(content) => Ok(content.len().saturating_sub(open.at)),
            Kind::Null => Ok(0),
        }
    }

    pub(super) fn read(&mut self, tree: &Tree, fd: i32, into: &mut [u8]) -> Result<usize> {
        self.left(tree, fd)?;
        let open = self.get_mut(fd)?;
        let Kind::File(content) = &tree.node(open.node).kind else { return Ok(0) };
        let count = content.read_at(open.at, into);
        open.at += count as u64;
        Ok(count)
    }

    /// Where a write of so many bytes would begin, and how many bytes more the file would take.
    pub(super) fn room(&self, tree: &Tree, fd: i32, length: usize) -> Result<(u64, u64)> {
        let open = self.get(fd)?;
        if !open.writes {
            return Err(Errno::BadDescriptor);
        }
        let at = if open.appends { tree.node(open.node).size() } else { open.at };
        match tree.node(open.node).kind {
            Kind::File(_) if length > 0 => Ok((at, tree.growth(open.node, at.saturating_add(length as u64))?)),
            _ => Ok((at, 0)),
        }
    }

    pub(super) fn write(&mut self, tree: &mut Tree, fd: i32, data: &[u8], now: i64) -> Result<usize> {
        let (at, _) = self.room(tree, fd, data.len())?;
        let open = self.get_mut(fd)?;
        if !data.is_empty() {
            tree.change(open.node, now, |content: &mut Content| content.write_at(at, data));
        }
        if matches!(tree.node(open.node).kind, Kind::File(_)) {
            open.at = at + data.len() as u64;
        }
        Ok(data.len())
    }

    pub(super) fn seek(&mut self, tree: &Tree, fd: i32, offset: i64, whence: Whence) -> Result<u64> {
        let open = self.get_mut(fd)?;
        let from = match whence {
            _ if matches!(tree.node(open.node).kind, Kind::Null) => return Ok(0),
            Whence::Start => 0,
            Whence::Here => open.at,
            Whence::End => tree.node(open.node).size(),
        };
        let to = i64::try_from(from).ok().and_then(|from| from.checked_add(offset));
        open.at = to.and_then(|to| u64::try_from(to).ok()).ok_or(Errno::Invalid)?;
        Ok(open.at)
    }

    /// How many bytes more a file of another length would take.
    pub(super) fn room_for_length(&self, tree: &Tree, fd: i32, length: i64) -> Result<u64> {
        let open = self.get(fd)?;
        let length = u64::try_from(length).map_err(|_| Errno::Invalid)?;
        if !open.writes || !matches!(tree.node(open.node).kind, Kind::File(_)) {
            return Err(Errno::Invalid);
        }
        tree.growth(open.node, length)
    }

    pub(super) fn truncate(&mut self, tree: &mut Tree, fd: i32, length: i64, now: i64) -> Result<()> {
        self.room_for_length(tree, fd, length)?;
        let node = self.node(fd)?;
        tree.change(node, now, |content| content.set_len(length.unsigned_abs().min(MOST_BYTES)));
        Ok(())
    }
}
