//! `taipan run`.

use super::args::{IsolationArg, RunArgs};
use super::program::Program;
use super::{bounds, input, report};
use crate::{Engine, Isolation};

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    let limits = bounds::limits(&args.limits);
    let policy = bounds::policy(&args.policy)?;
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let mut builder = Engine::builder().limits(limits).policy(policy).workers(1);
    builder = match args.isolation {
        Some(IsolationArg::Native) => builder.isolation(Isolation::Native),
        Some(IsolationArg::Wasm) => builder.isolation(Isolation::Wasm),
        None => builder,
    };
    let engine = builder.build().map_err(|error| error.to_string())?;
    let program = Program::read(args, engine.limits().source)?;
    let mut run = engine.prepare(program.text).file(program.name);
    for (name, value) in input::read(&args.inputs, program.is_stdin, memory)? {
        run = run.input(name, value);
    }
    let outcome = run.run().map_err(|error| error.to_string())?;
    report::print(&outcome, args.json)
}
