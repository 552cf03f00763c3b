//! The project's own chores, one verb each: `cargo xtask VERB`.

mod changed;
mod files;
mod guest;
mod licences;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

/// Whatever went wrong, as a sentence for the person at the terminal.
type Error = Box<dyn std::error::Error>;

/// One chore. A new one is a module with a `VERB` constant and a line in [`VERBS`].
struct Verb {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<(), Error>,
}

const VERBS: &[Verb] = &[guest::VERB, licences::VERB];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let verb =
        arguments.split_first().and_then(|(name, rest)| Some((VERBS.iter().find(|verb| verb.name == name)?, rest)));
    let Some((verb, rest)) = verb else {
        eprintln!("usage: cargo xtask VERB");
        for Verb { usage, about, .. } in VERBS {
            eprintln!("  {usage:<22} {about}");
        }
        return ExitCode::from(2);
    };
    match (verb.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {}: {error}", verb.name);
            ExitCode::FAILURE
        }
    }
}

/// A build server takes the lock files as they stand.
fn locked() -> Option<&'static str> {
    env::var_os("CI").map(|_| "--locked")
}

/// The top of the tree, read at run time: a binary built in another clone must not write there.
fn root() -> Result<PathBuf, Error> {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").ok_or("run it as `cargo xtask`")?;
    let root = PathBuf::from(xtask).join("..");
    Ok(root.canonicalize()?)
}
