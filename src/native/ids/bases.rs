//! A class that gets other bases takes over how their objects die, and is told all of it.

use std::cell::OnceCell;

use rustpython_vm::builtins::PyType;
use rustpython_vm::function::PySetterValue;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::death;

thread_local! {
    /// RustPython's own descriptor of `__bases__`, which belongs to the thread's types.
    static BASES: OnceCell<PyObjectRef> = const { OnceCell::new() };
}

/// Stands behind the assignment of `__bases__`; the type is shared, so once a thread is enough.
pub(super) fn install(vm: &VirtualMachine) {
    let class = vm.ctx.types.type_type;
    let name = vm.ctx.intern_str("__bases__");
    let Some(original) = class.attributes.get(name) else { return };
    if BASES.with(|kept| kept.set(original).is_err()) {
        return;
    }
    let getset = vm.ctx.new_static_getset(
        "__bases__",
        class,
        |class: PyObjectRef, vm: &VirtualMachine| -> PyResult {
            let original = BASES.with(|kept| kept.get().cloned());
            match original.and_then(|o| Some((o.class().slots.descr_get.load()?, o))) {
                Some((bind, original)) => bind(&original, Some(&class), None, vm),
                None => Err(vm.new_attribute_error("__bases__")),
            }
        },
        |class: PyObjectRef, value: PySetterValue, vm: &VirtualMachine| -> PyResult<()> {
            let original = BASES.with(|kept| kept.get().cloned());
            let stored = match original.and_then(|o| Some((o.class().slots.descr_set.load()?, o))) {
                Some((store, original)) => store(&original, class.clone(), value, vm),
                None => Err(vm.new_attribute_error("__bases__")),
            };
            if let Some(class) = class.downcast_ref::<PyType>() {
                death::adopt(class);
                death::settle_below(class);
            }
            stored
        },
    );
    class.attributes.set(name, getset.into());
    class.modified();
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Status};

    #[test]
    fn an_object_of_a_class_with_new_bases_dies_in_peace() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        for make in [
            "class B(tuple): pass\nclass A(tuple): pass\nclass C(A): pass\nclass D(C): pass\nC.__bases__ = (B,)\nC((1,)), D((1,))",
            "from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\nP(1)",
        ] {
            let outcome = engine.run(&format!("x = tuple([1, 2])\nid(x)\n{make}")).unwrap();
            assert_eq!(outcome.status, Status::Ok, "{:?} {:?}", outcome.error, outcome.warnings);
        }
        let outcome =
            engine.run("class A: pass\nclass B: pass\nclass C(A): pass\nC.__bases__ = (B,)\nC.__bases__").unwrap();
        assert_eq!(outcome.repr, "(<class '__main__.B'>,)");
    }
}
