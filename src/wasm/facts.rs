//! What is known of the wall without a run.

use serde::Serialize;

use super::image::{self, Image};
use super::pagemap::Pagemap;
use super::seal;

/// The guest of this build, and what the machine lets an engine do with it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Facts {
    /// What names the guest: a hash of its module and its image.
    pub(crate) hash: &'static str,
    /// The version of wasmtime that it was compiled for.
    pub(crate) wasmtime: &'static str,
    pub(crate) code_bytes: usize,
    pub(crate) image_bytes: usize,
    pub(crate) memory_bytes: usize,
    /// Address space that an interpreter takes.
    pub(crate) address_space_bytes: u64,
    /// Whether interpreters share the image with the program's own file; where not, the process holds a copy.
    pub(crate) shares_binary: bool,
    /// Whether the kernel tells which pages a run wrote.
    pub(crate) scans_pages: bool,
    /// What is wrong with the guest's bytes; every one was looked at.
    pub(crate) damage: Option<String>,
}

/// What is known of this build's guest; none where there is none. Reads all of the guest.
pub(crate) fn facts() -> Option<Facts> {
    let guest = image::guest()?;
    Some(Facts {
        hash: guest.hash,
        wasmtime: guest.runtime,
        code_bytes: guest.code.len(),
        image_bytes: guest.image.len(),
        memory_bytes: guest.memory,
        address_space_bytes: super::config::RESERVATION + super::config::GUARD,
        shares_binary: Image::open(&guest).is_ok_and(|image| image.shares_binary()),
        scans_pages: Pagemap::open().is_some(),
        damage: seal::check_all(&guest).err(),
    })
}
