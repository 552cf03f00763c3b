//! Compiles a run's source into its statements and the trailing expression that is its value.

use ruff_python_ast as ast;
use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse};
use ruff_source_file::SourceFileBuilder;
use rustpython_codegen::compile::compile_top;
use rustpython_vm::builtins::PyCode;
use rustpython_vm::compiler::{CompileOpts, Mode};
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

use super::exact::fold;

/// The statements of a program, and its trailing expression where there is one.
pub(crate) struct Program {
    pub(crate) body: PyRef<PyCode>,
    pub(crate) last: Option<PyRef<PyCode>>,
}

/// Compiles source text; the error is the SyntaxError that Python gives.
pub(crate) fn compile(text: &str, file: &str, vm: &VirtualMachine) -> PyResult<Program> {
    if text.contains('\0') {
        let class = vm.ctx.exceptions.syntax_error.to_owned();
        return Err(vm.new_exception_msg(class, "source code string cannot contain null bytes".into()));
    }
    let whole = vm.compile(text, Mode::Exec, file).map_err(|error| error.into_pyexception(vm, Some(text)))?;
    Ok(split(text, file, vm).unwrap_or(Program { body: whole, last: None }))
}

/// `None` where there is no trailing expression and no constant to fold.
fn split(text: &str, file: &str, vm: &VirtualMachine) -> Option<Program> {
    let mut tree = parse(text, ParseOptions::from(ParserMode::Module)).ok()?.into_syntax();
    let folded = fold::fold(&mut tree, vm);
    let ast::Mod::Module(mut module) = tree else { return None };
    let source_file = SourceFileBuilder::new(file, text).finish();
    let make = |tree, mode| {
        let code = compile_top(tree, source_file.clone(), mode, CompileOpts::default()).ok()?;
        Some(PyCode::new_ref_from_bytecode(vm, code))
    };
    if !matches!(module.body.last(), Some(ast::Stmt::Expr(_))) {
        let body = if folded { make(ast::Mod::Module(module), Mode::Exec)? } else { return None };
        return Some(Program { body, last: None });
    }
    let Some(ast::Stmt::Expr(last)) = module.body.pop() else { return None };
    let expression = ast::ModExpression { body: last.value, range: last.range, node_index: last.node_index };
    let body = make(ast::Mod::Module(module), Mode::Exec)?;
    let last = make(ast::Mod::Expression(expression), Mode::Eval)?;
    Some(Program { body, last: Some(last) })
}
