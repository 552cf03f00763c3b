//! Locks what the interpreters of a thread share: RustPython's own types.
//!
//! A type that is written in Rust exists once for all interpreters of a thread. RustPython leaves some of them
//! open to assignment, which a later run would see, and lets `object.__new__` make instances of some that have
//! nothing of the type but its name, which the type's own functions then take for the real thing.

use std::cell::{OnceCell, RefCell};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyList, PyModule, PyType, PyTypeRef};
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags, PySetterValue};
use rustpython_vm::import::import_builtin;
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::order::sort_properties;

#[derive(Default)]
struct Known {
    /// The native module that brought a type, by the type's address; the types outlive every interpreter.
    types: HashMap<usize, String>,
    modules: HashSet<String>,
    /// Native modules of the interpreter that runs now.
    loaded: HashSet<String>,
    /// Classes of Python code that are there before they are to be seen, and the place in `shown` that says whether they are.
    hidden: HashMap<usize, usize>,
    /// Which of them are seen; nothing stands at [`NEVER`].
    shown: Vec<bool>,
}

/// The place of classes that the library left in the interpreter while the thread's types were made.
const NEVER: usize = usize::MAX;

/// Native types that patterns take for sequences and mappings, and that RustPython marks only when they are registered
/// with an abstract class.
const SEQUENCES: &[&str] = &["collections.deque", "array.array"];
const MAPPINGS: &[&str] = &["mappingproxy", "FrameLocalsProxy"];

thread_local! {
    /// RustPython's own descriptor of `__abstractmethods__`.
    static ABSTRACT: OnceCell<PyObjectRef> = const { OnceCell::new() };
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// What stands for the modules that every interpreter starts with.
const START: &str = "";

/// Locks the types that every interpreter starts with.
pub(crate) fn lock_builtins(vm: &VirtualMachine) -> PyResult<()> {
    let first = KNOWN.with(|known| {
        let mut known = known.borrow_mut();
        known.hidden.clear();
        known.modules.insert(START.to_owned())
    });
    // RustPython opens the classes of the syntax tree anew for each interpreter.
    for name in ["builtins", "sys", "_io", "_typing", "_ast", "_warnings", "_weakref", "_codecs"] {
        lock_dict(&import_builtin(vm, name)?);
    }
    if first {
        lock_all(START, vm);
        guard_subclasses(vm);
        guard_abstract(vm);
    }
    Ok(())
}

/// Addresses of the classes that Python code derived from types that are written in Rust.
pub(crate) fn classes_of_python(vm: &VirtualMachine) -> HashSet<usize> {
    let types = all(vm);
    let below = types.iter().flat_map(|class| subclasses(class));
    below.filter(|class| !is_static(class)).map(|class| class.get_id()).collect()
}

/// All classes that Python code made, whatever they derive from.
#[cfg(target_family = "wasm")]
pub(crate) fn classes_in_python(vm: &VirtualMachine) -> Vec<PyObjectRef> {
    let mut found = reached(vm, |_| true);
    found.retain(|class| !is_static(class));
    found
}

/// Conceals classes that Python code made since.
pub(crate) fn conceal_since(before: &HashSet<usize>, vm: &VirtualMachine) {
    let now = classes_of_python(vm);
    KNOWN.with(|known| known.borrow_mut().hidden.extend(now.difference(before).map(|class| (*class, NEVER))));
}

/// Conceals classes for good.
#[cfg(target_family = "wasm")]
pub(crate) fn conceal_for_good(classes: &[usize]) {
    KNOWN.with(|known| known.borrow_mut().hidden.extend(classes.iter().map(|class| (*class, NEVER))));
}

/// Conceals a module that is loaded ahead, if it is a native one, and its classes, under a number.
#[cfg(target_family = "wasm")]
pub(crate) fn conceal(number: usize, module: &str, classes: &[usize]) {
    KNOWN.with(|known| {
        let mut known = known.borrow_mut();
        known.loaded.remove(module);
        known.hidden.extend(classes.iter().map(|class| (*class, number)));
        let length = known.shown.len().max(number + 1);
        known.shown.resize(length, false);
        known.shown[number] = false;
    });
}

/// Undoes [`conceal`]; `native` is the name of a native module.
#[cfg(target_family = "wasm")]
pub(crate) fn reveal(number: usize, native: Option<&str>) {
    KNOWN.with(|known| {
        let mut known = known.borrow_mut();
        known.loaded.extend(native.map(str::to_owned));
        if let Some(shown) = known.shown.get_mut(number) {
            *shown = true;
        }
    });
}

/// Whether a module is a native one.
#[cfg(target_family = "wasm")]
pub(crate) fn is_native(module: &str) -> bool {
    KNOWN.with(|known| known.borrow().modules.contains(module))
}

/// From here on an interpreter has loaded no native module but those that every one starts with.
pub(crate) fn forget_loaded() {
    KNOWN.with(|known| {
        let loaded = &mut known.borrow_mut().loaded;
        loaded.clear();
        loaded.insert(START.to_owned());
    });
}

/// Loads a native module and locks the types that it brought.
///
/// Some modules set attributes of their types each time that they are loaded, so that these are open meanwhile.
pub(crate) fn load(name: &str, vm: &VirtualMachine) -> PyResult {
    let first = KNOWN.with(|known| {
        let mut known = known.borrow_mut();
        known.loaded.insert(name.to_owned());
        known.modules.insert(name.to_owned())
    });
    let opened = if first { Vec::new() } else { unlock(name, vm) };
    let module = import_builtin(vm, name);
    for class in opened.iter().filter_map(|class| class.downcast_ref::<PyType>()) {
        class.slots.flags.insert(PyTypeFlags::IMMUTABLETYPE);
    }
    let module = module?;
    if first {
        lock_dict(&module);
        lock_all(name, vm);
    }
    Ok(module)
}

fn unlock(name: &str, vm: &VirtualMachine) -> Vec<PyObjectRef> {
    let brought = |class: &PyObjectRef| {
        KNOWN.with(|known| known.borrow().types.get(&class.get_id()).is_some_and(|module| module == name))
    };
    let opened: Vec<PyObjectRef> = all(vm).into_iter().filter(brought).collect();
    for class in opened.iter().filter_map(|class| class.downcast_ref::<PyType>()) {
        class.slots.flags.remove(PyTypeFlags::IMMUTABLETYPE);
    }
    opened
}

/// Exception types are made once for all interpreters too, but as if Python code had made them.
fn lock_dict(module: &PyObjectRef) {
    let Some(module) = module.downcast_ref::<PyModule>() else { return };
    for value in module.dict().into_iter().map(|(_, value)| value) {
        if let Some(class) = value.downcast_ref::<PyType>() {
            class.slots.flags.insert(PyTypeFlags::IMMUTABLETYPE);
        }
    }
}

fn lock_all(module: &str, vm: &VirtualMachine) {
    for class in all(vm) {
        let new = KNOWN.with(|known| match known.borrow_mut().types.entry(class.get_id()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(entry) => {
                entry.insert(module.to_owned());
                true
            }
        });
        if let Some(class) = class.downcast_ref::<PyType>() {
            if new {
                sort_properties(class, vm);
            }
            lock(class, vm.ctx.types.object_type);
        }
    }
}

fn has(class: &PyObject, flag: u8) -> bool {
    class.downcast_ref::<PyType>().is_some_and(|class| class.slots.flags.has_feature(flag))
}

/// Of all that describes a type, RustPython lets this alone be set on a locked one.
fn guard_abstract(vm: &VirtualMachine) {
    let class = vm.ctx.types.type_type;
    let name = vm.ctx.intern_str("__abstractmethods__");
    let Some(original) = class.attributes.get(name) else { return };
    if ABSTRACT.with(|kept| kept.set(original).is_err()) {
        return;
    }
    let getset = vm.ctx.new_static_getset(
        "__abstractmethods__",
        class,
        |class: PyObjectRef, vm: &VirtualMachine| -> PyResult {
            let original = ABSTRACT.with(|kept| kept.get().cloned());
            match original.and_then(|o| Some((o.class().slots.descr_get.load()?, o))) {
                Some((bind, original)) => bind(&original, Some(&class), None, vm),
                None => Err(vm.new_attribute_error("__abstractmethods__")),
            }
        },
        |class: PyObjectRef, value: PySetterValue, vm: &VirtualMachine| -> PyResult<()> {
            if has(&class, PyTypeFlags::IMMUTABLETYPE) {
                return Err(vm.new_type_error("cannot set '__abstractmethods__' attribute of immutable type"));
            }
            let original = ABSTRACT.with(|kept| kept.get().cloned());
            match original.and_then(|o| Some((o.class().slots.descr_set.load()?, o))) {
                Some((store, original)) => store(&original, class, value, vm),
                None => Err(vm.new_attribute_error("__abstractmethods__")),
            }
        },
    );
    class.attributes.set(name, getset.into());
    class.modified();
}

/// The types that are written in Rust.
fn all(vm: &VirtualMachine) -> Vec<PyObjectRef> {
    reached(vm, |class| is_static(class))
}

/// `object`, and the classes below it that are reached by way of classes which are wanted.
fn reached(vm: &VirtualMachine, wanted: impl Fn(&PyObjectRef) -> bool) -> Vec<PyObjectRef> {
    let mut found: Vec<PyObjectRef> = vec![vm.ctx.types.object_type.to_owned().into()];
    let mut seen: HashSet<usize> = found.iter().map(|class| class.get_id()).collect();
    let mut at = 0;
    while at < found.len() {
        let below = subclasses(&found[at]);
        found.extend(below.into_iter().filter(|class| wanted(class) && seen.insert(class.get_id())));
        at += 1;
    }
    found
}

fn subclasses(class: &PyObject) -> Vec<PyObjectRef> {
    let class = class.downcast_ref::<PyType>();
    class.map_or_else(Vec::new, |class| class.subclasses.read().iter().filter_map(|weak| weak.upgrade()).collect())
}

fn is_static(class: &PyObject) -> bool {
    class.downcast_ref::<PyType>().is_some_and(|class| class.heaptype_ext.is_none())
}

/// Base classes for classes in Python; where words are small they are larger than an object.
const OPEN: [&str; 4] = ["_io._IOBase", "_io._RawIOBase", "_io._BufferedIOBase", "_io._TextIOBase"];

fn lock(class: &Py<PyType>, object: &'static Py<PyType>) {
    class.slots.flags.insert(PyTypeFlags::IMMUTABLETYPE);
    let name = class.slot_name();
    for (names, flag) in [(SEQUENCES, PyTypeFlags::SEQUENCE), (MAPPINGS, PyTypeFlags::MAPPING)] {
        if names.contains(&&*name) && !class.slots.flags.has_feature(flag) {
            class.slots.flags.insert(flag);
            class.modified();
        }
    }
    let inherits_new = class.slots.new.load().map(|f| f as usize) == object.slots.new.load().map(|f| f as usize);
    if inherits_new && class.slots.basicsize > object.slots.basicsize && !OPEN.contains(&&*name) {
        class.slots.new.store(Some(deny_new));
    }
}

/// A run does not see which native modules an earlier one loaded.
fn guard_subclasses(vm: &VirtualMachine) {
    let class = vm.ctx.types.type_type;
    let name = vm.ctx.intern_str("__subclasses__");
    let Some(original) = class.attributes.get(name) else { return };
    let func = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| {
        // Behind the wall the library's classes are there before the library is imported.
        let asked = cfg!(target_family = "wasm") || args.args.first().is_some_and(|class| is_static(class));
        let found = original.call(args, vm)?;
        match found.downcast_ref::<PyList>() {
            Some(list) if asked => list.borrow_vec_mut().retain(is_visible),
            _ => {}
        }
        Ok(found)
    };
    let func = Box::leak(Box::new(func));
    let method = PyMethodDef { name: "__subclasses__", func, flags: PyMethodFlags::METHOD, doc: None };
    let descriptor = PyMethodDescriptor::new(Box::leak(Box::new(method)), class, &vm.ctx);
    class.attributes.set(name, descriptor.into_ref(&vm.ctx).into());
    class.modified();
}

fn is_visible(class: &PyObjectRef) -> bool {
    // RustPython lists a shared exception type for the interpreter that made it first, and for no other.
    if !is_static(class)
        && class.downcast_ref::<PyType>().is_some_and(|c| c.slots.flags.has_feature(PyTypeFlags::IMMUTABLETYPE))
    {
        return false;
    }
    KNOWN.with(|known| {
        let known = known.borrow();
        let hidden = known.hidden.get(&class.get_id());
        hidden.is_none_or(|number| known.shown.get(*number).copied().unwrap_or_default())
            && known.types.get(&class.get_id()).is_none_or(|module| known.loaded.contains(module))
    })
}

/// Takes a class of the engine's out of what `__subclasses__` lists.
pub(crate) fn hide(class: &Py<PyType>, base: &Py<PyType>) {
    base.subclasses.write().retain(|weak| weak.upgrade().is_none_or(|found| !found.is(class)));
}

/// What stands in the place of a constructor that guest code does not get.
pub(crate) fn deny_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    Err(vm.new_type_error(format!("cannot create '{}' instances", class.name())))
}
