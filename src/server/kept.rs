//! Files that runs made, kept for whoever asked for the run.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use parking_lot::Mutex;

use crate::file::File;
use crate::hex;

/// A file that a run made.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) path: String,
    pub(crate) media_type: String,
    pub(crate) content: Bytes,
}

/// The files of a process, by their owners: each has as many, with as many bytes, for as long.
#[derive(Debug)]
pub(crate) struct Kept {
    shelves: Mutex<HashMap<String, Shelf>>,
    most: usize,
    bytes: u64,
    time: Duration,
}

/// The files of one owner, the oldest first.
#[derive(Debug, Default)]
struct Shelf {
    entries: VecDeque<Entry>,
    bytes: u64,
}

#[derive(Debug)]
struct Entry {
    id: String,
    until: Instant,
    made: Arc<Made>,
}

impl Kept {
    pub(crate) fn new(most: usize, bytes: u64, time: Duration) -> Kept {
        Kept { shelves: Mutex::default(), most, bytes, time }
    }

    /// Keeps files in the place of the owner's oldest; gives an id for each, none for those that there is no room for.
    pub(crate) fn keep(&self, owner: &str, files: Vec<File>, now: Instant) -> Result<Vec<Option<String>>, String> {
        let mut shelves = self.shelves.lock();
        let shelf = self.swept(&mut shelves, owner, now);
        let mut ids = Vec::with_capacity(files.len());
        for File { path, media_type, content, .. } in files {
            let content = Bytes::from(content.unwrap_or_default());
            if content.len() as u64 > self.bytes || self.most == 0 {
                ids.push(None);
                continue;
            }
            let id = new_id()?;
            shelf.bytes += content.len() as u64;
            let made = Arc::new(Made { path, media_type, content });
            shelf.entries.push_back(Entry { id: id.clone(), until: now + self.time, made });
            while shelf.entries.len() > self.most || shelf.bytes > self.bytes {
                shelf.drop_oldest();
            }
            ids.push(Some(id));
        }
        // The first of many may have gone for the last.
        for id in &mut ids {
            id.take_if(|id| !shelf.entries.iter().any(|entry| entry.id == *id));
        }
        Ok(ids)
    }

    /// An owner's file.
    pub(crate) fn find(&self, owner: &str, id: &str, now: Instant) -> Option<Arc<Made>> {
        let mut shelves = self.shelves.lock();
        let shelf = self.swept(&mut shelves, owner, now);
        shelf.entries.iter().find(|entry| entry.id == id).map(|entry| entry.made.clone())
    }

    /// All files of an owner with their ids, the newest first.
    pub(crate) fn all(&self, owner: &str, now: Instant) -> Vec<(String, Arc<Made>)> {
        let mut shelves = self.shelves.lock();
        let shelf = self.swept(&mut shelves, owner, now);
        shelf.entries.iter().rev().map(|entry| (entry.id.clone(), entry.made.clone())).collect()
    }

    /// The owner's shelf; on none is a file whose time is over.
    fn swept<'s>(&self, shelves: &'s mut HashMap<String, Shelf>, owner: &str, now: Instant) -> &'s mut Shelf {
        for shelf in shelves.values_mut() {
            while shelf.entries.front().is_some_and(|entry| entry.until <= now) {
                shelf.drop_oldest();
            }
        }
        shelves.retain(|name, shelf| name == owner || !shelf.entries.is_empty());
        shelves.entry(owner.to_owned()).or_default()
    }
}

impl Shelf {
    fn drop_oldest(&mut self) {
        if let Some(entry) = self.entries.pop_front() {
            self.bytes -= entry.made.content.len() as u64;
        }
    }
}

/// A name that nobody guesses: 128 bits of entropy.
pub(crate) fn new_id() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| format!("no entropy: {error}"))?;
    Ok(hex::encode(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, bytes: usize) -> File {
        File::new(path.to_owned(), vec![b'x'; bytes])
    }

    fn paths(kept: &Kept, owner: &str, now: Instant) -> Vec<String> {
        kept.all(owner, now).into_iter().map(|(_, made)| made.path.clone()).collect()
    }

    #[test]
    fn an_owner_finds_its_own() {
        let kept = Kept::new(9, 100, Duration::from_secs(60));
        let now = Instant::now();
        let ids = kept.keep("a", vec![file("x.csv", 3)], now).unwrap();
        let id = ids[0].as_deref().unwrap();
        assert_eq!(id.len(), 32);
        let found = kept.find("a", id, now).unwrap();
        assert_eq!(
            (found.path.as_str(), found.media_type.as_str(), &found.content[..]),
            ("x.csv", "text/csv", &b"xxx"[..])
        );
        for (owner, id) in [("b", id), ("", id), ("a", ""), ("a", "../x.csv"), ("a", &id[1..])] {
            assert!(kept.find(owner, id, now).is_none(), "{owner} {id}");
        }
        assert_ne!(kept.keep("a", vec![file("x.csv", 3)], now).unwrap(), ids);
    }

    #[test]
    fn the_oldest_make_room() {
        let kept = Kept::new(3, 10, Duration::from_secs(60));
        let now = Instant::now();
        kept.keep("b", vec![file("other", 10)], now).unwrap();
        kept.keep("a", vec![file("1", 4), file("2", 4)], now).unwrap();
        kept.keep("a", vec![file("3", 4)], now).unwrap();
        assert_eq!(paths(&kept, "a", now), ["3", "2"]);
        kept.keep("a", vec![file("4", 0), file("5", 0)], now).unwrap();
        assert_eq!(paths(&kept, "a", now), ["5", "4", "3"]);
        let ids = kept.keep("a", vec![file("6", 11), file("7", 10), file("8", 1)], now).unwrap();
        assert_eq!(ids.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(paths(&kept, "a", now), ["8"]);
        assert_eq!(paths(&kept, "b", now), ["other"]);
        let none = Kept::new(0, 10, Duration::from_secs(60));
        assert_eq!(none.keep("a", vec![file("1", 1)], now).unwrap(), [None]);
    }

    #[test]
    fn none_outlives_its_time() {
        let kept = Kept::new(3, 10, Duration::from_secs(60));
        let now = Instant::now();
        kept.keep("a", vec![file("1", 1)], now).unwrap();
        kept.keep("a", vec![file("2", 1)], now + Duration::from_secs(30)).unwrap();
        assert_eq!(paths(&kept, "a", now + Duration::from_secs(59)), ["2", "1"]);
        assert_eq!(paths(&kept, "a", now + Duration::from_secs(60)), ["2"]);
        assert_eq!(paths(&kept, "b", now + Duration::from_secs(90)), Vec::<String>::new());
        assert_eq!(kept.shelves.lock().len(), 1);
    }
}
