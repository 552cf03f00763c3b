//! `taipan modules`.

use std::io::{self, Write};

use super::args::ModulesArgs;
use crate::modules;

/// Prints the allowlist and gives the exit status; the error is standard output's.
pub(crate) fn list(args: &ModulesArgs) -> Result<u8, String> {
    let text =
        if args.json { serde_json::to_string(modules()).map_err(|error| error.to_string())? + "\n" } else { table() };
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(0),
    }
}

fn table() -> String {
    let width = modules().iter().map(|module| module.name.chars().count()).max().unwrap_or_default().max(6);
    let mut text = format!("{:width$}  {:8}  {:8}  WHY\n", "MODULE", "PROVIDED", "TIER");
    for module in modules() {
        text += &format!("{:width$}  {:8}  {:8}  {}\n", module.name, module.provided, module.tier, module.why);
    }
    text
}
