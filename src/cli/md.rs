//! `taipan md`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::args::MdArgs;
use super::{bounds, talk};
use crate::Status;
use crate::config::InForce;
use crate::document::{MAX_DOCUMENT, Refreshed, refresh_by};
use crate::files::{bounded, plain, read_bounded};

/// Runs a document and gives the exit status; the error is the host's.
pub(crate) fn md(args: &MdArgs) -> Result<u8, String> {
    let config = bounds::config(&args.bounds)?;
    let InForce { limits, policy, refuse } = config.in_force()?;
    let engine = config.engine(limits, policy, 1)?;
    let text = read(&args.file)?;
    let session = engine.session().map_err(|error| error.to_string())?;
    let run = &mut |code: &str| session.prepare(code).refuse(&refuse).run();
    let refreshed = refresh_by(&text, run).map_err(|error| format!("{}: {error}", args.file.display()))?;
    tell(&refreshed, &args.file);
    if args.check {
        return Ok(check(&text, &refreshed.text, &args.file));
    }
    if args.in_place {
        if refreshed.text != text {
            replace(&args.file, &refreshed.text)?;
        }
    } else {
        print(&refreshed.text)?;
    }
    Ok(u8::from(refreshed.runs.iter().any(|run| run.outcome.status != Status::Ok)))
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = if path.as_os_str() == "-" {
        bounded(io::stdin().lock(), MAX_DOCUMENT as u64).map_err(|e| format!("standard input: {}", plain(&e)))?
    } else {
        read_bounded(path, MAX_DOCUMENT as u64)?
    };
    String::from_utf8(bytes).map_err(|error| {
        format!("{}: byte {} is not UTF-8; save the file as UTF-8", path.display(), error.utf8_error().valid_up_to())
    })
}

/// Says which blocks failed.
fn tell(refreshed: &Refreshed, path: &Path) {
    for run in refreshed.runs.iter().filter(|run| run.outcome.status != Status::Ok) {
        talk::note(&format!("{}:{}: this block ended as {}", path.display(), run.line, run.outcome.status));
    }
}

/// Says where two texts differ first; 1 where they do.
fn check(before: &str, after: &str, path: &Path) -> u8 {
    if before == after {
        return 0;
    }
    let diff = diff(before, after);
    // Nobody is left to tell where standard output is closed.
    let _ = print(&format!("--- {0}\n+++ {0}, run\n{diff}", path.display()));
    1
}

/// Each line that is new, gone or another, with its number.
fn diff(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[same_start..old.len() - same_end], &new[same_start..new.len() - same_end]);
    let place = |count: usize| format!("{},{count}", same_start + 1);
    let mut text = format!("@@ -{} +{} @@\n", place(old.len()), place(new.len()));
    text.extend(old.iter().map(|line| format!("-{line}\n")));
    text.extend(new.iter().map(|line| format!("+{line}\n")));
    text
}

fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(()),
    }
}

/// Writes beside the file and then takes its place, so that no reader sees half of it.
fn replace(path: &Path, text: &str) -> Result<(), String> {
    let fail = |error: io::Error| format!("{}: {}", path.display(), plain(&error));
    let path = path.canonicalize().map_err(fail)?;
    let mut name = path.clone().into_os_string();
    name.push(".taipan-new");
    let permissions = fs::metadata(&path).map_err(fail)?.permissions();
    let written = fs::write(&name, text)
        .and_then(|()| fs::set_permissions(&name, permissions))
        .and_then(|()| fs::rename(&name, &path));
    written.map_err(|error| {
        let _ = fs::remove_file(&name);
        fail(error)
    })
}
