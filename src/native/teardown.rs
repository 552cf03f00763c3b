//! Takes a used interpreter apart, so that nothing of it outlives its run.

use std::sync::atomic::Ordering;

use rustpython_vm::builtins::{PyMemberDescriptor, PyStr, PyType};
use rustpython_vm::vm::Interpreter;
use rustpython_vm::{Py, PyRef, VirtualMachine};

use super::modules;

/// Runs what finalizers are left and frees every object of the interpreter.
pub(crate) fn teardown(interpreter: Interpreter) {
    interpreter.enter(|vm| {
        vm.state.finalizing.store(true, Ordering::Release);
        vm.state.gc.collect_force(2);
        vm.finalize_modules();
        modules::forget_own(vm);
        cut_slots(vm);
        vm.state.gc.collect_force(2);
        forget_subclasses(vm.ctx.types.object_type);
    });
}

/// A class with `__slots__` and the descriptors of its slots hold each other in a way that the collector does not see.
fn cut_slots(vm: &VirtualMachine) {
    for object in vm.state.gc.get_objects(None) {
        let Ok(class): Result<PyRef<PyType>, _> = object.downcast() else { continue };
        if class.heaptype_ext.as_ref().is_none_or(|heap| heap.slots.is_none()) {
            continue;
        }
        for (name, value) in class.attributes.entries() {
            if value.downcast_ref::<PyMemberDescriptor>().is_some()
                && let Some(name) = name.downcast_ref::<PyStr>()
            {
                class.attributes.remove(vm.ctx.intern_str(name.as_wtf8()));
            }
        }
    }
}

/// Every class ever made leaves a dead weak reference in its base; the bases outlive the interpreter.
fn forget_subclasses(class: &Py<PyType>) {
    class.subclasses.write().retain(|weak| weak.upgrade().is_some());
    let living: Vec<_> = class.subclasses.read().iter().filter_map(|weak| weak.upgrade()).collect();
    for subclass in living {
        if let Some(subclass) = subclass.downcast_ref::<PyType>() {
            forget_subclasses(subclass);
        }
    }
}

#[cfg(test)]
mod tests {
    use rustpython_vm::compiler::Mode;
    use rustpython_vm::gc_state::gc_state;

    use super::super::boot::boot;
    use super::super::budget;
    use super::teardown;

    const PROGRAM: &str = "
class Slots:
    __slots__ = ('a', 'b')
    def method(self): return self.a
slots = Slots()
slots.a = slots
class Plain:
    def __del__(self): pass
plain = Plain()
plain.me = plain
";

    fn used_up() -> usize {
        let interpreter = boot();
        interpreter.enter(|vm| {
            let scope = vm.new_scope_with_main().unwrap();
            let code = vm.compile(PROGRAM, Mode::Exec, "main.py").unwrap();
            assert!(vm.run_code_obj(code, scope).is_ok());
        });
        teardown(interpreter);
        budget::disarm();
        let (young, middle, old) = gc_state().get_count();
        young + middle + old
    }

    #[test]
    fn an_interpreter_leaves_no_object_behind() {
        let thread = std::thread::Builder::new().stack_size(64 << 20);
        let counts = thread.spawn(|| (0..5).map(|_| used_up()).collect::<Vec<_>>()).unwrap().join().unwrap();
        assert_eq!(counts[2..], [counts[2]; 3]);
    }
}
