//! The native types of a thread, by name.

use std::collections::HashMap;

use rustpython_vm::builtins::{PyDict, PyType, PyTypeRef};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::allowlist::{self, Provided};
use crate::native::shared;

/// Modules whose types come into being with the module.
const MODULES: &[&str] = &[
    "itertools",
    "array",
    "_collections",
    "_functools",
    "_io",
    "_json",
    "_csv",
    "_sre",
    "_struct",
    "_random",
    "_operator",
    "_hashlib",
    "zlib",
    "_bz2",
    "_lzma",
    "_tokenize",
    "_elementtree",
    "unicodedata",
];

/// Every native type of this thread, under its name with the module, such as `itertools.count` or `list`.
pub(super) type Types = HashMap<String, &'static Py<PyType>>;

/// Finds the native types; it loads the modules that define some and leaves `sys.modules` as it was.
pub(super) fn all(vm: &VirtualMachine) -> PyResult<Types> {
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    let before = names(&modules);
    let classes = shared::classes_of_python(vm);
    for name in MODULES {
        let listed = allowlist::find(name).is_some_and(|m| matches!(m.provided, Provided::Native));
        if listed && vm.state.module_defs.contains_key(name) {
            shared::load(name, vm)?;
        }
    }
    let mut types = Types::new();
    collect(vm.ctx.types.object_type.to_owned(), &mut types, vm);
    // Some bring modules of the library with them, whose classes would be in the first run's sight.
    for name in names(&modules).into_iter().filter(|name| !before.iter().any(|known| known.is(name))) {
        modules.del_item(name.as_object(), vm)?;
    }
    vm.state.gc.collect_force(2);
    shared::conceal_since(&classes, vm);
    Ok(types)
}

fn names(modules: &PyObject) -> Vec<PyObjectRef> {
    modules.downcast_ref::<PyDict>().map(|modules| modules.keys_vec()).unwrap_or_default()
}

fn collect(class: PyTypeRef, types: &mut Types, vm: &VirtualMachine) {
    let below: Vec<PyTypeRef> = {
        let weak = class.subclasses.read();
        weak.iter().filter_map(|weak| weak.upgrade()?.downcast::<PyType>().ok()).collect()
    };
    let name = class.fully_qualified_name(vm).unwrap_or_default();
    if !class.slots.flags.has_feature(rustpython_vm::types::PyTypeFlags::HEAPTYPE) {
        // The type lives as long as the thread; so does this hold on it.
        let kept: &'static PyTypeRef = Box::leak(Box::new(class));
        types.insert(name, kept);
    }
    for class in below {
        collect(class, types, vm);
    }
}
