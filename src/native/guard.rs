//! Puts a check of the native stack where RustPython recurses without one.
//!
//! A stack that overflows takes the process with it. Each function here is on a road by which an object leads back
//! to itself, or through a chain of others as long as memory allows, without a Python frame in between.

use std::cell::Cell;
use std::sync::OnceLock;

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyStr, PyType, PyTypeRef};
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags};
use rustpython_vm::protocol::PyMapping;
use rustpython_vm::recursion::ReprGuard;
use rustpython_vm::{Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::budget;

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type VectorCall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;
type Repr = fn(&PyObject, &VirtualMachine) -> PyResult<PyRef<PyStr>>;
type Bind = fn(&PyObject, Option<&PyObject>, Option<&PyObject>, &VirtualMachine) -> PyResult;
type Subscript = fn(PyMapping<'_>, &PyObject, &VirtualMachine) -> PyResult;

static REPR: OnceLock<Repr> = OnceLock::new();

thread_local! {
    static DONE: Cell<bool> = const { Cell::new(false) };
}

macro_rules! guard {
    ($slot:expr, $kind:ty, |$vm:ident, $($arg:ident),+|) => {{
        static ORIGINAL: OnceLock<$kind> = OnceLock::new();
        let guarded: $kind = |$($arg),+, $vm| match ORIGINAL.get() {
            Some(original) => $vm.with_recursion("in a call", || original($($arg),+, $vm)),
            None => Ok($vm.ctx.none()),
        };
        if let Some(found) = $slot.load()
            && !std::ptr::fn_addr_eq(found, guarded)
        {
            ORIGINAL.get_or_init(|| found);
            $slot.store(Some(guarded));
        }
    }};
}

macro_rules! calls {
    ($class:expr) => {{
        guard!($class.slots.call, Call, |vm, zelf, args|);
        guard!($class.slots.vectorcall, VectorCall, |vm, zelf, args, count, names|);
    }};
}

/// Guards the types that every interpreter of the thread shares; the first interpreter does it for all.
pub(crate) fn install(vm: &VirtualMachine) {
    if DONE.replace(true) {
        return;
    }
    let types = &vm.ctx.types;
    calls!(types.bound_method_type);
    calls!(types.staticmethod_type);
    calls!(types.classmethod_type);
    calls!(types.method_wrapper_type);
    guard!(types.classmethod_type.slots.descr_get, Bind, |vm, zelf, object, class|);
    guard!(types.staticmethod_type.slots.descr_get, Bind, |vm, zelf, object, class|);
    guard!(types.property_type.slots.descr_get, Bind, |vm, zelf, object, class|);
    guard!(types.generic_alias_type.slots.as_mapping.subscript, Subscript, |vm, alias, item|);
    calls!(types.generic_alias_type);
    let exceptions = below(vm.ctx.exceptions.base_exception_type);
    let base = vm.ctx.exceptions.base_exception_type.slots.repr.load();
    for class in &exceptions {
        guard_text(class, vm);
    }
    if let Some(base) = base {
        REPR.get_or_init(|| base);
        let inherits = |class: &&PyTypeRef| class.slots.repr.load().is_some_and(|f| std::ptr::fn_addr_eq(f, base));
        for class in exceptions.iter().filter(inherits) {
            class.slots.repr.store(Some(repr));
        }
    }
}

/// Guards the types that a module brings.
pub(crate) fn install_module(name: &str, module: &PyObjectRef, vm: &VirtualMachine) {
    if name == "_functools"
        && let Ok(class) = module.get_attr("partial", vm)
        && let Some(class) = class.downcast_ref::<PyType>()
    {
        calls!(class);
    }
}

fn repr(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let text = text(zelf, vm, || match REPR.get() {
        Some(original) => original(zelf, vm).map(Into::into),
        None => Ok(vm.ctx.none()),
    })?;
    text.try_into_value(vm)
}

/// The text of an exception, `...` where it is within itself.
///
/// RustPython leaves out an argument whose text fails, a stop included, and would walk a tree of them to its end.
fn text(zelf: &PyObject, vm: &VirtualMachine, whole: impl FnOnce() -> PyResult) -> PyResult {
    budget::charge(1, vm)?;
    match ReprGuard::enter(vm, zelf) {
        Some(_guard) => vm.with_recursion("while getting the str of an object", whole),
        None => Ok(vm.ctx.new_str("...").into()),
    }
}

fn below(class: &Py<PyType>) -> Vec<PyTypeRef> {
    let mut all = vec![class.to_owned()];
    let mut at = 0;
    while at < all.len() {
        let children: Vec<PyTypeRef> =
            all[at].subclasses.read().iter().filter_map(|weak| weak.upgrade()?.downcast::<PyType>().ok()).collect();
        all.extend(children.into_iter().filter(|child| child.heaptype_ext.is_none()));
        at += 1;
    }
    all
}

/// The text of an exception is the text of its arguments, among which it may be itself.
fn guard_text(class: &PyTypeRef, vm: &VirtualMachine) {
    let name = vm.ctx.intern_str("__str__");
    let Some(original) = class.attributes.get(name) else { return };
    // The type is RustPython's own and lives as long as the thread.
    let class: &'static Py<PyType> = Box::leak(Box::new(class.clone()));
    let func = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| {
        let zelf = args.args.first().cloned();
        let whole = || original.call(args, vm);
        match zelf {
            Some(zelf) => text(&zelf, vm, whole),
            None => whole(),
        }
    };
    let method =
        PyMethodDef { name: "__str__", func: Box::leak(Box::new(func)), flags: PyMethodFlags::METHOD, doc: None };
    let descriptor = PyMethodDescriptor::new(Box::leak(Box::new(method)), class, &vm.ctx);
    class.attributes.set(name, descriptor.into_ref(&vm.ctx).into());
    class.modified();
}
