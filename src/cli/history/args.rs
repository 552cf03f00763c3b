//! The arguments of `taipan history` and `taipan stats`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::args::IsolationArg;
use crate::history::Filter;
use crate::units::parse_duration;

#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true)]
#[command(
    after_help = "taipan mcp and taipan serve write a row for each run, and taipan run with --history or history.run = true.
Code, inputs and outcome are in it only with --history-keep or history.keep = true.
Exit status: 0 listed, 2 usage or host error."
)]
pub(crate) struct HistoryArgs {
    #[command(subcommand)]
    pub(crate) command: Option<HistoryCommand>,
    /// The most runs that are listed, the newest first
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// Print a JSON array on one line
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum HistoryCommand {
    /// Print all that is known of a run
    Show(ShowArgs),
    /// Run it again, and say whether it gives the same
    Replay(ReplayArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ShowArgs {
    /// The run: its number in the list, or its id, of which the newest is meant
    #[arg(value_name = "RUN")]
    pub(crate) run: String,
    /// Print a JSON object on one line
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "It needs a run that was kept whole, by --history-keep or history.keep = true; one of a session needs those before it too.
Exit status: 0 the same, 2 usage or host error, 5 not the same."
)]
pub(crate) struct ReplayArgs {
    /// The run: its number in the list, or its id, of which the newest is meant
    #[arg(value_name = "RUN")]
    pub(crate) run: String,
    /// What runs it [default: what ran it then]
    #[arg(long)]
    pub(crate) isolation: Option<IsolationArg>,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct StatsArgs {
    /// Print a JSON object on one line
    #[arg(long, conflicts_with = "chart")]
    pub(crate) json: bool,
    /// Print a bar for each span of run times instead
    #[arg(long)]
    pub(crate) chart: bool,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct PlaceArgs {
    /// The configuration file [default: $TAIPAN_CONFIG, else taipan/config.toml in the user's folder]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The history [default: taipan/history.db in the user's folder for state]
    #[arg(long = "history-file", value_name = "FILE")]
    pub(crate) file: Option<String>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Which runs")]
pub(crate) struct FilterArgs {
    /// Those that ended so: ok, error, exit, denied, fuel, timeout, memory, output, cancelled or crashed
    #[arg(long)]
    pub(crate) status: Option<String>,
    /// Those that came by this door: run, mcp or http
    #[arg(long)]
    pub(crate) door: Option<String>,
    /// Those of this token
    #[arg(long, value_name = "TOKEN")]
    pub(crate) who: Option<String>,
    /// Those of this session
    #[arg(long)]
    pub(crate) session: Option<String>,
    /// Those to which policy refused this module or call
    #[arg(long, value_name = "NAME")]
    pub(crate) refused: Option<String>,
    /// Those since a time such as 2026-01-01T00:00:00Z, or within a span such as 24h
    #[arg(long, value_name = "TIME")]
    pub(crate) since: Option<String>,
}

impl FilterArgs {
    /// What is meant; the error names what is no status, door or time.
    pub(crate) fn filter(&self) -> Result<Filter, String> {
        one_of("--status", self.status.as_deref(), &Filter::STATUSES)?;
        one_of("--door", self.door.as_deref(), &Filter::DOORS)?;
        Ok(Filter {
            status: self.status.clone(),
            door: self.door.clone(),
            who: self.who.clone(),
            session: self.session.clone(),
            refused: self.refused.clone(),
            since: self.since.as_deref().map(since).transpose()?,
            before: None,
        })
    }
}

fn one_of(flag: &str, given: Option<&str>, known: &[&str]) -> Result<(), String> {
    match given {
        Some(given) if !known.contains(&given) => {
            Err(format!("{flag}: `{}` is none of {}", crate::file::shown(given), known.join(", ")))
        }
        _ => Ok(()),
    }
}

fn since(text: &str) -> Result<i64, String> {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return Ok(time.as_microsecond());
    }
    let span = parse_duration(text).map_err(|_| {
        let shown = crate::file::shown(text);
        format!("--since: `{shown}` is no time; write one such as 2026-01-01T00:00:00Z, or a span such as 24h")
    })?;
    let span = i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
    Ok(jiff::Timestamp::now().as_microsecond().saturating_sub(span))
}
