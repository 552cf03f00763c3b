//! `taipan tool-schema`.

use std::io::{self, Write};

use super::args::{ShapeArg, ToolSchemaArgs};
use super::bounds;
use crate::tools;

/// Prints the definition and gives the exit status; the error is the host's.
pub(crate) fn print(args: &ToolSchemaArgs) -> Result<u8, String> {
    let limits = bounds::config(&args.bounds)?.in_force()?.limits;
    let schema = match args.shape {
        ShapeArg::Openai => tools::openai(&limits),
        ShapeArg::Anthropic => tools::anthropic(&limits),
        ShapeArg::Mcp => tools::mcp(&limits),
        ShapeArg::JsonSchema => tools::json_schema(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())? + "\n";
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(0),
    }
}
