//! Compiles a run's source into code that returns the value of its trailing expression.

use std::borrow::Cow;

use ruff_python_ast::{Mod, Stmt};
use ruff_python_parser::{Mode as ParserMode, ParseOptions, Parsed, UnsupportedSyntaxErrorKind, parse};
use ruff_source_file::{SourceFile, SourceFileBuilder};
use rustpython_codegen::compile::{compile_top, compile_top_with_syntax_warning_handler};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::bytecode::CodeFlags;
use rustpython_vm::compiler::{self, CompileError, CompileOpts, Mode};
use rustpython_vm::vm::VmCompileError;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

use super::budget;
use super::exact::fold;
use super::instrument::instrument;
use super::plain::is_plain;
use super::{syntax, tools};

/// Compiles source text; the error is the SyntaxError that Python gives.
pub(crate) fn compile(text: &str, file: &str, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    if text.contains('\0') {
        return Err(null_bytes(vm));
    }
    let given = text;
    let padded = padded(text);
    let text = padded.as_deref().unwrap_or(text);
    let source_file = SourceFileBuilder::new(file, text).finish();
    let program = parsed(&source_file, ParserMode::Module);
    let mode = program.as_ref().map_or(Mode::BlockExpr, |program| mode(program.syntax()));
    if let Some(code) = program.and_then(|program| at_once(program, &source_file, mode, vm.compile_opts(), vm)) {
        return Ok(code);
    }
    if let Some(part) = syntax::faulty_part(&source_file) {
        let error = vm.compile(&part, Mode::Exec, file).err();
        return Err(error.map_or_else(|| syntax::invalid(&source_file, vm), |error| refined(error, given, vm)));
    }
    let checked = match vm.compile(text, mode, file) {
        Ok(code) => code,
        Err(error) => match misjudged(&error, &source_file, mode, vm) {
            Some(code) => code,
            None => return Err(refined(error, given, vm)),
        },
    };
    Ok(match parsed(&source_file, ParserMode::Module) {
        Some(program) => changed(program.into_syntax(), source_file, mode, vm.compile_opts(), checked, vm),
        None => checked,
    })
}

/// The program that a text is, where the parser takes it.
pub(crate) fn parsed(source_file: &SourceFile, mode: ParserMode) -> Option<Parsed<Mod>> {
    // Stands before the parser: nesting that it refuses would exhaust the stack.
    compiler::pre_parse_source_error(source_file).ok()?;
    parse(source_file.source_text(), ParseOptions::from(mode)).ok()
}

/// The code of a program with constants folded and charges put in, where it draws neither an error nor a warning: for those
/// it has to be compiled as it stands.
pub(crate) fn at_once(
    program: Parsed<Mod>,
    source_file: &SourceFile,
    mode: Mode,
    opts: CompileOpts,
    vm: &VirtualMachine,
) -> Option<PyRef<PyCode>> {
    // It knows no other rules than the usual ones.
    let usual = CompileOpts::default().int_max_str_digits == opts.int_max_str_digits
        && !opts.future_features.contains(CodeFlags::FUTURE_BARRY_AS_BDFL);
    if !usual || names_in_parentheses(&program) || !is_plain(source_file.source_text(), program.tokens()) {
        return None;
    }
    let mut tree = program.into_syntax();
    compiler::too_deeply_nested_error(&tree, source_file, opts.recursion_limit).ok()?;
    if compiler::unsupported_grammar_error(&tree, source_file).is_some() {
        return None;
    }
    fold::fold(&mut tree, vm);
    instrument(&mut tree, tools::are_lent());
    let mut warned = false;
    let mut warning = |_, _| {
        warned = true;
        Ok(())
    };
    let code =
        compile_top_with_syntax_warning_handler(tree, source_file.clone(), mode, opts, Some(&mut warning)).ok()?;
    (!warned).then(|| PyCode::new_ref_from_bytecode(vm, code))
}

/// The code of a program that was found valid, with constants folded and charges put in. Where that cannot be
/// compiled, it is the code it was checked by, counted by events.
pub(crate) fn changed(
    mut tree: Mod,
    source_file: SourceFile,
    mode: Mode,
    opts: CompileOpts,
    checked: PyRef<PyCode>,
    vm: &VirtualMachine,
) -> PyRef<PyCode> {
    let folded = fold::fold(&mut tree, vm);
    if !instrument(&mut tree, tools::are_lent()) && !folded {
        return checked;
    }
    match compile_top(tree, source_file, mode, opts) {
        Ok(code) => PyCode::new_ref_from_bytecode(vm, code),
        Err(_) => {
            budget::count_events(vm);
            checked
        }
    }
}

/// With each line end as Python reads it, those in its strings too.
pub(crate) fn with_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Text that RustPython can read, where it can't this: it takes the last bytes of a string that is open at the end for its
/// quotes, in the middle of a character or not.
pub(crate) fn padded(text: &str) -> Option<String> {
    let last = text.chars().next_back()?;
    (!last.is_ascii()).then(|| format!("{text}   "))
}

fn null_bytes(vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = vm.ctx.exceptions.syntax_error.to_owned();
    vm.new_exception_msg(class, "source code string cannot contain null bytes".into())
}

/// The SyntaxError of text that guest code had compiled; `None` where the text is valid.
pub(crate) fn fault(
    text: &str,
    file: &str,
    mode: Mode,
    opts: CompileOpts,
    vm: &VirtualMachine,
) -> Option<PyBaseExceptionRef> {
    let given = text;
    let padded = padded(text);
    let text = padded.as_deref().unwrap_or(text);
    let error = vm.compile_with_opts(text, mode, file, opts).err()?;
    if text.contains('\0') {
        return Some(null_bytes(vm));
    }
    let source_file = SourceFileBuilder::new(file, text).finish();
    Some(match syntax::faulty_part(&source_file).filter(|_| matches!(mode, Mode::Exec)) {
        Some(part) => match vm.compile(&part, Mode::Exec, file).err() {
            Some(error) => refined(error, given, vm),
            None => syntax::invalid(&source_file, vm),
        },
        None => refined(error, given, vm),
    })
}

/// The SyntaxError of text that does not compile, as CPython gives it.
fn refined(error: VmCompileError, text: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let counts_bytes = matches!(error, VmCompileError::Compile(CompileError::Codegen(_)));
    syntax::refine(error.into_pyexception(vm, Some(text)), text, counts_bytes, vm)
}

/// The code of a program in which RustPython took an f-string's `=` for an assignment in a call. The parser knows
/// better: it refuses the assignments that are.
fn misjudged(
    error: &VmCompileError,
    source_file: &SourceFile,
    mode: Mode,
    vm: &VirtualMachine,
) -> Option<PyRef<PyCode>> {
    let VmCompileError::Compile(error) = error else { return None };
    if !error.to_string().starts_with("expression cannot contain assignment") {
        return None;
    }
    let program = parsed(source_file, ParserMode::Module).filter(|program| !names_in_parentheses(program))?;
    let tree = program.into_syntax();
    compiler::too_deeply_nested_error(&tree, source_file, vm.compile_opts().recursion_limit).ok()?;
    let code = compile_top(tree, source_file.clone(), mode, vm.compile_opts()).ok()?;
    Some(PyCode::new_ref_from_bytecode(vm, code))
}

/// Whether an argument's name is in parentheses, `f((a)=1)`, which the parser takes as Python 3.7 did.
fn names_in_parentheses(program: &Parsed<Mod>) -> bool {
    let kind = UnsupportedSyntaxErrorKind::ParenthesizedKeywordArgumentName;
    program.unsupported_syntax_errors().iter().any(|error| error.kind == kind)
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

#[cfg(test)]
mod tests {
    use crate::{Engine, Status};

    /// One unit for the run itself, one for each turn and call that the source shows, four for a byte of compiled text, fifty for a class.
    const COSTS: [(&str, u64); 14] = [
        ("", 1),
        ("2 + 2", 1),
        ("for _ in range(10): pass", 11),
        ("n = 10\nwhile n: n -= 1", 11),
        ("[x for x in range(10) if x % 2]", 11),
        ("sum(x for y in range(3) for x in range(2))", 10),
        ("def f():\n    'text'\nf()\nf.__doc__", 2),
        ("f = lambda x: x + 1\nf(1) + f(2)", 3),
        ("class A:\n    def __init__(self): pass\nA()", 52),
        ("def g():\n    yield 1\n    yield 2\nlist(g())", 2),
        ("async def f(): pass\nf().send(None)", 3),
        ("exec('for _ in range(10): pass')", 108),
        ("eval('[x for x in range(10)]')", 101),
        ("exec(compile('for _ in range(10): pass', 'x', 'exec'))", 109),
    ];

    #[test]
    fn every_construct_that_can_repeat_is_charged() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        let costs = COSTS.map(|(source, _)| (source, engine.run(source).unwrap().usage.fuel));
        assert_eq!(costs, COSTS);
    }

    /// What cannot be compiled with charges is counted by events, so that it ends as well.
    #[test]
    fn code_without_charges_ends() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        let loops = [
            "import ast\nexec(compile(ast.parse('while True: pass'), 'x', 'exec'))",
            "exec(b'while True: pass')",
            "exec(compile('while True: pass\\n', 'x', 'single'))",
            "eval(compile('[0 for _ in iter(int, 1)]', 'x', 'eval', 0, True, 2))",
        ];
        for source in loops {
            let outcome = engine.prepare(source).fuel(20_000).run().unwrap();
            assert_eq!(outcome.status, Status::Fuel, "{source}: {:?}", outcome.error);
        }
    }

    #[test]
    fn a_definition_at_the_end_is_no_value() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        for source in ["def f(): pass", "class A: pass", "x = 1", "@staticmethod\ndef f(): pass"] {
            assert_eq!(engine.run(source).unwrap().repr, "", "{source}");
        }
    }
}
