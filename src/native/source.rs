//! Compiles a run's source into code that returns the value of its trailing expression.

use ruff_python_ast::{Mod, Stmt};
use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse};
use ruff_source_file::{SourceFile, SourceFileBuilder};
use rustpython_codegen::compile::compile_top;
use rustpython_vm::builtins::PyCode;
use rustpython_vm::compiler::{self, Mode};
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

use super::exact::fold;

/// Compiles source text; the error is the SyntaxError that Python gives.
pub(crate) fn compile(text: &str, file: &str, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    if text.contains('\0') {
        let class = vm.ctx.exceptions.syntax_error.to_owned();
        return Err(vm.new_exception_msg(class, "source code string cannot contain null bytes".into()));
    }
    let source_file = SourceFileBuilder::new(file, text).finish();
    let tree = if fold::may_fold(text) || may_end_in_definition(text) { tree(&source_file) } else { None };
    let mode = tree.as_ref().map_or(Mode::BlockExpr, mode);
    let checked = match quietly(text, file, mode, vm) {
        Some(code) => code,
        None => vm.compile(text, mode, file).map_err(|error| error.into_pyexception(vm, Some(text)))?,
    };
    Ok(tree.and_then(|tree| folded(tree, source_file, mode, vm)).unwrap_or(checked))
}

fn tree(source_file: &SourceFile) -> Option<Mod> {
    compiler::pre_parse_source_error(source_file).ok()?;
    let parsed = parse(source_file.source_text(), ParseOptions::from(ParserMode::Module)).ok()?;
    Some(parsed.into_syntax())
}

/// As a block, a program that ends in a definition would have that as its value.
fn mode(tree: &Mod) -> Mode {
    match tree {
        Mod::Module(module) if !matches!(module.body.last(), Some(Stmt::FunctionDef(_) | Stmt::ClassDef(_))) => {
            Mode::BlockExpr
        }
        _ => Mode::Exec,
    }
}

fn may_end_in_definition(text: &str) -> bool {
    text.contains('\\')
        || text.lines().any(|line| ["def", "class", "async", "@"].iter().any(|start| line.starts_with(start)))
}

/// The code of a text that draws no warning; the road that can warn lexes and parses it twice more.
fn quietly(text: &str, file: &str, mode: Mode, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    if may_warn(text) {
        return None;
    }
    let mut warned = false;
    let mut handler = |_, _| {
        warned = true;
        Ok(())
    };
    let code = compiler::compile_with_syntax_warning_handler(text, mode, file, vm.compile_opts(), &mut handler).ok()?;
    (!warned).then(|| PyCode::new_ref_from_bytecode(vm, code))
}

/// Whether the lexer may warn: of an escape that does not exist, or of a number that runs into a word.
fn may_warn(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.contains(&b'\\')
        || bytes.windows(2).any(|w| w[0].is_ascii_digit() && w[1].is_ascii_alphabetic())
        || bytes.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b'.' && w[2].is_ascii_alphabetic())
}

fn folded(mut tree: Mod, source_file: SourceFile, mode: Mode, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    if !fold::fold(&mut tree, vm) {
        return None;
    }
    let code = compile_top(tree, source_file, mode, vm.compile_opts()).ok()?;
    Some(PyCode::new_ref_from_bytecode(vm, code))
}
