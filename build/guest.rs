//! Checks the guest that goes into the program, and writes down what the program checks it by.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// What the guest's builder leaves in a folder.
pub(crate) struct Guest {
    code: Vec<u8>,
    image: Vec<u8>,
    facts: String,
    sums: Option<String>,
}

impl Guest {
    /// The guest of a folder; none where there is no whole one.
    pub(crate) fn read(folder: &Path) -> Option<Guest> {
        Some(Guest {
            code: fs::read(folder.join("guest.cwasm")).ok()?,
            image: fs::read(folder.join("guest.image")).ok()?,
            facts: fs::read_to_string(folder.join("guest.rs")).ok()?,
            sums: fs::read_to_string(folder.join("guest.sums")).ok(),
        })
    }

    /// The guest's facts as Rust constants: the builder's, and those that the program is checked by.
    pub(crate) fn facts(&self) -> Result<String, String> {
        let text = self.section(".text").ok_or("guest.cwasm is no compiled guest")?;
        let engine = self.section(".wasmtime.engine").ok_or("guest.cwasm does not say what compiled it")?;
        let (code, image) = (crc32fast::hash(&self.code), crc32fast::hash(&self.image));
        for (name, sum) in [("guest.cwasm", code), ("guest.image", image)] {
            let line = format!("{name} {sum:08x}");
            if self.sums.as_ref().is_some_and(|sums| !sums.lines().any(|found| found == line)) {
                return Err(format!("{name} is not what the guest's builder wrote"));
            }
        }
        let mut frame = crc32fast::Hasher::new();
        frame.update(&self.code[..text.start]);
        frame.update(&self.code[text.end..]);
        let mut facts = self.facts.clone();
        let _ = writeln!(facts, "const TEXT: std::ops::Range<usize> = {text:?};");
        let _ = writeln!(facts, "const SUMS: [u32; 3] = [{}, {code}, {image}];", frame.finalize());
        // A byte of the section's own version, a length, and the version of what compiled the code.
        let length = usize::from(self.code[engine.start + 1]);
        let version = self.code.get(engine.start + 2..engine.start + 2 + length).unwrap_or_default();
        let _ = writeln!(facts, "const RUNTIME: &str = {:?};", String::from_utf8_lossy(version));
        Ok(facts)
    }

    /// Where a section of the code lies; the code is an ELF file of 64 bits.
    fn section(&self, name: &str) -> Option<Range<usize>> {
        let table = usize::try_from(self.number(0x28, 8)?).ok()?;
        let (count, names) = (self.number(0x3c, 2)?, self.number(0x3e, 2)?);
        let header = |index: u64| table.checked_add(usize::try_from(index).ok()? * 64);
        let names = usize::try_from(self.number(header(names)? + 0x18, 8)?).ok()?;
        for index in 0..count {
            let at = header(index)?;
            let found = self.code.get(names + usize::try_from(self.number(at, 4)?).ok()?..)?;
            if found.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.first() == Some(&0)) {
                let start = usize::try_from(self.number(at + 0x18, 8)?).ok()?;
                let end = start.checked_add(usize::try_from(self.number(at + 0x20, 8)?).ok()?)?;
                return (end <= self.code.len()).then_some(start..end);
            }
        }
        None
    }

    fn number(&self, at: usize, length: usize) -> Option<u64> {
        let bytes = self.code.get(at..)?.get(..length)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}
