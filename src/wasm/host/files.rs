//! Files on their way through the wall, both ways; what the guest says of them is checked.

use crate::file::{self, File, Given, LONGEST_PATH, MOST_BYTES, MOST_FILES};

/// The most of a path that is read, in bytes: more than any may have.
pub(super) const LONGEST: u32 = LONGEST_PATH as u32;

/// A part of a file that the run finds; `None` where there is no such part.
pub(super) fn part(given: &[Given], file: u32, from: u64, length: usize) -> Option<&[u8]> {
    let content = &given.get(file as usize)?.content;
    content.get(usize::try_from(from).ok()?..)?.get(..length)
}

/// Files that a run gives back, with what they may be.
#[derive(Debug, Default)]
pub(super) struct Made {
    files: Vec<(String, Vec<u8>)>,
    bytes: u64,
    most: u64,
}

impl Made {
    /// A run cannot give back more than it can hold.
    pub(super) fn new(memory: u64) -> Made {
        Made { files: Vec::new(), bytes: 0, most: memory.saturating_mul(2).min(MOST_BYTES) }
    }

    /// Takes a part of a file; an empty one begins it. An error is what the guest got wrong.
    pub(super) fn append(&mut self, path: &[u8], part: &[u8]) -> Result<(), &'static str> {
        let path = std::str::from_utf8(path).map_err(|_| "it named a file by what is not UTF-8")?;
        self.bytes += part.len() as u64;
        if self.bytes > self.most {
            return Err("its files are larger than its memory");
        }
        let last = self.files.last_mut();
        if !part.is_empty() {
            let (_, content) = last.filter(|(last, _)| last == path).ok_or("its files are out of order")?;
            content.extend_from_slice(part);
            return Ok(());
        }
        if last.is_some_and(|(last, _)| last.as_str() >= path) {
            return Err("its files are out of order");
        }
        if file::mistake(path).is_some() {
            return Err("it named a file as none may be named");
        }
        if self.files.len() as u64 >= MOST_FILES {
            return Err("it has more files than it may");
        }
        self.files.push((path.to_owned(), Vec::new()));
        Ok(())
    }

    /// What there is.
    pub(super) fn take(&mut self) -> Vec<File> {
        std::mem::take(&mut self.files).into_iter().map(|(path, content)| File::new(path, content)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_files() {
        let mut made = Made::new(10);
        for (path, part) in [("a", ""), ("a", "xy"), ("a", "z"), ("b/c", "")] {
            made.append(path.as_bytes(), part.as_bytes()).unwrap();
        }
        let files = made.take();
        assert_eq!(files[0], File::new("a".into(), b"xyz".to_vec()));
        assert_eq!(files[1], File::new("b/c".into(), Vec::new()));
        assert!(made.take().is_empty());
    }

    #[test]
    fn a_guest_that_lies_is_broken() {
        let wrong = |steps: &[(&[u8], &[u8])]| {
            let mut made = Made::new(10);
            steps.iter().find_map(|(path, part)| made.append(path, part).err())
        };
        assert_eq!(wrong(&[(b"\xff", b"")]), Some("it named a file by what is not UTF-8"));
        assert_eq!(wrong(&[(b"a", b"x")]), Some("its files are out of order"));
        assert_eq!(wrong(&[(b"b", b""), (b"a", b"")]), Some("its files are out of order"));
        assert_eq!(wrong(&[(b"a", b""), (b"a", b"")]), Some("its files are out of order"));
        assert_eq!(wrong(&[(b"a", b""), (b"b", b"x")]), Some("its files are out of order"));
        for path in ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "a\0b"] {
            assert_eq!(wrong(&[(path.as_bytes(), b"")]), Some("it named a file as none may be named"), "{path:?}");
        }
        assert_eq!(wrong(&[(b"a", b""), (b"a", &[0; 20]), (b"a", &[0])]), Some("its files are larger than its memory"));
    }

    #[test]
    fn a_part_lies_within_its_file() {
        let given = [Given::new("a".into(), b"abc".to_vec())];
        assert_eq!(part(&given, 0, 1, 2), Some(&b"bc"[..]));
        assert_eq!(part(&given, 0, 3, 0), Some(&b""[..]));
        for (file, from, length) in [(1, 0, 1), (0, 2, 2), (0, 4, 0), (0, u64::MAX, 1)] {
            assert_eq!(part(&given, file, from, length), None);
        }
    }
}
