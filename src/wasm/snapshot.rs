//! A session as bytes: what its memory has beyond the image of one guest.
//!
//! `TAIPAN`, a version, the guest's hash, the length of what follows when it is unpacked, that in LZ4, and a CRC-32 of
//! it all. Unpacked: what the session says of itself, the size of its memory, its clock, and each page's number and its
//! bytes, combined with the image's by exclusive or. Numbers are little-endian. A snapshot may come from anywhere:
//! reading checks every number, and what the bytes make of the guest stays behind the wall.

use std::sync::Arc;

use super::dirty::fresh;
use super::image::{Image, PAGE, UNIT};
use super::state::State;
use crate::hex;

const MAGIC: [u8; 6] = *b"TAIPAN";
const VERSION: u16 = 1;

/// The parts before what is packed.
const HEAD: usize = 6 + 2 + 32 + 8;

/// The checksum at the end.
const TAIL: usize = 4;

/// What is the matter with a snapshot.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unusable {
    #[error("these bytes are no snapshot of a session")]
    Foreign,
    #[error("the snapshot has version {0}, and this taipan reads version {VERSION}")]
    Version(u16),
    #[error("the snapshot is of guest {theirs}, and this taipan has guest {ours}: only the same guest can go on")]
    Guest { theirs: String, ours: String },
    #[error("the snapshot is damaged: {0}")]
    Damaged(&'static str),
    #[error("the snapshot holds {0} bytes, more than the {1} that a session may have here")]
    Large(u64, u64),
}

/// The bytes of a session; `about` is what it says of itself.
pub(super) fn encode(hash: &str, about: &[u8], state: &State, image: &Image) -> Vec<u8> {
    let mut body = Vec::with_capacity(about.len() + 32 + state.pages.len() * (PAGE + 4));
    put_u32(&mut body, about.len());
    body.extend_from_slice(about);
    body.extend_from_slice(&(state.memory as u64).to_le_bytes());
    body.extend_from_slice(&state.uptime.to_le_bytes());
    put_u32(&mut body, state.pages.len());
    for (page, bytes) in &state.pages {
        put_u32(&mut body, *page);
        body.extend(bytes.iter().zip(fresh(image, *page)).map(|(now, fresh)| now ^ fresh));
    }
    seal(hash, &body)
}

/// The snapshot of a guest that holds what is packed.
pub(super) fn seal(hash: &str, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&hex::decode_hash(hash).expect("the build names a guest by its SHA-256"));
    out.extend_from_slice(&(body.len() as u64).to_le_bytes());
    out.extend_from_slice(&lz4_flex::block::compress(body));
    let sum = crc32fast::hash(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out
}

/// Reads a session that may have `most` bytes; gives what it says of itself, too.
pub(super) fn decode(bytes: &[u8], hash: &str, image: &Image, most: u64) -> Result<(Vec<u8>, State), Unusable> {
    read(&unseal(bytes, hash, most)?, image)
}

/// What is packed in a snapshot of a guest, which may have `most` bytes.
pub(super) fn unseal(bytes: &[u8], hash: &str, most: u64) -> Result<Vec<u8>, Unusable> {
    let damaged = Unusable::Damaged;
    if !bytes.starts_with(&MAGIC) {
        return Err(Unusable::Foreign);
    }
    let version = bytes.get(6..8).ok_or(damaged("it ends early"))?;
    match u16::from_le_bytes([version[0], version[1]]) {
        VERSION => {}
        version => return Err(Unusable::Version(version)),
    }
    let body_end = bytes.len().checked_sub(TAIL).filter(|end| *end >= HEAD).ok_or(damaged("it ends early"))?;
    let (checked, sum) = bytes.split_at(body_end);
    if sum != crc32fast::hash(checked).to_le_bytes() {
        return Err(damaged("its checksum is another"));
    }
    if hex::decode_hash(hash).as_ref().map(<[u8; 32]>::as_slice) != Some(&checked[8..40]) {
        return Err(Unusable::Guest { theirs: hex::encode(&checked[8..40]), ours: hash.to_owned() });
    }
    let mut head = Parts(&checked[40..]);
    let size = head.u64()?;
    if size > most {
        return Err(Unusable::Large(size, most));
    }
    let body = lz4_flex::block::decompress(head.0, size as usize).map_err(|_| damaged("it does not unpack"))?;
    if body.len() as u64 != size {
        return Err(damaged("it does not unpack"));
    }
    Ok(body)
}

fn read(body: &[u8], image: &Image) -> Result<(Vec<u8>, State), Unusable> {
    let mut parts = Parts(body);
    let about = parts.u32()?;
    let about = parts.take(about)?.to_vec();
    let memory = usize::try_from(parts.u64()?).map_err(|_| Unusable::Damaged("its memory has no such size"))?;
    let uptime = parts.u64()? as i64;
    if memory < image.memory() || memory > 4 << 30 || !memory.is_multiple_of(UNIT) {
        return Err(Unusable::Damaged("its memory has no such size"));
    }
    if uptime < 0 {
        return Err(Unusable::Damaged("its clock is before its start"));
    }
    let count = parts.u32()?;
    let mut pages = Vec::with_capacity(count.min(body.len() / PAGE));
    for _ in 0..count {
        let page = parts.u32()?;
        let follows = pages.last().is_none_or(|(last, _)| *last < page);
        if !follows || page >= memory / PAGE {
            return Err(Unusable::Damaged("its pages are out of order"));
        }
        let mut bytes = *fresh(image, page);
        bytes.iter_mut().zip(parts.take(PAGE)?).for_each(|(byte, change)| *byte ^= change);
        pages.push((page, Arc::new(bytes)));
    }
    if !parts.0.is_empty() {
        return Err(Unusable::Damaged("something follows its end"));
    }
    Ok((about, State::of(pages, memory, uptime)))
}

/// What is left of some bytes.
struct Parts<'a>(&'a [u8]);

impl<'a> Parts<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Unusable> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Unusable::Damaged("it ends early"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn u32(&mut self) -> Result<usize, Unusable> {
        self.take(4).map(|bytes| bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    }

    fn u64(&mut self) -> Result<u64, Unusable> {
        self.take(8).map(|bytes| bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}

fn put_u32(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&u32::try_from(number).expect("a session has less than 4 GiB").to_le_bytes());
}
