//! What native modules keep for one interpreter, where guest code does not find it.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::rc::Rc;

use rustpython_vm::VirtualMachine;

struct Kept {
    interpreter: i64,
    kind: TypeId,
    value: Rc<dyn Any>,
}

thread_local! {
    /// One interpreter lives on a thread at a time, as a rule: there are a few entries at most.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// What the interpreter keeps of this kind; the first to ask makes it.
pub(crate) fn of<T: Default + 'static>(vm: &VirtualMachine) -> Rc<T> {
    let (interpreter, kind) = (vm.state.interpreter_id, TypeId::of::<T>());
    let known = KEPT.with(|kept| {
        let kept = kept.borrow();
        kept.iter().find(|k| k.kind == kind && k.interpreter == interpreter).map(|k| k.value.clone())
    });
    if let Some(known) = known.and_then(|value| value.downcast().ok()) {
        return known;
    }
    let made = Rc::new(T::default());
    KEPT.with(|kept| kept.borrow_mut().push(Kept { interpreter, kind, value: made.clone() }));
    made
}

/// Drops what an interpreter kept.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn forget(vm: &VirtualMachine) {
    let interpreter = vm.state.interpreter_id;
    let dead = KEPT.with(|kept| {
        let (dead, living) = kept.take().into_iter().partition::<Vec<_>, _>(|k| k.interpreter == interpreter);
        *kept.borrow_mut() = living;
        dead
    });
    // Outside of the borrow: a finalizer may ask for more.
    drop(dead);
}
