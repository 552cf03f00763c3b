//! Learns of the death of a numbered object, without keeping it alive and without a trace in guest code's reach.
//!
//! RustPython asks a type's `del_needed` about each of its objects that dies. A type whose objects are numbered for the
//! first time gets one that forgets the number and asks for no finalizer.

use std::cell::{Cell, RefCell};
use std::ptr::fn_addr_eq;

use rustpython_vm::builtins::{PyTuple, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use super::Hold;
use crate::native::finalizers;

type Del = fn(&PyObject, &VirtualMachine) -> PyResult<()>;
type DelNeeded = fn(&PyObject) -> bool;
type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    /// How `type` makes a class, as RustPython has it.
    static NEW: Cell<Option<New>> = const { Cell::new(None) };
    /// The watched classes that outlive a run, which native classes may be made below.
    static WATCHED: RefCell<Vec<PyTypeRef>> = const { RefCell::new(Vec::new()) };
}

/// Arranges that the death of an object is seen; says also whether the table is to keep it alive.
pub(super) fn watch(object: &PyObject, vm: &VirtualMachine) -> (Hold, bool) {
    if object.is_immortal() {
        return (Hold::Told, false);
    }
    let class = object.class();
    let types = &vm.ctx.types;
    let atoms =
        [types.int_type, types.float_type, types.str_type, types.bytes_type, types.complex_type, types.object_type];
    if atoms.iter().any(|atom| class.is(*atom)) {
        return (Hold::Told, true);
    }
    match class.slots.del.load() {
        None => {
            class.slots.del_needed.store(Some(needed as DelNeeded));
            class.slots.del.store(Some(never as Del));
            if !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) {
                WATCHED.with(|watched| watched.borrow_mut().push(class.to_owned()));
            }
            (Hold::Told, false)
        }
        Some(del) if fn_addr_eq(del, never as Del) => {
            // Inherited from a watched class before `settle` came by.
            class.slots.del_needed.store(Some(needed as DelNeeded));
            (Hold::Told, false)
        }
        Some(_) if class.slots.flags.has_feature(PyTypeFlags::HAS_WEAKREF) => match object.downgrade(None, vm) {
            Ok(weak) => (Hold::Weak(weak), false),
            Err(_) => (Hold::Told, true),
        },
        Some(_) => (Hold::Told, true),
    }
}

fn needed(object: &PyObject) -> bool {
    super::forget(object.get_id());
    let del = object.class().slots.del.load();
    del.is_some_and(|del| !fn_addr_eq(del, never as Del)) && finalizers::has_del(object)
}

/// In the place of a finalizer; `needed` keeps it from being called.
fn never(_object: &PyObject, _vm: &VirtualMachine) -> PyResult<()> {
    Ok(())
}

/// Has `type` make classes so that none inherits half of what a watched class has.
pub(super) fn patch(type_type: &Py<PyType>) {
    let new = type_type.slots.new.load();
    if new.is_some_and(|new| !fn_addr_eq(new, new_class as New)) {
        NEW.set(new);
        type_type.slots.new.store(Some(new_class as New));
    }
}

/// A class copies its base's `del`, but not its `del_needed`: while it is made, its bases have neither.
fn new_class(metaclass: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let mut watched: Vec<PyTypeRef> = Vec::new();
    if let Some(bases) = args.args.get(1).and_then(|bases| bases.downcast_ref::<PyTuple>()) {
        for base in bases.as_slice().iter().filter_map(|base| base.downcast_ref::<PyType>()) {
            let of_base = base.mro.read();
            watched.extend(of_base.iter().filter(|class| is_watched(class)).cloned());
        }
    }
    for class in &watched {
        class.slots.del.store(None);
    }
    let made = match NEW.get() {
        Some(new) => new(metaclass, args, vm),
        None => Err(vm.new_runtime_error("the thread has no interpreter")),
    };
    for class in &watched {
        if class.slots.del.load().is_none() {
            class.slots.del.store(Some(never as Del));
        }
    }
    made
}

fn is_watched(class: &Py<PyType>) -> bool {
    class.slots.del.load().is_some_and(|del| fn_addr_eq(del, never as Del))
}

/// Completes what native classes below the watched ones inherited when they were made.
pub(super) fn settle() {
    let watched = WATCHED.with(|watched| watched.borrow().clone());
    for class in watched {
        settle_below(&class);
    }
}

/// Completes what one native class inherited; one that its base does not list is to be told of.
pub(crate) fn adopt(class: &Py<PyType>) {
    if is_watched(class) {
        class.slots.del_needed.store(Some(needed as DelNeeded));
    }
}

pub(super) fn settle_below(class: &Py<PyType>) {
    let below: Vec<_> = class.subclasses.read().iter().filter_map(|weak| weak.upgrade()).collect();
    for class in below.iter().filter_map(|class| class.downcast_ref::<PyType>()) {
        adopt(class);
        settle_below(class);
    }
}
