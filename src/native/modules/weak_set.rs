//! A set of weakly held classes, in the order in which they came.

use std::cell::RefCell;
use std::collections::HashMap;

use rustpython_vm::builtins::PyWeak;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

/// How many members a set may have before it looks for dead ones.
const SWEEP_AFTER: usize = 32;

#[derive(Debug, Default)]
pub(super) struct WeakSet {
    members: Vec<PyRef<PyWeak>>,
    /// Places by address; an address may be that of an object that is dead by now.
    places: HashMap<usize, usize>,
    sweep_at: usize,
}

impl WeakSet {
    pub(super) fn contains(&self, object: &PyObject) -> bool {
        let place = self.places.get(&object.get_id());
        place.and_then(|place| self.members[*place].upgrade()).is_some_and(|member| member.is(object))
    }

    pub(super) fn add(set: &RefCell<WeakSet>, object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
        // Before the borrow: a new object may set off a collection, and that finalizers which look into the set.
        let weak = object.downgrade(None, vm)?;
        let mut set = set.borrow_mut();
        if set.contains(object) {
            return Ok(());
        }
        if set.members.len() >= set.sweep_at.max(SWEEP_AFTER) {
            set.sweep();
        }
        let place = set.members.len();
        set.places.insert(object.get_id(), place);
        set.members.push(weak);
        Ok(())
    }

    pub(super) fn clear(&mut self) {
        *self = WeakSet::default();
    }

    /// The members that are alive.
    pub(super) fn living(&self) -> Vec<PyObjectRef> {
        self.members.iter().filter_map(|weak| weak.upgrade()).collect()
    }

    /// Weak references to the members that are alive.
    pub(super) fn references(&self) -> Vec<PyObjectRef> {
        self.members.iter().filter(|weak| weak.upgrade().is_some()).map(|weak| weak.clone().into()).collect()
    }

    fn sweep(&mut self) {
        self.members.retain(|weak| weak.upgrade().is_some());
        let places = self.members.iter().enumerate();
        self.places = places.filter_map(|(at, weak)| Some((weak.upgrade()?.get_id(), at))).collect();
        self.sweep_at = self.members.len() * 2;
    }
}
