//! What passed before: a case that is as it was, with the golden and the taipan as they were, is not run again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use parking_lot::Mutex;

use super::case::Case;
use super::store::put;
use crate::{Clock, Isolation, Seed};

/// The most cases that are remembered.
const MOST: usize = 4_000_000;

/// A case's number and its fuel, in bytes.
const ENTRY: usize = 24;

/// The cases that passed, each as a number made of all that its outcome depends on.
///
/// They lie in a file in the user's folder for caches. One that is missing, damaged or can't be written costs time and nothing else.
#[derive(Debug)]
pub(crate) struct Passed {
    file: Option<PathBuf>,
    taipan: u128,
    before: HashMap<u128, u64>,
    now: Mutex<HashMap<u128, u64>>,
}

impl Passed {
    /// What is known of the suite of some folders; nothing, if that is not wanted.
    pub(crate) fn open(roots: &[PathBuf], isolation: Isolation, is_wanted: bool) -> Passed {
        let file = if is_wanted { file(roots, "passed") } else { None };
        let bytes = file.as_ref().and_then(|file| fs::read(file).ok()).unwrap_or_default();
        let before = bytes.as_chunks::<ENTRY>().0.iter().take(MOST).map(entry).collect();
        Passed { file, taipan: taipan(isolation), before, now: Mutex::default() }
    }

    /// The number of a case with its golden; none for one that reads the system's clock or entropy.
    pub(crate) fn key(&self, case: &Case, golden: &[u8]) -> Option<u128> {
        let policy = &case.settings.policy;
        if self.file.is_none() || policy.clock == Clock::System || policy.seed == Seed::System {
            return None;
        }
        let contents: Vec<&[u8]> = case.files().map(|(_, content)| content).collect();
        Some(number(&(self.taipan, &case.source, golden, format!("{:?}{:?}", case.settings, case.expects), contents)))
    }

    /// The fuel of a case that passed before.
    pub(crate) fn has(&self, key: u128) -> Option<u64> {
        self.before.get(&key).copied()
    }

    pub(crate) fn add(&self, key: u128, fuel: u64) {
        self.now.lock().insert(key, fuel);
    }

    /// Writes what passed; what passed before and was left out this time stays, if the suite was run in part.
    pub(crate) fn close(self, is_part: bool) {
        let Some(file) = self.file else { return };
        let mut keys = self.now.into_inner();
        if is_part {
            keys.extend(self.before.iter());
        }
        if keys == self.before || keys.len() > MOST {
            return;
        }
        let mut bytes = Vec::with_capacity(keys.len() * ENTRY);
        for (key, fuel) in keys {
            bytes.extend(key.to_le_bytes());
            bytes.extend(fuel.to_le_bytes());
        }
        let _ = write(&file, &bytes);
    }
}

fn entry(bytes: &[u8; ENTRY]) -> (u128, u64) {
    let mut parts = ([0; 16], [0; 8]);
    parts.0.copy_from_slice(&bytes[..16]);
    parts.1.copy_from_slice(&bytes[16..]);
    (u128::from_le_bytes(parts.0), u64::from_le_bytes(parts.1))
}

/// Puts bytes in the place of a file in one step, whose folder is made if it is missing.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    put(file, bytes)
}

/// The file that keeps something about the suite of some folders; none where the system has no place for it.
pub(crate) fn file(roots: &[PathBuf], what: &str) -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let caches = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
    let roots: Vec<PathBuf> = roots.iter().filter_map(|root| root.canonicalize().ok()).collect();
    Some(caches.join("taipan/snap").join(format!("{:032x}.{what}", number(&roots))))
}

/// This program: another build may give something else.
fn taipan(isolation: Isolation) -> u128 {
    let built = env::current_exe().and_then(fs::metadata).ok().map(|meta| (meta.len(), meta.modified().ok()));
    number(&(super::golden::VERSION, built, isolation))
}

/// 128 bits of what is hashed. Whoever writes cases can make two alike on purpose only by a search of that size.
fn number(of: &impl std::hash::Hash) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        of.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
