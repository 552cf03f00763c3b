//! The arguments of `taipan repl`.

use clap::Args as ClapArgs;

use crate::cli::args::BoundArgs;

#[derive(Debug, ClapArgs)]
#[command(after_help = "A block ends with an empty line; :help lists what is no Python.
Ctrl-C ends a run, and behind the wall the session is then what it was before; Ctrl-D ends taipan.
Where standard input or output is no terminal, lines are read without prompts and nothing is kept of them.
Exit status: 0 at the end, the program's own number if it exits with one, 2 usage or host error.")]
pub(crate) struct ReplArgs {
    /// Set a variable before the first line, to JSON text or the JSON file of a path after @; repeatable
    #[arg(long = "input", value_name = "NAME=JSON")]
    pub(super) inputs: Vec<String>,
    /// Put a file into the session's folder, /sandbox, under a name or its own; a path may be a pattern of several files,
    /// and a name that ends in / is a folder for them; repeatable
    #[arg(long = "file", value_name = "NAME=PATH")]
    pub(super) files: Vec<String>,
    /// Neither read nor write the lines of earlier times, which are kept in taipan/repl_history in the user's folder for
    /// states
    #[arg(long)]
    pub(super) no_history: bool,
    #[command(flatten)]
    pub(super) bounds: BoundArgs,
}
