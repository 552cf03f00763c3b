//! Definitions of native modules in which some functions are replaced.

use std::cell::RefCell;
use std::collections::HashMap;

use rustpython_vm::builtins::{PyModule, PyModuleDef, PyModuleSlots};
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags};
use rustpython_vm::{AsObject, Py, PyResult, VirtualMachine};

type Exec = fn(&VirtualMachine, &Py<PyModule>) -> PyResult<()>;

/// What stands in for a function or method; it gets the original.
pub(super) type Wrapper = fn(&'static PyMethodDef, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    /// Definitions live as long as their thread's types do, so each is made once a thread.
    static MADE: RefCell<HashMap<usize, &'static PyModuleDef>> = RefCell::default();
}

/// The definition with functions of the same name taken from another one.
pub(super) fn with_functions(def: &'static PyModuleDef, corrected: &'static PyModuleDef) -> &'static PyModuleDef {
    with_methods(def, |method| find(corrected, method.name).unwrap_or(method).clone())
}

/// The definition with a function put in the place of others; it gets the original.
pub(super) fn with_wrapped(def: &'static PyModuleDef, names: &[&str], wrapper: Wrapper) -> &'static PyModuleDef {
    with_methods(def, |method| if names.contains(&method.name) { wrapped(method, wrapper) } else { method.clone() })
}

/// The definition with another function that fills the module.
pub(super) fn with_exec(def: &'static PyModuleDef, exec: Exec) -> &'static PyModuleDef {
    once(def, || (def.methods, Some(exec)))
}

fn with_methods(def: &'static PyModuleDef, map: impl Fn(&'static PyMethodDef) -> PyMethodDef) -> &'static PyModuleDef {
    once(def, || (Vec::leak(def.methods.iter().map(map).collect()), def.slots.exec))
}

/// A definition of the same name with other parts, made the first time that this thread asks.
fn once(
    def: &'static PyModuleDef,
    parts: impl FnOnce() -> (&'static [PyMethodDef], Option<Exec>),
) -> &'static PyModuleDef {
    MADE.with_borrow_mut(|made| {
        *made.entry(std::ptr::from_ref(def) as usize).or_insert_with(|| {
            let (methods, exec) = parts();
            let slots = PyModuleSlots { create: def.slots.create, exec };
            Box::leak(Box::new(PyModuleDef { name: def.name, doc: def.doc, methods, slots }))
        })
    })
}

/// A method that stands in for another and can call it.
pub(super) fn wrapped(method: &'static PyMethodDef, wrapper: Wrapper) -> PyMethodDef {
    let func = move |vm: &VirtualMachine, args: FuncArgs, _callee: Callee| wrapper(method, args, vm);
    PyMethodDef {
        name: method.name,
        func: Box::leak(Box::new(func)),
        flags: method.flags & !(PyMethodFlags::NOARGS | PyMethodFlags::O),
        doc: method.doc,
    }
}

/// Calls what a wrapper stands in for.
pub(super) fn call(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    (method.func)(vm, args, Callee::named(method.name))
}

/// Sets functions in a module that exists already.
pub(crate) fn set_functions(
    module: &Py<PyModule>,
    methods: impl IntoIterator<Item = &'static PyMethodDef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let name = vm.ctx.intern_str(module.name.map_or("", |name| name.as_str()));
    for method in methods {
        let function =
            method.to_function().with_module(name).with_module_object(module.to_owned().into()).into_ref(&vm.ctx);
        module.as_object().set_attr(method.name, function, vm)?;
    }
    Ok(())
}

fn find(def: &'static PyModuleDef, name: &str) -> Option<&'static PyMethodDef> {
    def.methods.iter().find(|method| method.name == name)
}
