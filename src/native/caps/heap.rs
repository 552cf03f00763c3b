//! Carries the prices over to classes that guest code derives from native types.
//!
//! RustPython fills the slots of a new class from the slot wrappers of its bases, which hold the original functions.

use std::cell::RefCell;
use std::sync::OnceLock;

use rustpython_vm::builtins::{PyTuple, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{Py, PyResult, VirtualMachine};

use super::guard;
use crate::native::budget;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
pub(crate) type Patch = fn(&Py<PyType>);

thread_local! {
    static PATCHES: RefCell<Vec<Patch>> = const { RefCell::new(Vec::new()) };
}

/// Has a function called with each class to come.
pub(crate) fn register(patch: Patch) {
    PATCHES.with(|patches| patches.borrow_mut().push(patch));
}

/// Puts a wrapper into a slot of a type and registers it for the classes that inherit the slot.
macro_rules! wrap_slot {
    ($class:expr, [$($path:ident).+], $original:ident, $wrapper:expr) => {{
        fn patch(class: &rustpython_vm::Py<rustpython_vm::builtins::PyType>) {
            if let Some(found) = class.slots.$($path).+.load()
                && $original.get().is_some_and(|original| std::ptr::fn_addr_eq(*original, found))
            {
                class.slots.$($path).+.store(Some($wrapper));
            }
        }
        if let Some(found) = $class.slots.$($path).+.load()
            && !std::ptr::fn_addr_eq(found, $wrapper)
        {
            $original.get_or_init(|| found);
            patch($class);
        }
        crate::native::caps::heap::register(patch);
    }};
}
pub(super) use wrap_slot;

static NEW: OnceLock<New> = OnceLock::new();

/// Watches over the making of classes; comes last.
pub(super) fn install(vm: &VirtualMachine) {
    const MAKE: New = new;
    wrap_slot!(vm.ctx.types.type_type, [new], NEW, MAKE);
}

fn new(metaclass: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = NEW.get().ok_or_else(|| vm.no_memory_error())?;
    price(&args, vm)?;
    let class = guard::run(vm, || original(metaclass, args, vm))?;
    if let Some(class) = class.downcast_ref::<PyType>() {
        PATCHES.with(|patches| patches.borrow().iter().for_each(|patch| patch(class)));
    }
    Ok(class)
}

/// A new class takes its slots from, and merges, the lines of descent of its bases.
fn price(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let Some(bases) = args.args.get(1).and_then(|bases| bases.downcast_ref::<PyTuple>()) else { return Ok(()) };
    let lines = bases.iter().filter_map(|base| Some(base.downcast_ref::<PyType>()?.mro.read().len() as u64));
    let ancestors = lines.fold(0, u64::saturating_add);
    let merged = (bases.len() as u64).saturating_mul(ancestors).saturating_mul(ancestors) / 256;
    budget::charge(50 + ancestors.saturating_mul(6) + merged, vm)
}
