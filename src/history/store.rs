//! The database file: opened, checked, and made where there is none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::fault;
use crate::files::{make_private_folder, plain};

/// What says that a database is a history of taipan's: `taip` in ASCII.
const APPLICATION: i32 = 0x7461_6970;

/// The version of its tables.
const FORM: i32 = 1;

/// How every database of SQLite's begins.
const HEAD: &[u8] = b"SQLite format 3\0";

/// How long another process may hold the file before a writer or a reader gives up.
const PATIENCE: Duration = Duration::from_millis(250);

/// Pages of the log that go into the database at a time: whoever has a row to write then waits for the disk, and with SQLite's
/// own 1,000 pages for twice as long.
const CHECKPOINT: u32 = 250;

const TABLES: &str = "
CREATE TABLE runs (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    time_us INTEGER NOT NULL,
    door TEXT NOT NULL,
    who TEXT NOT NULL,
    session TEXT,
    isolation TEXT NOT NULL,
    code_sha256 TEXT NOT NULL,
    policy_sha256 TEXT NOT NULL,
    status TEXT NOT NULL,
    fuel INTEGER NOT NULL,
    wall_us INTEGER NOT NULL,
    memory_peak_bytes INTEGER NOT NULL,
    output_bytes INTEGER NOT NULL,
    denials TEXT NOT NULL,
    error TEXT,
    limit_kind TEXT,
    kept TEXT NOT NULL,
    record BLOB
) STRICT;
";

/// Opens a history to write to it, and makes it where there is none: folder and file are the user's alone.
pub(super) fn open(path: &Path) -> Result<Connection, String> {
    let fail = |error: io::Error| fault::of(path, &plain(&error));
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_private_folder(folder).map_err(fail)?;
    }
    make_file(path).map_err(fail)?;
    let told = |error: rusqlite::Error| fault::told(path, &error);
    let connection = connect(path)?;
    if is_empty(&connection).map_err(told)? {
        make_tables(&connection).map_err(told)?;
    }
    check(path, &connection)?;
    let text = format!(
        "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = {CHECKPOINT}; PRAGMA journal_size_limit = 4194304; \
         PRAGMA trusted_schema = OFF;"
    );
    connection.execute_batch(&text).map_err(told)?;
    Ok(connection)
}

/// Opens a history to read it.
pub(super) fn open_to_read(path: &Path) -> Result<Connection, String> {
    let metadata = fs::metadata(path).map_err(|error| fault::of(path, &plain(&error)))?;
    if metadata.is_dir() {
        return Err(fault::of(path, "is a folder; name a file"));
    }
    let told = |error: rusqlite::Error| fault::told(path, &error);
    // Whoever reads first after a writer was killed puts its log in order, which takes the right to write.
    let connection = connect(path)?;
    if is_empty(&connection).map_err(told)? {
        return Err(fault::of(path, "it is empty: nothing has run yet"));
    }
    check(path, &connection)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;").map_err(told)?;
    Ok(connection)
}

fn connect(path: &Path) -> Result<Connection, String> {
    // SQLite takes a file of less than a page for an empty database, and would write over whatever it is.
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut start));
    read.map_err(|error| fault::of(path, &plain(&error)))?;
    if !start.is_empty() && start != HEAD {
        return Err(fault::of(path, fault::NO_DATABASE));
    }
    let told = |error: rusqlite::Error| fault::told(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(told)?;
    connection.busy_timeout(PATIENCE).map_err(told)?;
    // A single run that ends must not wait for the disk: the log is put in order once it is long.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(told)?;
    Ok(connection)
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

/// Makes the tables, unless another process was faster.
fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    // Both are properties of the file, and can be given only outside of a transaction and before there is a table.
    connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL")?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let made = is_empty(connection).and_then(|empty| match empty {
        true => connection.execute_batch(&format!(
            "{TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORM}; COMMIT;"
        )),
        false => connection.execute_batch("COMMIT"),
    });
    if made.is_err() {
        let _ = connection.execute_batch("ROLLBACK");
    }
    made
}

/// Refuses a database of another program, and one whose tables only a later version knows.
fn check(path: &Path, connection: &Connection) -> Result<(), String> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let told = |error: rusqlite::Error| fault::told(path, &error);
    if number("application_id").map_err(told)? != APPLICATION {
        return Err(fault::of(path, "it is another program's database; set history.file to another"));
    }
    match number("user_version").map_err(told)? {
        FORM => Ok(()),
        other => Err(fault::of(
            path,
            &format!(
                "its form is {other}, and this taipan ({}) knows {FORM}; use the taipan that wrote it, or set history.file to \
                 another",
                env!("CARGO_PKG_VERSION")
            ),
        )),
    }
}

/// Makes the file where there is none; SQLite gives its logs the same rights.
fn make_file(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path).map(drop) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => File::open(path).map(drop),
        made => made,
    }
}
