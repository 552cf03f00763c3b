//! `eval`, `exec` and `compile` with the charges and the constants that the run's own source gets.

use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse};
use ruff_source_file::SourceFileBuilder;
use rustpython_vm::builtins::{PyBytes, PyCode, PyStr};
use rustpython_vm::compiler::{CompileOpts, Mode};
use rustpython_vm::{PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, pymodule};

use super::defs;
use crate::native::{budget, source as run_source};

/// Replaces the built-in functions.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    defs::set_functions(&vm.builtins, functions::module_def(&vm.ctx).methods, vm)
}

/// The code of a text with what a run's source gets; `None` leaves it to RustPython, counted by events if it must be.
fn changed(source: &PyObject, mode: Mode, file: &str, opts: CompileOpts, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    if source.downcast_ref::<PyCode>().is_some() {
        return None;
    }
    let text = match source.downcast_ref::<PyBytes>() {
        // Text in another encoding than ASCII is left to RustPython, which reads what it says about itself.
        Some(bytes) => std::str::from_utf8(bytes.as_bytes()).ok().filter(|text| text.is_ascii()),
        None => source.downcast_ref::<PyStr>().and_then(|text| text.to_str()),
    };
    let Some(text) = text else {
        budget::count_events(vm);
        return None;
    };
    if text.contains('\0') || !run_source::may_change(text) {
        return None;
    }
    let (text, parser_mode) = match mode {
        Mode::Eval => (text.trim_start_matches([' ', '\t']), ParserMode::Expression),
        _ => (text, ParserMode::Module),
    };
    // RustPython's guards against nesting that would exhaust the stack stand before its own compiler.
    let checked = vm.compile_with_opts(text, mode, file, opts.clone()).ok()?;
    let Ok(parsed) = parse(text, ParseOptions::from(parser_mode)) else {
        budget::count_events(vm);
        return Some(checked);
    };
    let source_file = SourceFileBuilder::new(file, text).finish();
    Some(run_source::changed(parsed.into_syntax(), source_file, mode, opts, checked, vm))
}

#[pymodule(name = "_exact_compile")]
mod functions {
    use super::{Mode, PyObjectRef, PyStr, budget, changed, defs};
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
        if let Some(source) = argument(&mut args, 0, "source")
            && let Some(code) = changed(source, mode, "<string>", inherited(vm), vm)
        {
            *source = code.into();
        }
        original(name, args, vm)
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
    fn compile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        budget::charge(1, vm)?;
        if let [source, file, mode] = args.args.as_slice()
            && args.kwargs.is_empty()
            && let Some(file) = file.downcast_ref::<PyStr>().and_then(|file| file.to_str())
            && let Some(mode) = mode.downcast_ref::<PyStr>().and_then(|mode| mode.to_str())
            && let Some(mode) = [("eval", Mode::Eval), ("exec", Mode::Exec)].into_iter().find(|(name, _)| *name == mode)
        {
            let code = changed(source, mode.1, file, inherited(vm), vm);
            return code.map_or_else(|| original("compile", args.clone(), vm), |code| Ok(code.into()));
        }
        let made = original("compile", args, vm)?;
        if made.downcast_ref::<PyCode>().is_some() {
            budget::count_events(vm);
        }
        Ok(made)
    }
}
