//! `taipan run`.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use super::args::RunArgs;
use crate::{Engine, Error, Outcome, Policy, Status};

pub(crate) fn run(args: &RunArgs) -> ExitCode {
    let source = match source(args) {
        Ok(source) => source,
        Err(text) => return fail(&text),
    };
    match outcome(args, &source) {
        Ok(outcome) => match print(args, &outcome) {
            Ok(()) => ExitCode::from(status(&outcome)),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Err(error) => fail(&error.to_string()),
    }
}

fn source(args: &RunArgs) -> Result<String, String> {
    if let Some(code) = &args.code {
        return Ok(code.clone());
    }
    let Some(path) = &args.file else { return Err(String::from("no program")) };
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
        bytes
    } else {
        std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?
    };
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let line = e.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        format!("{}: line {line} is not UTF-8; save the file as UTF-8", path.display())
    })
}

fn outcome(args: &RunArgs, source: &str) -> Result<Outcome, Error> {
    let policy = Policy { clock: args.clock, seed: args.seed, ..Policy::default() };
    let engine = Engine::builder().policy(policy).workers(1).build()?;
    let mut run = engine.prepare(source);
    if let Some(fuel) = args.fuel {
        run = run.fuel(fuel);
    }
    run.run()
}

fn print(args: &RunArgs, outcome: &Outcome) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut out, outcome)?;
        return writeln!(out);
    }
    out.write_all(outcome.stdout.as_bytes())?;
    if !outcome.repr.is_empty() && outcome.status == Status::Ok {
        writeln!(out, "{}", outcome.repr)?;
    }
    out.flush()?;
    let mut talk = io::stderr().lock();
    talk.write_all(outcome.stderr.as_bytes())?;
    if let Some(error) = &outcome.error
        && outcome.status != Status::Exit
    {
        talk.write_all(error.traceback.as_bytes())?;
    }
    if let Some(limit) = &outcome.limit {
        writeln!(
            talk,
            "taipan: {}: {:?} limit {} was exhausted ({} used)",
            outcome.status, limit.kind, limit.limit, limit.used
        )?;
    }
    Ok(())
}

fn status(outcome: &Outcome) -> u8 {
    match outcome.status {
        Status::Ok => 0,
        Status::Error => 1,
        Status::Exit => outcome.error.as_ref().and_then(|e| e.exit_code).unwrap_or(1),
        Status::Denied => 3,
        Status::Fuel | Status::Timeout | Status::Memory | Status::Output => 4,
        Status::Cancelled | Status::Crashed => 2,
    }
}

fn fail(text: &str) -> ExitCode {
    let _ = writeln!(io::stderr().lock(), "taipan: {text}");
    ExitCode::from(2)
}
