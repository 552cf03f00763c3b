//! What earlier runs of a suite used.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The most runs that are kept.
const MOST: usize = 1000;

/// A run of a whole suite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Past {
    /// The day and time, in UTC.
    pub(crate) at: String,
    pub(crate) taipan: String,
    pub(crate) cases: usize,
    /// The fuel of all cases together.
    pub(crate) fuel: u64,
}

/// The runs that a file of JSON lines holds; a line that is none is left out.
pub(crate) fn read(file: &Path) -> Vec<Past> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Adds a run, and gives all.
///
/// # Errors
/// Why the file can't be written.
pub(crate) fn add(file: &Path, past: Past) -> std::io::Result<Vec<Past>> {
    let mut all = read(file);
    all.push(past);
    let all = all.split_off(all.len().saturating_sub(MOST));
    let mut bytes = Vec::new();
    for one in &all {
        serde_json::to_writer(&mut bytes, one)?;
        bytes.push(b'\n');
    }
    super::passed::write(file, &bytes)?;
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_added_and_bounded() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("in/history.jsonl");
        let past = |fuel| Past { at: "2026-01-01T00:00:00Z".into(), taipan: "0.1.0".into(), cases: 2, fuel };
        assert_eq!(add(&file, past(1)).unwrap(), [past(1)]);
        fs::write(&file, fs::read_to_string(&file).unwrap() + "{\"at\":\n").unwrap();
        assert_eq!(add(&file, past(2)).unwrap(), [past(1), past(2)]);
        for fuel in 3..1010 {
            fs::write(&file, fs::read_to_string(&file).unwrap() + &serde_json::to_string(&past(fuel)).unwrap() + "\n")
                .unwrap();
        }
        let all = add(&file, past(1010)).unwrap();
        assert_eq!((all.len(), all[0].fuel, all[999].fuel), (1000, 11, 1010));
    }
}
