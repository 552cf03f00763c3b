//! `eval`, `exec` and `compile` with the charges and the constants that the run's own source gets.

use ruff_python_parser::Mode as ParserMode;
use ruff_source_file::SourceFileBuilder;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PyCode, PyStr};
use rustpython_vm::compiler::{CompileOpts, Mode};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, pymodule};

use super::defs;
use crate::native::{budget, source as run_source};

/// Replaces the built-in functions.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    defs::set_functions(&vm.builtins, functions::module_def(&vm.ctx).methods, vm)
}

/// Text that code is made of. Bytes in another encoding than ASCII are left to RustPython, which reads what they say
/// about themselves.
fn text_of(source: &PyObject) -> Option<&str> {
    match source.downcast_ref::<PyBytes>() {
        Some(bytes) => std::str::from_utf8(bytes.as_bytes()).ok().filter(|text| text.is_ascii()),
        None => source.downcast_ref::<PyStr>().and_then(|text| text.to_str()),
    }
}

/// Puts spaces behind text that RustPython could not read.
fn pad(source: &mut PyObjectRef, vm: &VirtualMachine) {
    let text = source.downcast_ref::<PyStr>().and_then(|text| text.to_str());
    if let Some(padded) = text.and_then(run_source::padded) {
        *source = vm.ctx.new_str(padded).into();
    }
}

/// As the parser gets it.
fn as_parsed(text: &str, mode: Mode) -> &str {
    if matches!(mode, Mode::Eval) { text.trim_start_matches([' ', '\t']) } else { text }
}

/// An error of RustPython's in CPython's words, where the text itself is at fault and not what it does.
fn reworded(
    error: PyBaseExceptionRef,
    source: &PyObject,
    mode: Mode,
    file: &str,
    opts: CompileOpts,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    if !error.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        return error;
    }
    let fault = text_of(source).and_then(|text| run_source::fault(as_parsed(text, mode), file, mode, opts, vm));
    fault.unwrap_or(error)
}

/// The code of a text with what a run's source gets; `None` leaves it to RustPython, counted by events if it must be.
fn changed(source: &PyObject, mode: Mode, file: &str, opts: CompileOpts, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    if source.downcast_ref::<PyCode>().is_some() {
        return None;
    }
    let Some(text) = text_of(source) else {
        budget::count_events(vm);
        return None;
    };
    if text.contains('\0') {
        return None;
    }
    let text = &*run_source::with_newlines(as_parsed(text, mode));
    let parser_mode = if matches!(mode, Mode::Eval) { ParserMode::Expression } else { ParserMode::Module };
    let source_file = SourceFileBuilder::new(file, text).finish();
    let program = || run_source::parsed(&source_file, parser_mode);
    if let Some(code) = program().and_then(|program| run_source::at_once(program, &source_file, mode, opts.clone(), vm))
    {
        return Some(code);
    }
    let checked = vm.compile_with_opts(text, mode, file, opts.clone()).ok()?;
    let Some(program) = program() else {
        budget::count_events(vm);
        return Some(checked);
    };
    Some(run_source::changed(program.into_syntax(), source_file, mode, opts, checked, vm))
}

#[pymodule(name = "_exact_compile")]
mod functions {
    use super::{Mode, PyObjectRef, PyStr, budget, changed, defs, pad, reworded};
    use rustpython_vm::builtins::PyCode;
    use rustpython_vm::bytecode::CodeFlags;
    use rustpython_vm::common::wtf8::Wtf8;
    use rustpython_vm::compiler::CompileOpts;
    use rustpython_vm::frame::current_code;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{PyResult, VirtualMachine};

    /// The function that RustPython has under this name.
    fn original(name: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let methods = vm.builtins.def.map_or(&[][..], |def| def.methods);
        match methods.iter().find(|method| method.name == name) {
            Some(method) => defs::call(method, args, vm),
            None => Err(vm.new_runtime_error(format!("{name} is not there"))),
        }
    }

    /// Options as the calling code has them.
    fn inherited(vm: &VirtualMachine) -> CompileOpts {
        let mut opts = vm.compile_opts();
        if let Some(code) = current_code() {
            opts.future_features = code.flags & CodeFlags::FUTURE_MASK;
        }
        opts
    }

    fn run(name: &str, mode: Mode, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        budget::charge(1, vm)?;
        let mut text = None;
        if let Some(source) = argument(&mut args, 0, "source") {
            let given = source.clone();
            pad(source, vm);
            match changed(source, mode, "<string>", inherited(vm), vm) {
                Some(code) => *source = code.into(),
                None => text = Some(given),
            }
        }
        let opts = inherited(vm);
        original(name, args, vm).map_err(|error| match text {
            Some(source) => reworded(error, &source, mode, "<string>", opts, vm),
            None => error,
        })
    }

    fn argument<'a>(args: &'a mut FuncArgs, index: usize, name: &str) -> Option<&'a mut PyObjectRef> {
        if args.args.len() > index { args.args.get_mut(index) } else { args.kwargs.get_mut(Wtf8::new(name)) }
    }

    #[pyfunction]
    fn eval(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        run("eval", Mode::Eval, args, vm)
    }

    #[pyfunction]
    fn exec(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.kwargs.contains_key("closure") {
            return original("exec", args, vm);
        }
        run("exec", Mode::Exec, args, vm)
    }

    /// A call that asks for a tree or for other rules is RustPython's; what code it gives is counted by events.
    #[pyfunction]
    fn compile(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        budget::charge(1, vm)?;
        let given = argument(&mut args, 0, "source").map(|source| {
            let given = source.clone();
            pad(source, vm);
            given
        });
        if let [source, file, mode] = args.args.as_slice()
            && args.kwargs.is_empty()
            && let Some(file) = file.downcast_ref::<PyStr>().and_then(|file| file.to_str())
            && let Some(mode) = mode.downcast_ref::<PyStr>().and_then(|mode| mode.to_str())
            && let Some(mode) = [("eval", Mode::Eval), ("exec", Mode::Exec)].into_iter().find(|(name, _)| *name == mode)
        {
            return match changed(source, mode.1, file, inherited(vm), vm) {
                Some(code) => Ok(code.into()),
                None => original("compile", args.clone(), vm).map_err(|error| {
                    reworded(error, given.as_ref().unwrap_or(source), mode.1, file, inherited(vm), vm)
                }),
            };
        }
        let made = original("compile", args, vm)?;
        if made.downcast_ref::<PyCode>().is_some() {
            budget::count_events(vm);
        }
        Ok(made)
    }
}
