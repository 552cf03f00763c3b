//! The command line.

mod args;
mod bounds;
mod check;
mod config;
mod doctor;
mod given;
#[cfg(feature = "history")]
mod history;
mod input;
mod md;
mod modules;
#[cfg(not(feature = "history"))]
mod no_history;
mod out;
mod program;
mod repl;
mod replay;
mod report;
mod run;
#[cfg(feature = "server")]
mod serve;
mod snap;
pub(crate) mod talk;
mod tool_schema;

use std::process::ExitCode;

use clap::Parser;

/// What stands for a usage error or an error of the host in the exit status.
const HOST_ERROR: u8 = 2;

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let done = match args::Args::parse().command {
        args::Command::Run(args) => run::run(&args),
        args::Command::Repl(args) => repl::repl(&args),
        args::Command::Replay(args) => replay::replay(&args),
        args::Command::Snap(args) => snap::run(&args),
        args::Command::Check(args) => check::check(&args),
        args::Command::Config(args) => config::config(&args),
        args::Command::ToolSchema(args) => tool_schema::print(&args),
        #[cfg(feature = "server")]
        args::Command::Mcp(args) => serve::mcp(&args),
        #[cfg(feature = "server")]
        args::Command::Serve(args) => serve::http(&args),
        #[cfg(feature = "server")]
        args::Command::Audit(args) => serve::audit(&args),
        #[cfg(feature = "server")]
        args::Command::Token(args) => serve::token(&args),
        #[cfg(feature = "history")]
        args::Command::History(args) => history::history(&args),
        #[cfg(feature = "history")]
        args::Command::Stats(args) => history::stats(&args),
        args::Command::Md(args) => md::md(&args),
        args::Command::Modules(args) => modules::list(&args),
        args::Command::Doctor(args) => doctor::examine(&args),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(text) => {
            talk::error(&text);
            ExitCode::from(HOST_ERROR)
        }
    }
}
