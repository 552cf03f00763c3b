//! The command line.

mod args;
mod run;

use std::process::ExitCode;

use clap::Parser;

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    match args::Args::parse().command {
        args::Command::Run(args) => run::run(&args),
    }
}
