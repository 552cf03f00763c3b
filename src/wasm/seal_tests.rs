//! A guest that was altered, and what is said of it.

use std::sync::Arc;

use super::image::{self, Guest, Image};
use super::{code, load, seal};

const REMEDY: &str = "copy the program anew, or build it again";

/// A copy that begins at a page, as code must.
fn copy(bytes: &[u8]) -> &'static mut [u8] {
    let room = vec![0_u8; bytes.len() + 4096].leak();
    let start = room.as_ptr().align_offset(4096);
    let copy = &mut room[start..start + bytes.len()];
    copy.copy_from_slice(bytes);
    copy
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("it is there")
}

/// The guest with the first of these texts in its code replaced by the second, which is as long.
fn altered(guest: &Guest, from: &str, to: &str) -> Guest {
    assert_eq!(from.len(), to.len());
    let code = copy(guest.code);
    let at = find(code, from.as_bytes());
    code[at..at + to.len()].copy_from_slice(to.as_bytes());
    Guest { code, seal: guest.seal.clone(), ..*guest }
}

fn refusal(guest: &Guest) -> String {
    let image = Arc::new(Image::open(guest).unwrap());
    code::load(guest, &image).expect_err("it is refused").to_string()
}

#[test]
fn a_guest_for_another_version_is_refused() {
    let Some(guest) = image::guest() else { return };
    let other = format!("9{}", &guest.runtime[1..]);
    let text = refusal(&altered(&guest, guest.runtime, &other));
    let expected = format!(
        "it was compiled for another version of wasmtime (Module was compiled with incompatible version '{other}'); \
         `make build` makes one for this machine"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_guest_for_another_machine_is_refused() {
    let Some(guest) = image::guest() else { return };
    let (from, to, found) = match std::env::consts::ARCH {
        "x86_64" => ("x86_64-unknown", "mips64-unknown", "mips64"),
        "aarch64" => ("aarch64-unknown", "riscv64-unknown", "riscv64"),
        other => panic!("no guest is built for {other}"),
    };
    let what = |detail: &str| {
        format!(
            "it was compiled for another machine (Module was compiled for {detail}); `make build` makes one for this machine"
        )
    };
    assert_eq!(refusal(&altered(&guest, from, to)), what(&format!("architecture '{found}'")));
    assert_eq!(refusal(&altered(&guest, "unknown-linux", "unknown-haiku")), what("operating system 'haiku'"));
}

#[test]
fn a_guest_for_another_processor_is_refused() {
    let Some(guest) = image::guest() else { return };
    let code = copy(guest.code);
    // A name of a feature, and behind it that it is a switch, and which way.
    let at = find(code, b"has_");
    let length = usize::from(code[at - 1]);
    code[at..at + length].copy_from_slice(&b"has_nothing_that_any_processor_of_today_knows"[..length]);
    code[at + length + 1] = 1;
    let text = refusal(&Guest { code, seal: guest.seal.clone(), ..guest });
    assert!(
        text.starts_with("it was compiled for another machine (compilation settings of module incompatible"),
        "{text}"
    );
}

#[test]
fn a_flipped_bit_in_what_describes_the_code_is_found_at_every_load() {
    let Some(guest) = image::guest() else { return };
    assert_eq!(seal::check_frame(&guest), Ok(()));
    let text = &guest.seal.text;
    let frame: Vec<usize> = (0..text.start).chain(text.end..guest.code.len()).collect();
    for nth in 0..20 {
        let (at, bit) = (frame[nth * (frame.len() / 20)], 1 << (nth % 8));
        let code = copy(guest.code);
        code[at] ^= bit;
        let damaged = Guest { code, seal: guest.seal.clone(), ..guest };
        assert_eq!(
            seal::check_frame(&damaged),
            Err(format!("what describes its code is damaged; {REMEDY}")),
            "byte {at}"
        );
        if nth == 0 {
            let told = load(&damaged).err().expect("it is refused").to_string();
            assert_eq!(told, format!("what describes its code is damaged; {REMEDY}"));
        }
    }
}

#[test]
fn a_flipped_bit_anywhere_is_found_by_the_doctor() {
    let Some(guest) = image::guest() else { return };
    assert_eq!(seal::check_all(&guest), Ok(()));
    let text = guest.seal.text.clone();
    for at in [text.start, text.start + text.len() / 2, text.end - 1] {
        let code = copy(guest.code);
        code[at] ^= 0x10;
        let damaged = Guest { code, seal: guest.seal.clone(), ..guest };
        assert_eq!(seal::check_all(&damaged), Err(format!("its code is damaged; {REMEDY}")), "byte {at}");
    }
    for at in [0, guest.image.len() / 2, guest.image.len() - 1] {
        let image = copy(guest.image);
        image[at] ^= 1;
        let damaged = Guest { image, seal: guest.seal.clone(), ..guest };
        assert_eq!(seal::check_all(&damaged), Err(format!("its image is damaged; {REMEDY}")), "byte {at}");
    }
}

#[test]
fn sizes_that_contradict_each_other_are_found() {
    let Some(guest) = image::guest() else { return };
    let contradiction = Err(format!("its sizes contradict each other; {REMEDY}"));
    let altered = |guest: &dyn Fn(&mut Guest)| {
        let mut altered = image::guest().expect("it was there");
        guest(&mut altered);
        seal::check_frame(&altered)
    };
    let pages = guest.image.len();
    assert_eq!(altered(&|guest| guest.memory = pages - 65_536), contradiction);
    assert_eq!(altered(&|guest| guest.memory += 1), contradiction);
    assert_eq!(altered(&|guest| guest.code = &guest.code[..4096]), contradiction);
}
