//! `taipan run`.

use super::args::{IsolationArg, RunArgs};
use super::program::Program;
use super::{bounds, input, report};
use crate::Engine;

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    if args.isolation == Some(IsolationArg::Wasm) {
        return Err(String::from(
            "the isolation wasm is not part of this build; leave the flag out, or use --isolation native",
        ));
    }
    let limits = bounds::limits(&args.limits);
    let policy = bounds::policy(&args.policy)?;
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let engine =
        Engine::builder().limits(limits).policy(policy).workers(1).build().map_err(|error| error.to_string())?;
    let program = Program::read(args, engine.limits().source)?;
    let mut run = engine.prepare(program.text).file(program.name);
    for (name, value) in input::read(&args.inputs, program.is_stdin, memory)? {
        run = run.input(name, value);
    }
    let outcome = run.run().map_err(|error| error.to_string())?;
    report::print(&outcome, args.json)
}
