//! `taipan doctor`.

mod machine;
mod report;
mod text;

use std::io::{self, Write};

use super::args::DoctorArgs;

/// Prints what this build and this machine give, and the exit status: 0 only if runs are as isolated as they should be.
pub(crate) fn examine(args: &DoctorArgs) -> Result<u8, String> {
    let report = report::examine();
    let text = if args.json {
        serde_json::to_string(&report).map_err(|error| error.to_string())? + "\n"
    } else {
        text::render(&report)
    };
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(u8::from(!report.whole)),
    }
}
