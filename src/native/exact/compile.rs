//! `eval`, `exec` and `compile` with constants folded as the interpreter computes them.

use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse};
use ruff_source_file::SourceFileBuilder;
use rustpython_codegen::compile::compile_top;
use rustpython_vm::builtins::{PyBytes, PyCode, PyStr};
use rustpython_vm::compiler::{CompileOpts, Mode};
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine, pymodule};

use super::{defs, fold};

/// Replaces the built-in functions.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    defs::set_functions(&vm.builtins, functions::module_def(&vm.ctx), vm)
}

/// The code of a text in which folding changes something; `None` leaves the text to RustPython.
fn folded(
    source: &PyObjectRef,
    mode: Mode,
    file: &str,
    opts: CompileOpts,
    vm: &VirtualMachine,
) -> Option<PyRef<PyCode>> {
    let text = match source.downcast_ref::<PyBytes>() {
        // Text in another encoding than ASCII is left to RustPython, which reads what it says about itself.
        Some(bytes) => bytes.as_bytes().is_ascii().then(|| std::str::from_utf8(bytes.as_bytes()).ok())??,
        None => source.downcast_ref::<PyStr>()?.to_str()?,
    };
    if text.contains('\0') || !fold::may_fold(text) {
        return None;
    }
    let (text, parser_mode) = match mode {
        Mode::Eval => (text.trim_start_matches([' ', '\t']), ParserMode::Expression),
        _ => (text, ParserMode::Module),
    };
    // RustPython's guards against nesting that would exhaust the stack stand before its own compiler.
    vm.compile_with_opts(text, mode, file, opts.clone()).ok()?;
    let mut tree = parse(text, ParseOptions::from(parser_mode)).ok()?.into_syntax();
    if !fold::fold(&mut tree, vm) {
        return None;
    }
    let code = compile_top(tree, SourceFileBuilder::new(file, text).finish(), mode, opts).ok()?;
    Some(PyCode::new_ref_from_bytecode(vm, code))
}

#[pymodule(name = "_exact_compile")]
mod functions {
    use super::{Mode, PyStr, folded};
    use rustpython_vm::bytecode::CodeFlags;
    use rustpython_vm::compiler::CompileOpts;
    use rustpython_vm::frame::current_code;
    use rustpython_vm::function::{Callee, FuncArgs};
    use rustpython_vm::{PyResult, VirtualMachine};

    /// The function that RustPython has under this name.
    fn original(name: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let methods = vm.builtins.def.map_or(&[][..], |def| def.methods);
        match methods.iter().find(|method| method.name == name) {
            Some(method) => (method.func)(vm, args, Callee::named(method.name)),
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
        if let Some(source) = args.args.first_mut()
            && let Some(code) = folded(source, mode, "<string>", inherited(vm), vm)
        {
            *source = code.into();
        }
        original(name, args, vm)
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

    /// Only the plain call is looked at: flags ask for trees or for other rules.
    #[pyfunction]
    fn compile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let [source, file, mode] = args.args.as_slice()
            && args.kwargs.is_empty()
            && let Some(file) = file.downcast_ref::<PyStr>().and_then(|file| file.to_str())
            && let Some(mode) = mode.downcast_ref::<PyStr>().and_then(|mode| mode.to_str())
            && let Some(mode) = [("eval", Mode::Eval), ("exec", Mode::Exec)].into_iter().find(|(name, _)| *name == mode)
            && let Some(code) = folded(source, mode.1, file, inherited(vm), vm)
        {
            return Ok(code.into());
        }
        original("compile", args, vm)
    }
}
