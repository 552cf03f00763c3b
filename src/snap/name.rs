//! Names of golden files, the same in every version.

use std::path::{Path, PathBuf};

use super::find::{GOLDENS, Source};

/// The longest name in bytes, so that `.snap.new` and a temporary name fit into the 255 of file systems.
const LONGEST: usize = 200;

/// Where the golden of the one case of a file lies: beside it in `snapshots`, or below a folder that was named.
pub(crate) fn of_file(file: &Source, goldens: Option<&Path>) -> PathBuf {
    let stem = file.path.file_stem().unwrap_or_default().to_string_lossy();
    folder(file, goldens).join(format!("{}.snap", part(&stem)))
}

/// Where the golden of one of the cases of a file lies: in a folder with the name of the file.
pub(crate) fn of_part(file: &Source, name: &str, goldens: Option<&Path>) -> PathBuf {
    let of = file.path.file_name().unwrap_or_default().to_string_lossy();
    folder(file, goldens).join(part(&of)).join(format!("{}.snap", part(name)))
}

fn folder(file: &Source, goldens: Option<&Path>) -> PathBuf {
    match goldens {
        Some(goldens) => goldens.join(&file.below),
        None => file.path.parent().unwrap_or(Path::new("")).join(GOLDENS),
    }
}

/// A name as a part of a path that every file system takes: what may not stand in one, and `%`, as `%` and two digits; a long
/// one cut, with a number made of all of it.
fn part(name: &str) -> String {
    let mut out = String::new();
    for (at, c) in name.char_indices() {
        let last = at + c.len_utf8() == name.len();
        if c.is_control() || "%/\\:*?\"<>|".contains(c) || (at == 0 && c == '.') || (last && (c == '.' || c == ' ')) {
            for byte in c.to_string().bytes() {
                out.push_str(&format!("%{byte:02x}"));
            }
        } else {
            out.push(c);
        }
    }
    if out.len() <= LONGEST {
        return out;
    }
    let cut = out.floor_char_boundary(LONGEST - 17);
    format!("{}-{:016x}", &out[..cut], number(name))
}

/// FNV-1a, which no version of any library will change.
fn number(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The part, counted from 0, of `parts` into which a case falls: the same in every version and whatever the other cases are.
pub(crate) fn shard(id: &str, parts: u64) -> u64 {
    number(id) % parts.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_where_every_file_system_takes_them() {
        for (name, expected) in [
            ("sum", "sum"),
            ("two words", "two words"),
            ("größe-大", "größe-大"),
            ("a/../b", "a%2f..%2fb"),
            ("..", "%2e%2e"),
            (".hidden", "%2ehidden"),
            ("50%", "50%25"),
            ("end ", "end%20"),
            ("a\nb:c", "a%0ab%3ac"),
        ] {
            assert_eq!(part(name), expected);
        }
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let (one, two) = (part(&format!("{}1", "ü".repeat(300))), part(&format!("{}2", "ü".repeat(300))));
        assert_eq!(one, format!("{}-cd0026ac8df7ab1c", "ü".repeat(91)));
        assert_ne!(one, two);
        assert!(one.len() <= LONGEST && two.len() <= LONGEST);
        assert_eq!(part(&"a".repeat(200)), "a".repeat(200));
    }
}
