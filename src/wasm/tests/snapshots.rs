//! What is refused of a snapshot whose checksum is right.

use super::super::snapshot::{Unusable, seal};
use super::*;

/// What is packed in a snapshot: nothing about the session, its memory and clock, and pages of zeros.
fn body(memory: u64, uptime: i64, pages: &[u32]) -> Vec<u8> {
    let mut body = [&0_u32.to_le_bytes()[..], &memory.to_le_bytes(), &uptime.to_le_bytes()].concat();
    body.extend((pages.len() as u32).to_le_bytes());
    for page in pages {
        body.extend(page.to_le_bytes());
        body.extend([0; 4096]);
    }
    body
}

#[test]
fn what_is_well_sealed_and_wrong_is_refused() {
    let Some(wall) = wall(1) else { return };
    let mould = wall.instances.mould();
    let memory = mould.image.memory() as u64;
    let unpack = |body: &[u8], most: u64| wall.unpack(&seal(mould.hash, body), most).map(|(about, _)| about);
    let refused = |body: &[u8]| match unpack(body, u64::MAX) {
        Err(Unusable::Damaged(what)) => what,
        other => panic!("{other:?}"),
    };
    let good = body(memory, 7, &[0, 5, (memory / 4096) as u32 - 1]);
    assert_eq!(unpack(&good, good.len() as u64), Ok(Vec::new()));
    let length = good.len() as u64;
    assert_eq!(unpack(&good, length - 1), Err(Unusable::Large(length, length - 1)));

    for size in [0, memory - (64 << 10), memory + 1, (4 << 30) + (64 << 10), u64::MAX] {
        assert_eq!(refused(&body(size, 0, &[])), "its memory has no such size", "{size}");
    }
    assert_eq!(refused(&body(memory, -1, &[])), "its clock is before its start");
    for pages in [&[1, 1][..], &[2, 1], &[(memory / 4096) as u32], &[u32::MAX]] {
        assert_eq!(refused(&body(memory, 0, pages)), "its pages are out of order", "{pages:?}");
    }
    assert_eq!(refused(&[&good[..], &[0]].concat()), "something follows its end");
    for length in [0, 3, 4, 11, 19, 23, 24, good.len() - 1] {
        assert_eq!(refused(&good[..length]), "it ends early", "{length}");
    }
    let many = [&good[..20], &u32::MAX.to_le_bytes()].concat();
    assert_eq!(refused(&many), "it ends early");
}

#[test]
fn a_guest_of_another_build_is_named() {
    let Some(wall) = wall(1) else { return };
    let mould = wall.instances.mould();
    let theirs = "0".repeat(64);
    let sealed = seal(&theirs, &body(mould.image.memory() as u64, 0, &[]));
    let expected = Unusable::Guest { theirs, ours: mould.hash.to_owned() };
    assert_eq!(wall.unpack(&sealed, u64::MAX).map(|_| ()), Err(expected));
}
