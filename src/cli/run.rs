//! `taipan run`.

use super::args::{FormatArg, RunArgs};
use super::program::Program;
use super::{bounds, given, input, out, report};
use crate::config::InForce;

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    let config = bounds::config(&args.bounds)?;
    let InForce { limits, policy, refuse } = config.in_force()?;
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let engine = config.engine(limits, policy, 1)?;
    let program = Program::read(&args.program, engine.limits().source)?;
    let mut run = engine.prepare(program.text.clone()).file_name(program.name).refuse(&refuse);
    for (name, value) in input::read(&args.inputs, program.is_stdin, memory)? {
        run = run.input(name, value);
    }
    for (name, content) in given::read(&args.files, memory)? {
        run = run.file(name, content);
    }
    let mut outcome = run.run().map_err(|error| error.to_string())?;
    let written = match &args.out {
        Some(folder) => out::write(&outcome.files, folder, args.force).map(|()| true),
        None => Ok(false),
    };
    if written == Ok(true) {
        // They are in the folder now.
        outcome.files.iter_mut().for_each(|file| file.content = None);
    }
    let format = if args.json { Some(FormatArg::Json) } else { args.format };
    let status = report::print(&outcome, &program.text, format)?;
    written.map(|_| status)
}
