//! `taipan history` and `taipan stats`.

mod again;
mod args;
mod past;
mod show;
mod table;

use std::io::{self, Write as _};
use std::path::PathBuf;

use serde_json::{Value as Json, json};

pub(super) use args::{HistoryArgs, StatsArgs};
use args::{HistoryCommand, PlaceArgs, ShowArgs};
pub(super) use past::Past;

use crate::config::{Config, Flags, Value};
use crate::history::{History, Row};

/// Lists, shows or repeats what ran, and gives the exit status; the error is the host's.
pub(crate) fn history(args: &HistoryArgs) -> Result<u8, String> {
    match &args.command {
        None => {
            let rows = open(&args.place)?.list(&args.filter.filter()?, args.limit)?;
            print(&if args.json { line(&json!(rows)) } else { table::rows(&rows) })
        }
        Some(HistoryCommand::Show(args)) => show(args),
        Some(HistoryCommand::Replay(args)) => again::again(args),
    }
}

/// Prints figures of what ran.
pub(crate) fn stats(args: &StatsArgs) -> Result<u8, String> {
    let stats = open(&args.place)?.stats(&args.filter.filter()?)?;
    let text = match (args.json, args.chart) {
        (true, _) => line(&json!(stats)),
        (_, true) => table::chart(&stats),
        _ => table::stats(&stats),
    };
    print(&text)
}

fn show(args: &ShowArgs) -> Result<u8, String> {
    let (history, row) = found(&args.place, &args.run)?;
    let record = history.record(row.no)?;
    let record: Option<Json> = match record {
        Some(bytes) => Some(serde_json::from_slice(&bytes).map_err(|error| no_record(&row, &error.to_string()))?),
        None => None,
    };
    if args.json {
        let mut shown = json!(row);
        shown["record"] = json!(record);
        return print(&line(&shown));
    }
    print(&show::text(&row, record.as_ref()))
}

fn no_record(row: &Row, why: &str) -> String {
    format!("run {}: what was kept of it is no record of a run: {why}", row.no)
}

fn found(place: &PlaceArgs, name: &str) -> Result<(History, Row), String> {
    let history = open(place)?;
    match history.find(name)? {
        Some(row) => Ok((history, row)),
        None => {
            Err(format!("there is no run `{}` in the history; `taipan history` lists them", crate::file::shown(name)))
        }
    }
}

/// The history that the configuration names, whether or not it is written now.
fn open(place: &PlaceArgs) -> Result<History, String> {
    let file = place.file.clone().map(|file| ("history.file", Value::Text(file)));
    let flags: Flags = file.into_iter().collect();
    let environment = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let config = Config::load(place.config.clone(), &environment, flags)?;
    let Some(path) = config.text("history.file").map(PathBuf::from) else {
        return Err(String::from("no history: the user has no folder for it; name a file with --history-file"));
    };
    if path.exists() {
        return History::open(&path);
    }
    let way = "`taipan serve` and `taipan mcp` write one, and `taipan run --history`";
    Err(format!("no history: {} is not there; {way}", path.display()))
}

fn line(value: &Json) -> String {
    value.to_string() + "\n"
}

fn print(text: &str) -> Result<u8, String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(0),
    }
}
