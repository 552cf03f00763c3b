//! `taipan run`.

use super::args::{FormatArg, RunArgs};
use super::program::Program;
use super::record::{self, Record};
use super::{bounds, given, input, out, report};
use crate::config::InForce;
use crate::file::File;

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    let config = bounds::config(&args.bounds)?;
    let InForce { limits, mut policy, refuse } = config.in_force()?;
    if args.record.is_some() {
        policy = record::settled(policy)?;
    }
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let engine = config.engine(limits, policy, 1)?;
    let program = Program::read(&args.program, engine.limits().source)?;
    let inputs = input::read(&args.inputs, program.is_stdin, memory)?;
    let files = given::read(&args.files, memory)?;
    // A copy is made for a record alone: files may be large.
    let given = args.record.as_ref().map(|path| (path, inputs.clone(), files.clone()));
    let mut run = engine.prepare(program.text.as_str()).file_name(program.name.as_str()).refuse(&refuse);
    for (name, value) in inputs {
        run = run.input(name, value);
    }
    for (name, content) in files {
        run = run.file(name, content);
    }
    let mut outcome = run.run().map_err(|error| error.to_string())?;
    let recorded = given.map_or(Ok(()), |(path, inputs, files)| {
        let files = files.into_iter().map(|(name, content)| File::new(name, content)).collect();
        let source = program.text.clone();
        Record::new(&engine, program.name, source, inputs, files, refuse, outcome.clone()).write(path)
    });
    let written = match &args.out {
        Some(folder) => out::write(&outcome.files, folder, args.force),
        None => Ok(()),
    };
    if args.out.is_some() && written.is_ok() {
        // They are in the folder now.
        outcome.files.iter_mut().for_each(|file| file.content = None);
    }
    let format = if args.json { Some(FormatArg::Json) } else { args.format };
    let status = report::print(&outcome, &program.text, format)?;
    written.and(recorded).map(|()| status)
}
