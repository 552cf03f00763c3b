//! Files behind the wall: the host writes into the guest's memory, and reads out of it, piece by piece.

use super::{File, Given};
use crate::native::files::content::Content;
use crate::native::wall::imports;

/// Asks for a part of a file that the host gives.
pub(super) fn fetch(at: usize, _file: &Given, from: u64, into: &mut [u8]) {
    imports::given(at as u32, from, into);
}

/// Gives a file to the host, which keeps it: nothing is left to be told in the answer.
pub(super) fn give(path: String, content: &Content) -> Option<File> {
    imports::file(&path, &[]);
    content.pieces().for_each(|piece| imports::file(&path, piece));
    None
}
