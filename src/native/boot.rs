//! Builds a fresh interpreter with nothing in reach but the allowlist.

use rustpython_vm::builtins::PyModule;
use rustpython_vm::common::rc::PyRc;
use rustpython_vm::function::IntoPyNativeFn;
use rustpython_vm::vm::{Interpreter, PyConfig, Settings};
use rustpython_vm::{AsObject, Py, PyResult, VirtualMachine};

use super::{
    budget, caps, charges, constants, doors, encodings, exact, files, finalizers, hooks, ids, leave, scrub, shared,
    source, stdio, tables, twin, wording,
};

/// The hash seed of every interpreter, so that set order and fuel are the same everywhere.
pub(crate) const HASH_SEED: u32 = 0;

/// Builds an interpreter that no run has used.
pub(crate) fn boot() -> Interpreter {
    let mut settings = Settings::default();
    settings.hash_seed = Some(HASH_SEED);
    settings.isolated = true;
    settings.ignore_environment = true;
    settings.import_site = false;
    settings.user_site_directory = false;
    settings.safe_path = true;
    settings.write_bytecode = false;
    settings.install_signal_handlers = false;
    settings.argv = vec![String::new()];
    let builder = Interpreter::builder(settings);
    charges::install(&builder.ctx);
    ids::clear();
    ids::patch(&builder.ctx);
    let natives = tables::extra_natives(&builder.ctx);
    let interpreter = builder
        .add_native_modules(&natives)
        .add_frozen_modules(tables::frozen())
        .init_hook(|vm| {
            let Some(state) = PyRc::get_mut(&mut vm.state) else {
                unreachable!("init hooks run before the state is shared");
            };
            state.gc.disable();
            tables::curate(&mut state.module_defs, &mut state.frozen);
            forget_host(&mut state.config);
        })
        .build();
    interpreter.enter(|vm| {
        let prepared = prepare(vm);
        vm.expect_pyresult(prepared, "a fresh interpreter takes its bounds");
    });
    interpreter
}

/// Clears what RustPython found out about the host's folders.
fn forget_host(config: &mut PyConfig) {
    config.paths = Default::default();
}

fn prepare(vm: &VirtualMachine) -> PyResult<()> {
    twin::install(vm)?;
    #[cfg(target_family = "wasm")]
    super::wall::width::install(vm);
    #[cfg(target_family = "wasm")]
    super::wall::shelf::find_importlib(vm)?;
    #[cfg(not(target_family = "wasm"))]
    super::imports::install(vm)?;
    scrub::types(vm)?;
    finalizers::install(vm);
    wording::install(vm);
    scrub::sys(vm)?;
    leave::install(vm)?;
    constants::install(vm)?;
    exact::install(vm)?;
    stdio::install(vm)?;
    encodings::install(vm)?;
    files::install(vm)?;
    super::tools::prepare();
    hooks::install(vm)?;
    shared::lock_builtins(vm)?;
    caps::install(vm)?;
    doors::install(vm)?;
    budget::arm(vm);
    #[cfg(target_family = "wasm")]
    super::wall::width::finish(vm)?;
    shared::forget_loaded();
    ids::install(vm)?;
    warm_up(vm)?;
    // The collector counts objects across the interpreters of a thread; from here on it counts the same in each.
    vm.state.gc.collect_force(0);
    Ok(())
}

/// What RustPython makes on first use is made here, behind the last run's answer, and not in the next run's time.
fn warm_up(vm: &VirtualMachine) -> PyResult<()> {
    let code = source::compile(WARM_UP, "main.py", vm)?;
    vm.run_code_obj(code, vm.new_scope_with_builtins())?.repr(vm)?;
    Ok(())
}

/// Compiles, loops, calls and formats; leaves nothing that a run could find.
const WARM_UP: &str = "def f(x): return x * 2.5\n[f'{f(x):.2f}' for x in range(2)]";

/// Sets a native function in a module under its own name.
pub(crate) fn set_function<F, K>(vm: &VirtualMachine, module: &Py<PyModule>, name: &'static str, f: F) -> PyResult<()>
where
    F: IntoPyNativeFn<K>,
{
    module.as_object().set_attr(name, vm.new_function(name, f), vm)
}
