//! Puts numbers in the place of addresses in the slots of RustPython's types.
//!
//! The types of a thread's interpreters are the same objects: each is changed once per thread and stays so.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ptr::fn_addr_eq;

use rustpython_vm::builtins::{PyComplex, PyFloat, PyModule, PyStr, PyStrRef, PyType, PyWeak};
use rustpython_vm::common::hash;
use rustpython_vm::function::{ItemDoc, PyMethodDef, PyMethodFlags};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::vm::Context;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::{bases, death};
use crate::native::boot::set_function;

type Hash = fn(&PyObject, &VirtualMachine) -> PyResult<i64>;
type Repr = fn(&PyObject, &VirtualMachine) -> PyResult<PyStrRef>;

thread_local! {
    /// The reprs that RustPython gave the types whose slot was changed, by the type's address.
    static REPRS: RefCell<HashMap<usize, Repr>> = RefCell::default();
    static PATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Classes of native modules whose repr tells an address.
const OF_MODULES: [&str; 7] = ["ContextVar", "Element", "HASH", "HASHXOF", "HMAC", "PickleBuffer", "Token"];

/// Changes the types of a thread's context, before an interpreter is built.
pub(crate) fn patch(ctx: &Context) {
    if PATCHED.replace(true) {
        return;
    }
    let types = &ctx.types;
    let object = types.object_type;
    if let (Some(hash), Some(repr)) = (object.slots.hash.load(), object.slots.repr.load()) {
        REPRS.with(|reprs| reprs.borrow_mut().insert(object.get_id(), repr));
        spread(object, hash, repr);
        define(ctx, object, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| object_hash(&o, vm));
        define(ctx, object, "__repr__", |o: PyObjectRef, vm: &VirtualMachine| object_repr(&o, vm));
    }
    let with_part = [
        (types.float_type, float_hash as Hash),
        (types.complex_type, complex_hash),
        (types.bound_method_type, method_hash),
        (types.method_wrapper_type, wrapper_hash),
    ];
    for (class, hash) in with_part {
        class.slots.hash.store(Some(hash));
    }
    define(ctx, types.float_type, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| float_hash(&o, vm));
    define(ctx, types.complex_type, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| complex_hash(&o, vm));
    define(ctx, types.bound_method_type, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| method_hash(&o, vm));
    define(ctx, types.method_wrapper_type, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| wrapper_hash(&o, vm));
    let with_address = [
        types.function_type,
        types.builtin_function_or_method_type,
        types.builtin_method_type,
        types.generator_type,
        types.coroutine_type,
        types.async_generator,
        types.cell_type,
        types.code_type,
        types.frame_type,
        types.memoryview_type,
        types.weakref_type,
        types.weakproxy_type,
        types.weakcallableproxy_type,
        types.method_wrapper_type,
    ];
    for class in with_address {
        cover(class, ctx);
    }
    death::patch(types.type_type);
}

/// Changes the types of a native module that tell addresses.
pub(super) fn cover_module(module: &Py<PyModule>, vm: &VirtualMachine) {
    for name in OF_MODULES {
        let Some(found) = module.dict().get_item_opt(name, vm).ok().flatten() else { continue };
        let Ok(class) = found.downcast::<PyType>() else { continue };
        if REPRS.with(|reprs| reprs.borrow().contains_key(&class.get_id())) {
            continue;
        }
        // Native classes live as long as their thread.
        let class: &'static Py<PyType> = Box::leak(Box::new(class));
        cover(class, &vm.ctx);
        if name == "ContextVar" {
            class.slots.hash.store(Some(object_hash as Hash));
            define(&vm.ctx, class, "__hash__", |o: PyObjectRef, vm: &VirtualMachine| object_hash(&o, vm));
        }
    }
}

/// Has the repr of a type show numbers.
fn cover(class: &'static Py<PyType>, ctx: &Context) {
    let Some(repr) = class.slots.repr.load() else { return };
    if fn_addr_eq(repr, class_repr as Repr) || fn_addr_eq(repr, object_repr as Repr) {
        return;
    }
    REPRS.with(|reprs| reprs.borrow_mut().insert(class.get_id(), repr));
    class.slots.repr.store(Some(class_repr as Repr));
    define(ctx, class, "__repr__", |o: PyObjectRef, vm: &VirtualMachine| class_repr(&o, vm));
}

/// Puts `id` into the builtins of an interpreter, and completes the types that its start added.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    death::settle();
    bases::install(vm);
    set_function(vm, &vm.builtins, "id", |object: PyObjectRef, vm: &VirtualMachine| super::id(&object, vm))
}

/// Every type that inherited `object`'s own slots.
fn spread(class: &Py<PyType>, hash: Hash, repr: Repr) {
    if class.slots.hash.load().is_some_and(|inherited| fn_addr_eq(inherited, hash)) {
        class.slots.hash.store(Some(object_hash as Hash));
    }
    if class.slots.repr.load().is_some_and(|inherited| fn_addr_eq(inherited, repr)) {
        class.slots.repr.store(Some(object_repr as Repr));
    }
    let below: Vec<_> = class.subclasses.read().iter().filter_map(|weak| weak.upgrade()).collect();
    for class in below.iter().filter_map(|class| class.downcast_ref::<PyType>()) {
        spread(class, hash, repr);
    }
}

fn define<K>(
    ctx: &Context,
    class: &'static Py<PyType>,
    name: &'static str,
    function: impl rustpython_vm::function::IntoPyNativeFn<K>,
) {
    let method = PyMethodDef::new_const(name, function, PyMethodFlags::METHOD, ItemDoc::NONE);
    let method: &'static PyMethodDef = Box::leak(Box::new(method));
    class.attributes.insert(ctx.intern_str(name), method.build_method(ctx, class).into());
    class.modified();
}

fn object_hash(object: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    Ok(super::hash(object, vm))
}

fn float_hash(object: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    let plain = object.downcast_ref::<PyFloat>().and_then(|float| hash::hash_float(float.to_f64()));
    Ok(plain.unwrap_or_else(|| super::hash(object, vm)))
}

fn complex_hash(object: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    let Some(complex) = object.downcast_ref::<PyComplex>() else { return Ok(super::hash(object, vm)) };
    let value = complex.to_complex();
    let part = |part: f64| hash::hash_float(part).unwrap_or_else(|| super::hash(object, vm));
    Ok(hash::fix_sentinel(part(value.re).wrapping_add(part(value.im).wrapping_mul(hash::IMAG))))
}

fn method_hash(object: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    let receiver = object.get_attr("__self__", vm)?;
    let function = object.get_attr("__func__", vm)?;
    Ok(hash::fix_sentinel(super::hash(&receiver, vm) ^ function.hash(vm)?))
}

fn wrapper_hash(object: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    let receiver = object.get_attr("__self__", vm)?;
    let name = object.get_attr("__name__", vm)?;
    Ok(hash::fix_sentinel(super::hash(&receiver, vm) ^ name.hash(vm)?))
}

fn object_repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    let repr = REPRS.with(|reprs| reprs.borrow().get(&vm.ctx.types.object_type.get_id()).copied());
    renumbered(object, repr, vm)
}

fn class_repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    let repr = REPRS.with(|reprs| {
        let reprs = reprs.borrow();
        let above = object.class().mro.read();
        above.iter().find_map(|class| reprs.get(&class.get_id()).copied())
    });
    renumbered(object, repr, vm)
}

fn renumbered(object: &PyObject, repr: Option<Repr>, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    let Some(repr) = repr else { return object.class().as_object().repr(vm) };
    let text = repr(object, vm)?;
    let Some(plain) = text.to_str().filter(|plain| plain.contains("0x")) else { return Ok(text) };
    let mut plain = plain.to_owned();
    for shown in std::iter::once(object.to_owned()).chain(related(object, vm)) {
        let address = format!("{:#x}", shown.get_id());
        if plain.contains(&address) {
            plain = plain.replace(&address, &format!("{:#x}", super::id(&shown, vm)));
        }
    }
    Ok(PyStr::from(plain).into_ref(&vm.ctx))
}

/// The other object whose address a repr tells.
fn related(object: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let types = &vm.ctx.types;
    if let Some(weak) = object.downcast_ref::<PyWeak>() {
        return weak.upgrade();
    }
    let class = object.class();
    if !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) && &*class.name() == "Token" {
        return object.get_attr("var", vm).ok();
    }
    let name = if class.is(types.cell_type) { "cell_contents" } else { "__self__" };
    let with_other =
        [types.cell_type, types.builtin_function_or_method_type, types.builtin_method_type, types.method_wrapper_type];
    with_other.iter().any(|other| class.is(*other)).then(|| object.get_attr(name, vm).ok()).flatten()
}
