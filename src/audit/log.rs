//! Appends to the audit log, one process at a time.

use std::fs::{File, OpenOptions, rename};
use std::io::{BufRead, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use parking_lot::Mutex;
use serde_json::Value;

use super::{Entry, MAX_LINE, START, hash, parts};
use crate::files::plain;

/// How many files that are full are kept beside the one in use.
const KEPT: usize = 8;

/// The log of a process.
#[derive(Debug)]
pub(crate) struct Log {
    path: PathBuf,
    /// A file that holds as many bytes is put aside.
    most: u64,
    open: Mutex<Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    bytes: u64,
    seq: u64,
    last: String,
    /// Set when a write failed: nothing may follow what is half there.
    broken: bool,
}

impl Log {
    /// Opens a log to append to it. What a process that was killed left half-written is cut off.
    pub(crate) fn open(path: &Path, most: u64) -> Result<Log, String> {
        let fail = |error: std::io::Error| format!("audit log {}: {}", path.display(), plain(&error));
        let mut file = File::options().read(true).append(true).create(true).open(path).map_err(fail)?;
        file.try_lock().map_err(|_| format!("audit log {}: another process writes to it", path.display()))?;
        let (whole, last) = last_line(&mut file).map_err(fail)?;
        let (seq, last) = match last {
            None => (0, START.to_owned()),
            Some(line) => {
                let seq = serde_json::from_str::<Value>(&line).ok().and_then(|entry| entry["seq"].as_u64());
                let seal = parts(&line).filter(|(body, seal)| hash(body.as_bytes()) == *seal);
                match (seq, seal) {
                    (Some(seq), Some((_, seal))) => (seq, seal.to_owned()),
                    _ => {
                        return Err(format!(
                            "audit log {}: its last line is not one of this log's; `taipan audit verify` looks at it all",
                            path.display()
                        ));
                    }
                }
            }
        };
        file.set_len(whole).map_err(fail)?;
        let open = Mutex::new(Open { file, bytes: whole, seq, last, broken: false });
        Ok(Log { path: path.to_owned(), most, open })
    }

    /// Appends a line and waits until the disk has it.
    pub(crate) fn append(&self, entry: &Entry) -> Result<(), String> {
        let mut open = self.open.lock();
        if open.broken {
            return Err(format!("audit log {}: an earlier write failed", self.path.display()));
        }
        let written = self.write(&mut open, entry);
        open.broken = written.is_err();
        written.map_err(|error| format!("audit log {}: {}", self.path.display(), plain(&error)))
    }

    fn write(&self, open: &mut Open, entry: &Entry) -> std::io::Result<()> {
        if open.bytes >= self.most {
            self.turn(open)?;
        }
        let seq = open.seq + 1;
        let entry = serde_json::to_string(entry)?;
        // An entry is an object with fields: its text begins with a brace.
        let body = format!("{{\"seq\":{seq},\"prev\":\"{}\",{}", open.last, &entry[1..entry.len() - 1]);
        let seal = hash(body.as_bytes());
        let line = format!("{body},\"hash\":\"{seal}\"}}\n");
        open.file.write_all(line.as_bytes())?;
        open.file.sync_data()?;
        (open.seq, open.last) = (seq, seal);
        open.bytes += line.len() as u64;
        Ok(())
    }

    /// Puts the full file aside as `.1`, and the earlier ones each one further; the chain goes on.
    fn turn(&self, open: &mut Open) -> std::io::Result<()> {
        let aside = |number: usize| {
            let mut name = self.path.clone().into_os_string();
            name.push(format!(".{number}"));
            PathBuf::from(name)
        };
        for number in (1..KEPT).rev() {
            if aside(number).exists() {
                rename(aside(number), aside(number + 1))?;
            }
        }
        rename(&self.path, aside(1))?;
        open.file = OpenOptions::new().read(true).append(true).create_new(true).open(&self.path)?;
        open.file.try_lock().map_err(std::io::Error::from)?;
        open.bytes = 0;
        Ok(())
    }
}

/// How many bytes the whole lines have, and the last of them.
fn last_line(file: &mut File) -> std::io::Result<(u64, Option<String>)> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(2 * MAX_LINE)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    let Some(newline) = end.iter().rposition(|byte| *byte == b'\n') else { return Ok((0, None)) };
    let whole = length - (end.len() - newline - 1) as u64;
    let last = end[..newline].lines().last().transpose()?;
    Ok((whole, last))
}
