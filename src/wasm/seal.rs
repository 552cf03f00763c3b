//! Whether the guest in this program is the one that the build put there.

use std::ops::Range;

use super::image::Guest;

/// What the build wrote down of a guest.
#[derive(Clone, Debug)]
pub(super) struct Seal {
    /// Where the instructions lie in the code.
    pub(super) text: Range<usize>,
    /// CRC-32 of the code without the instructions, of the code, and of the image.
    pub(super) sums: [u32; 3],
}

const REMEDY: &str = "copy the program anew, or build it again";

/// Checks sizes, and what says how the code is to be loaded: a twelfth of it, for every start of the program pays for this.
pub(super) fn check_frame(guest: &Guest) -> Result<(), String> {
    let Seal { text, sums: [frame, ..] } = &guest.seal;
    let fits = guest.image.len() <= guest.memory && guest.memory.is_multiple_of(64 << 10);
    let (Some(before), Some(behind), true) = (guest.code.get(..text.start), guest.code.get(text.end..), fits) else {
        return Err(format!("its sizes contradict each other; {REMEDY}"));
    };
    let mut sum = crc32fast::Hasher::new();
    sum.update(before);
    sum.update(behind);
    if sum.finalize() == *frame { Ok(()) } else { Err(format!("what describes its code is damaged; {REMEDY}")) }
}

/// Checks every byte.
#[cfg(any(feature = "cli", test))]
pub(super) fn check_all(guest: &Guest) -> Result<(), String> {
    check_frame(guest)?;
    let [_, code, image] = guest.seal.sums;
    for (name, bytes, sum) in [("code", guest.code, code), ("image", guest.image, image)] {
        if crc32fast::hash(bytes) != sum {
            return Err(format!("its {name} is damaged; {REMEDY}"));
        }
    }
    Ok(())
}
