//! Takes out of a fresh interpreter what would let guest code reach memory, the host or the meter.

use std::cell::Cell;

use rustpython_vm::builtins::{PyStr, PyStrRef, PyType};
use rustpython_vm::frame::{FrameObjectRef, frame_at_offset};
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::{functions, guard, shared};

/// Attributes of `sys` that guest code does not get: each hooks into execution, reads the host or loosens a bound.
const SYS_GONE: &[&str] = &[
    "_baserepl",
    "_clear_internal_caches",
    "_clear_type_cache",
    "_current_exceptions",
    "_current_frames",
    "_debugmallocstats",
    "_dump_tracelets",
    "_enablelegacywindowsfsencoding",
    "_framework",
    "_getframe",
    "_git",
    "_home",
    "_is_gil_enabled",
    "_is_immortal",
    "_is_interned",
    "_jit",
    "_setprofileallthreads",
    "_settraceallthreads",
    "_stdlib_dir",
    "_xoptions",
    "activate_stack_trampoline",
    "addaudithook",
    "breakpointhook",
    "__breakpointhook__",
    "call_tracing",
    "deactivate_stack_trampoline",
    "getprofile",
    "gettrace",
    "is_remote_debug_enabled",
    "is_stack_trampoline_active",
    "monitoring",
    "remote_exec",
    "set_int_max_str_digits",
    "setdlopenflags",
    "getdlopenflags",
    "setprofile",
    "setswitchinterval",
    "settrace",
    "set_coroutine_origin_tracking_depth",
    "get_coroutine_origin_tracking_depth",
    "path_importer_cache",
    "path_hooks",
];

/// Modules that the start leaves in `sys.modules` and that guest code does not get.
const MODULES_GONE: &[&str] =
    &["_frozen_importlib", "marshal", "encodings_ascii", "encodings_utf_8", "encodings_latin_1"];

/// RustPython's own text names the day and the compiler of the build.
const VERSION: &str = concat!("3.14.0 (taipan ", env!("CARGO_PKG_VERSION"), ")\n[RustPython 0.6.0]");

/// Reduces `sys` to what is harmless and says nothing of the host.
pub(crate) fn sys(vm: &VirtualMachine) -> PyResult<()> {
    let sys = vm.sys_module.as_object();
    let dict = vm.sys_module.dict();
    for name in SYS_GONE {
        if dict.contains_key(*name, vm) {
            dict.del_item(*name, vm)?;
        }
    }
    for name in ["executable", "_base_executable", "prefix", "base_prefix", "exec_prefix", "base_exec_prefix"] {
        sys.set_attr(name, vm.ctx.new_str(""), vm)?;
    }
    sys.set_attr("audit", vm.new_function("audit", audit), vm)?;
    sys.set_attr("intern", vm.new_function("intern", intern), vm)?;
    sys.set_attr("setrecursionlimit", vm.new_function("setrecursionlimit", setrecursionlimit), vm)?;
    sys.set_attr("_getframe", vm.new_function("_getframe", getframe), vm)?;
    sys.set_attr("platform", vm.ctx.new_str("taipan"), vm)?;
    sys.set_attr("version", vm.ctx.new_str(VERSION), vm)?;
    sys.set_attr("platlibdir", vm.ctx.new_str("lib"), vm)?;
    sys.set_attr("path", vm.ctx.new_list(vec![]), vm)?;
    sys.set_attr("argv", vm.ctx.new_list(vec![vm.ctx.new_str("main.py").into()]), vm)?;
    sys.set_attr("orig_argv", vm.ctx.new_list(vec![]), vm)?;
    let modules = sys.get_attr("modules", vm)?;
    for name in MODULES_GONE {
        if modules.get_item(*name, vm).is_ok() {
            modules.del_item(*name, vm)?;
        }
    }
    let builtins = vm.builtins.dict();
    for name in ["breakpoint", "help", "copyright", "credits", "license", "quit", "exit"] {
        if builtins.contains_key(name, vm) {
            builtins.del_item(name, vm)?;
        }
    }
    Ok(())
}

/// The library tells of what it does; nobody listens.
fn audit(_args: FuncArgs) {}

/// The text that all of these letters share. It is never the caller's own object, which would stay behind and be told
/// apart from that of a later run.
fn intern(text: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    match text.downcast_exact::<PyStr>(vm) {
        Ok(text) => Ok(vm.ctx.intern_str(text.as_wtf8()).to_owned()),
        Err(text) if text.downcastable::<PyStr>() => {
            Err(vm.new_type_error(format!("can't intern {}", text.class().name())))
        }
        Err(text) => Err(vm.new_type_error(format!("intern() argument must be str, not {}", text.class().name()))),
    }
}

thread_local! {
    static RECURSION: Cell<usize> = const { Cell::new(0) };
    static FRAMES_DONE: Cell<bool> = const { Cell::new(false) };
}

/// Sets how deep calls may nest in a run.
pub(crate) fn bound_recursion(bound: usize, vm: &VirtualMachine) {
    RECURSION.set(bound);
    vm.recursion_limit.set(bound);
}

/// Programs that ask for more than the run's bound get the bound.
fn setrecursionlimit(limit: i64, vm: &VirtualMachine) -> PyResult<()> {
    let asked = usize::try_from(limit).unwrap_or(if limit < 0 { 0 } else { usize::MAX });
    if asked < 1 {
        return Err(vm.new_value_error("recursion limit must be greater or equal than 1"));
    }
    if asked <= vm.current_recursion_depth() {
        let depth = vm.current_recursion_depth();
        let text =
            format!("cannot set the recursion limit to {asked} at the recursion depth {depth}: the limit is too low");
        return Err(vm.new_recursion_error(text));
    }
    vm.recursion_limit.set(asked.min(RECURSION.get()));
    Ok(())
}

fn getframe(depth: OptionalArg<usize>, vm: &VirtualMachine) -> PyResult {
    match frame_at_offset(depth.unwrap_or(0), vm) {
        Some(frame) => Ok(frame.into()),
        None => Err(vm.new_value_error("call stack is not deep enough")),
    }
}

/// Closes the roads from types to raw bytecode, and makes the types that interpreters share immutable.
///
/// The types of a thread's interpreters are the same objects, so this is idempotent.
pub(crate) fn types(vm: &VirtualMachine) -> PyResult<()> {
    let code = vm.ctx.types.code_type;
    code.slots.new.store(Some(shared::deny_new));
    for name in ["replace", "__replace__"] {
        remove(vm, code, name);
    }
    close_frames(vm);
    functions::install(vm);
    guard::install(vm);
    Ok(())
}

fn remove(vm: &VirtualMachine, class: &'static Py<PyType>, name: &'static str) {
    if class.attributes.remove(vm.ctx.intern_str(name)).is_some() {
        class.modified();
    }
}

/// What a frame does not have, for the library neither: with these, it leads to the data of all that calls it.
const FRAME_GONE: [&str; 9] = [
    "f_back",
    "f_locals",
    "f_globals",
    "f_builtins",
    "f_generator",
    "f_trace",
    "f_trace_lines",
    "f_trace_opcodes",
    "clear",
];

/// Leaves a frame its code and its place in it, to be read.
fn close_frames(vm: &VirtualMachine) {
    if FRAMES_DONE.replace(true) {
        return;
    }
    let frame = vm.ctx.types.frame_type;
    for name in FRAME_GONE {
        remove(vm, frame, name);
    }
    let line = |frame: FrameObjectRef| frame.lineno();
    let line = vm.ctx.new_readonly_getset("f_lineno", frame, line);
    frame.attributes.set(vm.ctx.intern_str("f_lineno"), line.into());
    frame.modified();
    vm.ctx.types.frame_locals_proxy_type.slots.new.store(Some(shared::deny_new));
}
