//! Numbers in the place of addresses: what `id`, default hashes and default reprs show of an object.
//!
//! An address differs between processes, threads and runs. Here each object gets the next number of its run when it is
//! first asked for one, and keeps it until it dies; an object that comes to lie at the same address gets another.

mod bases;
mod death;
mod library;
mod slots;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rustpython_vm::builtins::{PyModule, PyType, PyWeak};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, VirtualMachine};

pub(crate) use death::adopt;
pub(crate) use library::importing;
pub(crate) use slots::{install, patch};

/// What the numbers start from, so that an `id` reads like an address.
const BASE: u64 = 0x7f00_0000_0000;

/// Objects lie apart by this much.
const STEP: u64 = 16;

/// The first number of a run; what the start of an interpreter asked for lies below.
const FIRST_OF_RUN: u64 = 1 << 12;

/// The first number of what the library has and no run made.
const FIRST_OF_LIBRARY: u64 = 1 << 32;

/// The numbers of native classes lie above this one and below its double.
const FIRST_OF_CLASSES: u64 = 1 << 40;

/// How many numbers may be given out to objects that the table keeps alive, before it lets the dead ones go.
const SWEEP_AFTER: usize = 256;

/// How the table learns that an object is dead.
enum Hold {
    /// It never is, or its type tells, or it is among [`Ids::kept`].
    Told,
    Weak(PyRef<PyWeak>),
}

#[derive(Default)]
struct Ids {
    entries: HashMap<usize, (u64, Hold), BuildHasherDefault<AddressHasher>>,
    /// Objects without references of their own to others, which nothing can tell the death of.
    kept: Vec<PyObjectRef>,
    sweep_at: usize,
}

thread_local! {
    static IDS: RefCell<Ids> = RefCell::default();
    static NEXT: Cell<u64> = const { Cell::new(0) };
    static NEXT_OF_LIBRARY: Cell<u64> = const { Cell::new(FIRST_OF_LIBRARY) };
}

/// The number of an object, the same for as long as it lives.
fn number(object: &PyObject, vm: &VirtualMachine) -> u64 {
    if let Some(number) = of_native_class(object) {
        return number;
    }
    let address = object.get_id();
    let known = IDS.with(|ids| {
        let ids = ids.borrow();
        let (number, hold) = ids.entries.get(&address)?;
        match hold {
            Hold::Told => Some(*number),
            Hold::Weak(weak) => weak.upgrade().map(|_| *number),
        }
    });
    if let Some(number) = known {
        return number;
    }
    let number = next(object, vm);
    let (hold, keep) = death::watch(object, vm);
    let mut dead = Vec::new();
    let replaced = IDS.with(|ids| {
        let mut ids = ids.borrow_mut();
        if keep {
            ids.kept.push(object.to_owned());
            if ids.kept.len() >= ids.sweep_at.max(SWEEP_AFTER) {
                dead = ids.sweep();
            }
        }
        ids.entries.insert(address, (number, hold))
    });
    // Dropped outside of the borrow: a finalizer may ask for a number.
    drop(replaced);
    drop(dead);
    number
}

/// The next number: the run's own, or one of those for what is no object of the run.
fn next(object: &PyObject, vm: &VirtualMachine) -> u64 {
    let counter = if library::has(object, vm) { &NEXT_OF_LIBRARY } else { &NEXT };
    counter.with(|next| next.replace(next.get() + 1))
}

/// Native classes outlive a run, and what was asked of them in one may still be known in the next: theirs come from
/// their names, beyond all numbers that are counted.
fn of_native_class(object: &PyObject) -> Option<u64> {
    let class = object.downcast_ref::<PyType>()?;
    if class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) {
        return None;
    }
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = class.slot_name().bytes().fold(0xcbf2_9ce4_8422_2325, fnv);
    Some(FIRST_OF_CLASSES + (hash >> 24))
}

/// What `id` gives.
pub(crate) fn id(object: &PyObject, vm: &VirtualMachine) -> u64 {
    BASE + STEP * number(object, vm)
}

/// What `hash` gives for an object that defines neither equality nor hash.
fn hash(object: &PyObject, vm: &VirtualMachine) -> i64 {
    (id(object, vm) / STEP) as i64
}

/// An object of this address is dead.
fn forget(address: usize) {
    let entry = IDS.with(|ids| ids.try_borrow_mut().ok().and_then(|mut ids| ids.entries.remove(&address)));
    drop(entry);
}

/// Begins a run.
pub(crate) fn start() {
    NEXT.set(NEXT.get().max(FIRST_OF_RUN));
}

/// Does what no run is to know of: the numbers that it gave out are those of the next ones who ask.
#[cfg(target_family = "wasm")]
pub(crate) fn unseen(act: impl FnOnce()) {
    let (next, of_library) = (NEXT.get(), NEXT_OF_LIBRARY.get());
    act();
    let is_new =
        |number: u64| (next..FIRST_OF_LIBRARY).contains(&number) || (of_library..FIRST_OF_CLASSES).contains(&number);
    let forgotten = IDS.with(|ids| {
        let mut ids = ids.borrow_mut();
        let entries: Vec<_> = ids.entries.extract_if(|_, (number, _)| is_new(*number)).collect();
        let addresses: Vec<usize> = entries.iter().map(|(address, _)| *address).collect();
        let kept: Vec<_> = ids.kept.extract_if(.., |object| addresses.contains(&object.get_id())).collect();
        (entries, kept)
    });
    NEXT.set(next);
    NEXT_OF_LIBRARY.set(of_library);
    drop(forgotten);
}

/// Ends an interpreter: nothing of it is kept.
pub(crate) fn clear() {
    let old = IDS.with(|ids| std::mem::take(&mut *ids.borrow_mut()));
    NEXT.set(0);
    NEXT_OF_LIBRARY.set(FIRST_OF_LIBRARY);
    drop(old);
}

/// Completes the native classes that a module added.
pub(crate) fn settle(module: &Py<PyModule>, vm: &VirtualMachine) {
    death::settle();
    slots::cover_module(module, vm);
}

impl Ids {
    /// Takes out the objects that only the table keeps alive.
    fn sweep(&mut self) -> Vec<PyObjectRef> {
        let (live, dead): (Vec<_>, Vec<_>) = self.kept.drain(..).partition(|object| object.strong_count() > 1);
        for object in &dead {
            self.entries.remove(&object.get_id());
        }
        self.sweep_at = live.len() * 2;
        self.kept = live;
        dead
    }
}

/// Addresses need no more than to be spread.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }
}
