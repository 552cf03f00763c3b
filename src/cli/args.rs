//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

use crate::{Clock, Seed};

/// Runs Python that a machine wrote, within bounds.
#[derive(Debug, Parser)]
#[command(name = "taipan", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a program and print what it prints, and the value of its trailing expression
    Run(RunArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct RunArgs {
    /// The program's file; `-` reads standard input
    #[arg(required_unless_present = "code", conflicts_with = "code")]
    pub(crate) file: Option<PathBuf>,
    /// The program itself
    #[arg(short, long)]
    pub(crate) code: Option<String>,
    /// Print the outcome as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Bound on work, in fuel units
    #[arg(long)]
    pub(crate) fuel: Option<u64>,
    /// `system`, `fixed`, or a time such as 2026-01-01T00:00:00Z
    #[arg(long, default_value = "system")]
    pub(crate) clock: Clock,
    /// `system` or a number
    #[arg(long, default_value = "system")]
    pub(crate) seed: Seed,
}
