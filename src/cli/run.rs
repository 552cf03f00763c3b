//! `taipan run`.

use super::args::{FormatArg, RunArgs};
#[cfg(feature = "history")]
use super::history::Past;
#[cfg(not(feature = "history"))]
use super::no_history::Past;
use super::program::Program;
use super::{bounds, given, input, out, report};
#[cfg(not(feature = "history"))]
use crate::config::Flags;
#[cfg(feature = "history")]
use crate::config::Value;
use crate::config::{Config, InForce};
use crate::file::File;
use crate::record::{self, Given, Record};

/// Runs the program and gives the exit status; the error is the host's.
pub(crate) fn run(args: &RunArgs) -> Result<u8, String> {
    let config = config(args)?;
    let InForce { limits, mut policy, refuse } = config.in_force()?;
    let mut past = Past::of(&config);
    if args.record.is_some() {
        policy = record::settled(policy)?;
    } else if past.keeps() {
        policy = record::seeded(policy)?;
    }
    let memory = limits.memory;
    // The worker builds its interpreter while this thread reads the program.
    let engine = config.engine(limits.clone(), policy.clone(), 1)?;
    let program = Program::read(&args.program, engine.limits().source)?;
    let inputs = input::read(&args.inputs, program.is_stdin, memory)?;
    let files = given::read(&args.files, memory)?;
    // A copy is made for a record alone: files may be large.
    let given = (args.record.is_some() || past.keeps()).then(|| Given {
        name: program.name.clone(),
        source: program.text.clone(),
        inputs: inputs.clone(),
        files: files.iter().map(|(name, content)| File::new(name.clone(), content.clone())).collect(),
        limits,
        policy: policy.clone(),
        refuse: refuse.clone(),
    });
    let mut run = engine.prepare(program.text.as_str()).file_name(program.name.as_str()).refuse(&refuse);
    for (name, value) in inputs {
        run = run.input(name, value);
    }
    for (name, content) in files {
        run = run.file(name, content);
    }
    let mut outcome = run.run().map_err(|error| error.to_string())?;
    let record = given.map(|given| Record::new(engine.isolation(), given, outcome.clone()));
    past.add(&program.text, &policy, &outcome, record.as_ref());
    let recorded = match (&args.record, &record) {
        (Some(path), Some(record)) => record.write(path),
        _ => Ok(()),
    };
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
    past.tell();
    written.and(recorded).map(|()| status)
}

fn config(args: &RunArgs) -> Result<Config, String> {
    #[cfg(feature = "history")]
    let flags = args.history.then_some(("history.run", Value::Flag(true))).into_iter().collect();
    #[cfg(not(feature = "history"))]
    let flags = Flags::new();
    bounds::config_with(&args.bounds, flags)
}
