//! Puts the properties of a native type in the order of their names.
//!
//! RustPython's macros draw their order anew at each compilation, and `vars` shows it.

use rustpython_vm::builtins::{PyGetSet, PyStr, PyType};
use rustpython_vm::{Py, PyObjectRef, VirtualMachine};

/// The properties change places among themselves; whatever else the type has stays where it is.
pub(crate) fn sort_properties(class: &Py<PyType>, vm: &VirtualMachine) {
    let found = class.attributes.entries();
    let mut properties: Vec<_> = found.iter().filter(|entry| is_property(entry)).collect();
    if properties.is_sorted_by_key(|entry| name(entry)) {
        return;
    }
    properties.sort_by_key(|entry| name(entry));
    let mut properties = properties.into_iter();
    let sorted = found.iter().map(|entry| if is_property(entry) { properties.next().unwrap_or(entry) } else { entry });
    let sorted: Vec<_> = sorted.map(|entry| (vm.ctx.intern_str(name(entry)), entry.1.clone())).collect();
    for (name, _) in &sorted {
        drop(class.attributes.remove(name));
    }
    for (name, value) in sorted {
        class.attributes.set(name, value);
    }
}

fn is_property((_, value): &(PyObjectRef, PyObjectRef)) -> bool {
    value.downcast_ref::<PyGetSet>().is_some()
}

fn name((name, _): &(PyObjectRef, PyObjectRef)) -> &str {
    name.downcast_ref::<PyStr>().and_then(|name| name.to_str()).unwrap_or_default()
}
