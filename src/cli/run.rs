//! `taipan run`.

use super::args::{FormatArg, RunArgs};
use super::program::Program;
use super::{bounds, input, report};
use crate::config::InForce;

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    let config = bounds::config(&args.bounds)?;
    let InForce { limits, policy, refuse } = config.in_force()?;
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let engine = config.engine(limits, policy, 1)?;
    let program = Program::read(&args.program, engine.limits().source)?;
    let mut run = engine.prepare(program.text.clone()).file(program.name).refuse(&refuse);
    for (name, value) in input::read(&args.inputs, program.is_stdin, memory)? {
        run = run.input(name, value);
    }
    let outcome = run.run().map_err(|error| error.to_string())?;
    let format = if args.json { Some(FormatArg::Json) } else { args.format };
    report::print(&outcome, &program.text, format)
}
