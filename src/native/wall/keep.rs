//! Keeps the objects of the image for ever: to count the references to them would only write to its pages.

use std::collections::HashSet;

use rustpython_vm::builtins::{PyCode, PyFunction};
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

/// The integers that an interpreter makes once.
const SMALL: std::ops::RangeInclusive<i32> = -5..=256;

/// Makes everything immortal that there is now.
pub(super) fn for_ever(vm: &VirtualMachine) {
    let mut known = HashSet::new();
    let mut open = vm.state.gc.get_objects(None);
    open.extend(SMALL.map(|number| vm.ctx.new_int(number).into()));
    while let Some(object) = open.pop() {
        if known.insert(object.get_id()) {
            object.make_immortal();
            open.extend(held(&object, vm));
        }
    }
}

/// What an object holds, and what the collector has no use to know of.
fn held(object: &PyObjectRef, vm: &VirtualMachine) -> Vec<PyObjectRef> {
    let mut held = object.gc_get_referents();
    held.push(object.class().to_owned().into());
    if object.downcast_ref::<PyFunction>().is_some() {
        held.extend(object.get_attr("__code__", vm));
    }
    if let Some(code) = object.downcast_ref::<PyCode>() {
        held.extend(code.code.constants.iter().map(|constant| constant.clone().into()));
    }
    held
}
