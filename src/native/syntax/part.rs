//! Narrows a long text that does not parse down to the part at fault.
//!
//! RustPython's search for CPython's words takes time with the square of the text's length.

use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_source_file::SourceFile;
use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::pre_parse_source_error;

use super::fault::Fault;
use super::script::Script;

/// Texts up to this many bytes are searched whole.
const SEARCHED: usize = 16 << 10;

/// What is kept on each side of the fault, in bytes.
const KEPT: usize = 4 << 10;

/// For a long text that does not parse, the top-level lines around the fault, at their places.
pub(crate) fn faulty_part(source_file: &SourceFile) -> Option<String> {
    let text = source_file.source_text();
    let at = if text.len() > SEARCHED { first_error(source_file)? } else { return None };
    let earliest = at.saturating_sub(KEPT);
    let begins = |start: usize| text[start..].starts_with(|c: char| !c.is_whitespace() && !")]}#".contains(c));
    let starts = text[..at].rmatch_indices('\n').map(|(newline, _)| newline + 1);
    let start = starts.take_while(|start| *start >= earliest).find(|start| begins(*start)).unwrap_or(0);
    let latest = (at + KEPT).min(text.len());
    let end = text.bytes().enumerate().skip(at).take_while(|(i, _)| *i < latest).find(|(_, byte)| *byte == b'\n');
    let end = end.map_or(text.len(), |(newline, _)| newline + 1);
    if end - start > SEARCHED {
        return Some(String::new());
    }
    Some("\n".repeat(text[..start].matches('\n').count()) + &text[start..end])
}

fn first_error(source_file: &SourceFile) -> Option<usize> {
    // The guard against deep nesting gives its own error.
    pre_parse_source_error(source_file).ok()?;
    let parsed = parse_unchecked(source_file.source_text(), ParseOptions::from(Mode::Module));
    parsed.errors().first().map(|error| error.location.start().to_usize())
}

/// The error of a text whose faulty part shows no fault by itself.
pub(crate) fn invalid(source_file: &SourceFile, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let message = "invalid syntax";
    let exception = vm.new_exception_msg(vm.ctx.exceptions.syntax_error.to_owned(), message.into());
    let script = Script::new(source_file.source_text());
    let mut fault = Fault { message: message.into(), ..Fault::default() };
    let at = first_error(source_file).unwrap_or_default();
    let end = script.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    fault.mark(at..end, &script);
    super::write(&exception, &fault, vm);
    let _ = rustpython_vm::AsObject::as_object(&exception).set_attr("filename", vm.ctx.new_str(source_file.name()), vm);
    exception
}
