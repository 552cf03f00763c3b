//! The arguments of the command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

#[cfg(feature = "history")]
use super::history::{HistoryArgs, StatsArgs};
use super::repl::ReplArgs;
use super::snap::SnapArgs;
use crate::units::{parse_count, parse_duration, parse_size};
use crate::{Clock, Isolation, Seed};

/// Runs Python that a machine wrote, in this process, within bounds.
#[derive(Debug, Parser)]
#[command(name = "taipan", version, arg_required_else_help = true, disable_help_subcommand = true, term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a program; print what it prints, and the value of its last expression
    Run(Box<RunArgs>),
    /// Run Python line by line as it is typed, in one session
    Repl(Box<ReplArgs>),
    /// Run a recorded run again, and say whether it gives the same
    Replay(ReplayArgs),
    /// Run the cases of a folder and compare each with its golden
    Snap(Box<SnapArgs>),
    /// Read a program without running it, and say what would go wrong
    Check(Box<CheckArgs>),
    /// Run the Python of a Markdown document, and write each result below its block
    Md(Box<MdArgs>),
    /// List the modules that a program can import
    Modules(ModulesArgs),
    /// Serve the Model Context Protocol on standard input and output
    #[cfg(feature = "server")]
    Mcp(Box<McpArgs>),
    /// Serve HTTP until the process is told to stop
    #[cfg(feature = "server")]
    Serve(Box<ServeArgs>),
    /// Show what ran, and run it again
    #[cfg(feature = "history")]
    History(Box<HistoryArgs>),
    /// Say what many runs were like
    #[cfg(feature = "history")]
    Stats(Box<StatsArgs>),
    /// Check an audit log
    #[cfg(feature = "server")]
    Audit(AuditArgs),
    /// Make a bearer token and print what the configuration needs of it
    #[cfg(feature = "server")]
    Token(TokenArgs),
    /// Print the definition of the tool `run_python` in the shape of a model's API
    ToolSchema(Box<ToolSchemaArgs>),
    /// Say what is configured and where each value came from
    Config(Box<ConfigArgs>),
    /// Say what this build and this machine give, and what could be better
    Doctor(DoctorArgs),
}

#[derive(Debug, ClapArgs)]
#[command(
    override_usage = "taipan run [OPTIONS] FILE\n       taipan run [OPTIONS] -\n       taipan run [OPTIONS] -c CODE"
)]
#[command(after_help = "Exit status: 0 the program ended, 1 it raised, its own number if it exits with one,
2 usage or host error, 3 policy denied what it needs, 4 a limit was exhausted.
What the program prints goes to standard output and standard error; what taipan says goes to standard error.")]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    /// Set a variable before the program starts, to JSON text or the JSON file of a path after @; repeatable
    #[arg(long = "input", value_name = "NAME=JSON")]
    pub(crate) inputs: Vec<String>,
    /// Put a file into the program's folder, /sandbox, under a name or its own; a path may be a pattern of several files, and
    /// a name that ends in / is a folder for them; repeatable
    #[arg(long = "file", value_name = "NAME=PATH")]
    pub(crate) files: Vec<String>,
    /// Write the files that the program made or changed into a folder, which is made if it is missing
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Let --out overwrite files that are there
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
    /// Write all that the run depends on, and its outcome, to a file for `taipan replay`; a system clock stands still at the
    /// run's start then, and a system seed is a number drawn for it
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,
    /// Write a row to the history, which `taipan history` shows
    #[cfg(feature = "history")]
    #[arg(long)]
    pub(crate) history: bool,
    /// Print the outcome as one line of JSON; the same as --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Print all of the outcome to standard output in a shape: text for a language model, markdown for a document, json,
    /// or the results of the vendors' own tools
    #[arg(long)]
    pub(crate) format: Option<FormatArg>,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Compared are status, value, text, error, files, denials and fuel; not times and memory.
Fuel is left out where another isolation, guest or version of taipan counts it.
Exit status: 0 the same, 2 usage or host error, 5 not the same.")]
pub(crate) struct ReplayArgs {
    /// What `taipan run --record` wrote
    pub(crate) file: PathBuf,
    /// What runs it [default: what the record says]
    #[arg(long)]
    pub(crate) isolation: Option<IsolationArg>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ProgramArgs {
    /// The program: a file of UTF-8 text, or - for standard input
    #[arg(required_unless_present = "code", conflicts_with = "code")]
    pub(crate) file: Option<PathBuf>,
    /// The program itself
    #[arg(short, long, allow_hyphen_values = true)]
    pub(crate) code: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    Text,
    Markdown,
    Json,
    Openai,
    Anthropic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum IsolationArg {
    Native,
    Wasm,
}

impl From<IsolationArg> for Isolation {
    fn from(arg: IsolationArg) -> Isolation {
        match arg {
            IsolationArg::Native => Isolation::Native,
            IsolationArg::Wasm => Isolation::Wasm,
        }
    }
}

/// They may lie above the defaults: who starts the process says what it may use.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// Wall clock, 1ms to 24h [default: 5s]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) timeout: Option<Duration>,
    /// Work, in fuel units: the same for the same program, inputs and policy [default: 25_000_000]
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub(crate) fuel: Option<u64>,
    /// Memory at one time, from 1MiB [default: 256MiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) memory: Option<u64>,
    /// Standard output, and standard error as much again [default: 1MiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) output: Option<u64>,
    /// Nested calls, 50 to 5000 [default: 1000]
    #[arg(long, value_name = "N")]
    pub(crate) recursion: Option<u32>,
    /// The program's text, up to 16MiB [default: 256KiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) source: Option<u64>,
    /// The value of the last expression [default: 1MiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) value_bytes: Option<u64>,
    /// Nesting of that value, up to 200 [default: 64]
    #[arg(long, value_name = "N")]
    pub(crate) value_depth: Option<u32>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Policy")]
pub(crate) struct PolicyArgs {
    /// Allow a module of the tier `extra`; repeatable
    #[arg(long, value_name = "MODULE")]
    pub(crate) allow: Vec<String>,
    /// Deny a module and those inside it; repeatable
    #[arg(long, value_name = "MODULE")]
    pub(crate) deny: Vec<String>,
    /// A policy: strict, standard, notebook, one of the configuration file's, or a TOML file with allow, deny, clock and
    /// seed, which flags add to and outrank [default: standard]
    #[arg(long = "policy", value_name = "NAME|FILE")]
    pub(crate) policy: Option<String>,
    /// Where random numbers come from: system, or a whole number that makes them repeat [default: system]
    #[arg(long, value_name = "SEED", allow_negative_numbers = true)]
    pub(crate) seed: Option<Seed>,
    /// What the time is: system, fixed (2026-01-01T00:00:00Z) or a time like that; sleep moves a fixed clock
    /// [default: system]
    #[arg(long, value_name = "CLOCK")]
    pub(crate) clock: Option<Clock>,
}

#[derive(Debug, ClapArgs)]
#[command(
    override_usage = "taipan check [OPTIONS] FILE\n       taipan check [OPTIONS] -\n       taipan check [OPTIONS] -c CODE"
)]
#[command(after_help = "This is advice: it reads the syntax tree, and code can hide from it what it does.
What protects is the isolation that runs it.
Exit status: 0 no errors, 1 errors, 2 usage or host error.")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    /// A name that the run will get as an input; repeatable
    #[arg(long = "input", value_name = "NAME")]
    pub(crate) inputs: Vec<String>,
    /// Print the findings as a JSON array on one line
    #[arg(long, conflicts_with = "sarif")]
    pub(crate) json: bool,
    /// Print the findings as SARIF 2.1.0, which code hosts and editors read
    #[arg(long)]
    pub(crate) sarif: bool,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The client starts this command and talks to it in lines of JSON. Tools: run_python, check_python, list_modules.
It ends when standard input is closed."
)]
pub(crate) struct McpArgs {
    #[command(flatten)]
    pub(crate) audit: AuditFlags,
    #[command(flatten)]
    pub(crate) history: HistoryFlags,
    #[command(flatten)]
    pub(crate) log: LogFlags,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Paths: POST /v1/run and /v1/check, GET /v1/modules, /healthz, /readyz, /metrics and /openapi.json.
Any address but loopback needs a token in the configuration file; `taipan token` makes one."
)]
pub(crate) struct ServeArgs {
    /// The address and port; port 0 takes any that is free [default: 127.0.0.1:8765]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    /// Bytes of a request's body [default: 1MiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) body: Option<u64>,
    /// Requests that wait for an interpreter; one more is turned away [default: 64]
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub(crate) queue: Option<u64>,
    /// How long each of them waits [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) wait: Option<Duration>,
    /// How long runs may go on once the server is told to stop [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) grace: Option<Duration>,
    /// Connections at one time [default: 1024]
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub(crate) connections: Option<u64>,
    #[command(flatten)]
    pub(crate) audit: AuditFlags,
    #[command(flatten)]
    pub(crate) history: HistoryFlags,
    #[command(flatten)]
    pub(crate) log: LogFlags,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
pub(crate) struct AuditFlags {
    /// Append a line for each run to a log whose lines are chained by hashes; `taipan audit verify` checks it
    #[arg(long = "audit", value_name = "FILE")]
    pub(crate) file: Option<String>,
    /// Write each run's code beside its hash
    #[arg(long = "audit-code", requires = "file")]
    pub(crate) code: bool,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
pub(crate) struct HistoryFlags {
    /// Write no row for each run
    #[arg(long = "no-history")]
    pub(crate) no_history: bool,
    /// The history's file [default: taipan/history.db in the user's folder for state]
    #[arg(long = "history-file", value_name = "FILE")]
    pub(crate) history_file: Option<String>,
    /// Keep each run's code, inputs and outcome beside its row, for `taipan history show` and `replay`
    #[arg(long = "history-keep")]
    pub(crate) history_keep: bool,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
pub(crate) struct LogFlags {
    /// What is said on standard error: text, or json, a line an event [default: text]
    #[arg(long = "log", value_name = "FORM")]
    pub(crate) log_form: Option<String>,
    /// How much: off, error, warn, info (each run) or debug (each request) [default: warn; info for json]
    #[arg(long = "log-level", value_name = "LEVEL")]
    pub(crate) log_level: Option<String>,
    /// Log each run's code
    #[arg(long = "log-code")]
    pub(crate) log_code: bool,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
pub(crate) struct AuditArgs {
    #[command(subcommand)]
    pub(crate) command: AuditCommand,
}

#[cfg(feature = "server")]
#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Say whether a log's lines are all there, unchanged and in order
    Verify(AuditVerifyArgs),
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Lines that are missing at the end are not seen by themselves: compare the last hash with one that was noted elsewhere.
Exit status: 0 the log is whole, 1 it is not, 2 usage or host error."
)]
pub(crate) struct AuditVerifyArgs {
    /// The log
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[cfg(feature = "server")]
#[derive(Debug, ClapArgs)]
pub(crate) struct TokenArgs {
    /// The token's name in the configuration file
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The fenced blocks of python, py and python3 run in order, in one session. Results of an earlier run are replaced.
Exit status: 0 all blocks ran to their end, 1 one did not, or --check found a difference, 2 usage or host error."
)]
pub(crate) struct MdArgs {
    /// The document: a file of UTF-8 text, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Write the document back to its file instead of printing it
    #[arg(long, conflicts_with = "check")]
    pub(crate) in_place: bool,
    /// Change nothing; print a difference and exit with 1 if the document is not what a run gives
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ToolSchemaArgs {
    /// Whose shape
    #[arg(value_name = "SHAPE")]
    pub(crate) shape: ShapeArg,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShapeArg {
    Openai,
    Anthropic,
    Mcp,
    JsonSchema,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print each key with the value in force and where it came from
    Show(ConfigShowArgs),
}

#[derive(Debug, ClapArgs)]
#[command(after_help = CONFIG_HELP)]
pub(crate) struct ConfigShowArgs {
    /// Print a JSON object on one line
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) bounds: BoundArgs,
}

const CONFIG_HELP: &str =
    "A value comes from, the strongest first: a flag, an environment variable (TAIPAN_ and the key in capitals, such as
TAIPAN_TIMEOUT for limits.timeout), the file, the default. The file is TOML: what --config names, else what
TAIPAN_CONFIG names, else taipan/config.toml in the user's folder for configuration.";

/// What every command that runs or reads programs takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct BoundArgs {
    /// The configuration file [default: $TAIPAN_CONFIG, else taipan/config.toml in the user's folder]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// What runs the program: a WebAssembly guest, or this process [default: wasm]
    #[arg(long)]
    pub(crate) isolation: Option<IsolationArg>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ModulesArgs {
    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Exit status: 0 if both isolations are whole, 1 if one is not, 2 usage or host error.")]
pub(crate) struct DoctorArgs {
    /// Print a JSON object on one line
    #[arg(long)]
    pub(crate) json: bool,
}
