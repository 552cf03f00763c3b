//! The arguments of `taipan snap`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::{IsolationArg, LimitArgs};
use crate::snap::Format;

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "A case is a .py file, a block of Python in a .md or .rst file, or a line of a .jsonl file (id, code, expect).
Directives are TOML: in lines `#!` at the head of a .py file, in a comment <!-- taipan: fuel = 1000 --> before a block.
Cases run under a fixed clock and seed 0, with a deadline of 60 s unless --timeout or a directive says else.
A golden is a file in the format of the crate insta, in a folder `snapshots` beside its case.
Exit status: 0 all are as they must be, 1 some are not, 2 usage, host error or a bad case, 3 an interpreter crashed."
)]
pub(crate) struct SnapArgs {
    /// Folders and files with cases
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Make what cases give their goldens
    #[arg(long)]
    pub(crate) accept: bool,
    /// Show what differs, case by case, and ask what becomes of it
    #[arg(long, conflicts_with_all = ["accept", "pending"])]
    pub(crate) review: bool,
    /// Leave what differs beside its golden, for `cargo insta review`
    #[arg(long, conflicts_with = "accept")]
    pub(crate) pending: bool,
    /// Group differences by what seems to have caused them
    #[arg(long)]
    pub(crate) explain_change: bool,
    /// Take the examples (>>>) in docstrings of .py files as cases, and not the files
    #[arg(long)]
    pub(crate) docstrings: bool,
    /// The same, but import each file by its name, as the library has it
    #[arg(long, conflicts_with = "docstrings")]
    pub(crate) docstrings_of_modules: bool,
    /// Hold fuel in goldens, also of cases that do not ask for it
    #[arg(long)]
    pub(crate) keep_fuel: bool,
    /// Take fuel that changed by no more than this over into the golden, such as 2%
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) update_fuel_within: Option<f64>,
    /// What to do with goldens that no case has
    #[arg(long, value_name = "WHAT")]
    pub(crate) unreferenced: Option<UnreferencedArg>,
    /// The folder of the goldens [default: `snapshots` beside each case]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) goldens: Option<PathBuf>,
    /// What runs cases that do not say: a WebAssembly guest, or this process [default: wasm]
    #[arg(long)]
    pub(crate) isolation: Option<IsolationArg>,
    /// Run every case, also those that passed before and have not changed since
    #[arg(long)]
    pub(crate) fresh: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) reports: ReportArgs,
    #[command(flatten)]
    pub(crate) against: AgainstArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Selection")]
pub(crate) struct SelectionArgs {
    /// Take only cases whose name contains a text; repeatable
    #[arg(long = "filter", value_name = "TEXT")]
    pub(crate) filters: Vec<String>,
    /// Take only cases with a tag; repeatable
    #[arg(long = "tag", value_name = "TAG")]
    pub(crate) tags: Vec<String>,
    /// Take one part of the cases, such as 2/8
    #[arg(long, value_name = "PART", value_parser = shard)]
    pub(crate) shard: Option<(u32, u32)>,
    /// Take only cases that have changed, or whose golden has, since a revision of git
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(crate) changed_since: Option<String>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Reports")]
pub(crate) struct ReportArgs {
    /// Write a report: junit, json, tap, github or html, and = with a file; without one to standard output; repeatable
    #[arg(long = "report", value_name = "FORMAT[=FILE]", value_parser = report)]
    pub(crate) reports: Vec<(Format, Option<PathBuf>)>,
    /// How many of the slowest and of the dearest cases to name, where there are more than 50 cases
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) costs: usize,
    /// Add the fuel of the suite to a file of JSON lines, for the chart of the report html
    #[arg(long, value_name = "FILE")]
    pub(crate) history: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Another engine")]
pub(crate) struct AgainstArgs {
    /// Run each case under a command too, such as 'python3 -I', and compare standard output, exit status and exception
    #[arg(long, value_name = "COMMAND")]
    pub(crate) against: Option<String>,
    /// The TOML table of known differences from it: names of cases and reasons
    #[arg(long, value_name = "FILE", requires = "against")]
    pub(crate) known_differences: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnreferencedArg {
    Reject,
    Delete,
}

fn percent(text: &str) -> Result<f64, String> {
    let number = text.strip_suffix('%').unwrap_or(text).trim().parse::<f64>();
    let number = number.ok().filter(|number| (0.0..=100.0).contains(number));
    number.ok_or_else(|| format!("`{text}` is no part of 100, such as 2%"))
}

fn shard(text: &str) -> Result<(u32, u32), String> {
    let parts = text.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    let parts = parts.filter(|(part, parts)| (1..=*parts).contains(part));
    parts.ok_or_else(|| format!("`{text}` is no part; write one such as 2/8, the second of eight"))
}

fn report(text: &str) -> Result<(Format, Option<PathBuf>), String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(PathBuf::from(file))));
    let format = match name {
        "junit" => Format::Junit,
        "json" => Format::Json,
        "tap" => Format::Tap,
        "github" => Format::Github,
        "html" => Format::Html,
        _ => return Err(format!("there is no report `{name}`; there are junit, json, tap, github and html")),
    };
    if file.as_ref().is_some_and(|file| file.as_os_str().is_empty()) {
        return Err(format!("a file is missing behind `{text}`"));
    }
    Ok((format, file))
}
