//! Prices the operators of native types where code calls them by their names, as in `(3).__pow__(n)`.

use std::cell::OnceCell;
use std::sync::OnceLock;

use rustpython_vm::builtins::PyInt;
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyType};

use super::{guard, integers, sequences};

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type Bind = fn(&PyObject, Option<&PyObject>, Option<&PyObject>, &VirtualMachine) -> PyResult;
type VectorCall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;
type Price = Box<dyn Fn(&[&PyObject], &VirtualMachine) -> PyResult<bool>>;

struct Dunder {
    /// The address of the slot wrapper that guarding stands in front of; static types keep theirs for ever.
    address: usize,
    class: &'static Py<PyType>,
    method: &'static PyMethodDef,
}

thread_local! {
    static DUNDERS: OnceCell<Vec<Dunder>> = const { OnceCell::new() };
}

static CALL: OnceLock<Call> = OnceLock::new();
static BIND: OnceLock<Bind> = OnceLock::new();
static VECTORCALL: OnceLock<VectorCall> = OnceLock::new();

/// Puts the prices before the named operators.
pub(super) fn install(vm: &VirtualMachine) {
    let native = &vm.ctx.types;
    let mut dunders = Vec::new();
    for (name, price) in integers::OPERATORS {
        let price = *price;
        add(
            &mut dunders,
            native.int_type,
            name,
            Box::new(move |args, vm| match args {
                [a, b, ..] => price(a, b, vm),
                _ => Ok(false),
            }),
            vm,
        );
    }
    add(&mut dunders, native.int_type, "__pow__", Box::new(|a, vm| integers::power_called(a, false, vm)), vm);
    add(&mut dunders, native.int_type, "__rpow__", Box::new(|a, vm| integers::power_called(a, true, vm)), vm);
    for class in [native.str_type, native.bytes_type, native.bytearray_type, native.list_type, native.tuple_type] {
        for name in ["__mul__", "__rmul__", "__imul__"] {
            add(&mut dunders, class, name, Box::new(repeat), vm);
        }
        for name in ["__mod__", "__rmod__"] {
            add(&mut dunders, class, name, Box::new(|_, _| Ok(true)), vm);
        }
    }
    add(
        &mut dunders,
        native.range_type,
        "__contains__",
        Box::new(|args, vm| match args {
            [range, item, ..] => sequences::search_range(range, item, vm).map(|()| false),
            _ => Ok(false),
        }),
        vm,
    );
    dunders.sort_by_key(|dunder: &Dunder| dunder.address);
    DUNDERS.with(|cell| cell.set(dunders).is_ok());

    let slots = &native.wrapper_descriptor_type.slots;
    if let (Some(call), Some(bind), Some(vectorcall)) =
        (slots.call.load(), slots.descr_get.load(), slots.vectorcall.load())
    {
        CALL.get_or_init(|| call);
        BIND.get_or_init(|| bind);
        VECTORCALL.get_or_init(|| vectorcall);
        slots.call.store(Some(called));
        slots.descr_get.store(Some(bound));
        slots.vectorcall.store(Some(vectorcalled));
    }
}

fn repeat(args: &[&PyObject], vm: &VirtualMachine) -> PyResult<bool> {
    let [sequence, times, ..] = args else { return Ok(false) };
    match times.downcast_ref::<PyInt>() {
        Some(times) => sequences::repeat(sequence, i64::try_from(times.as_bigint()).unwrap_or(i64::MAX), vm),
        None => Ok(true),
    }
}

fn add(dunders: &mut Vec<Dunder>, class: &'static Py<PyType>, name: &'static str, price: Price, vm: &VirtualMachine) {
    let Some(wrapper) = class.attributes.get(vm.ctx.intern_str(name)) else { return };
    if !wrapper.class().is(vm.ctx.types.wrapper_descriptor_type) {
        return;
    }
    let address = wrapper.get_id();
    let func = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| {
        let Some(call) = CALL.get() else { return Ok(vm.ctx.not_implemented()) };
        let given: Vec<&PyObject> = args.args.iter().map(|arg| &**arg).collect();
        if price(&given, vm)? { guard::run(vm, || call(&wrapper, args, vm)) } else { call(&wrapper, args, vm) }
    };
    let method = PyMethodDef { name, func: Box::leak(Box::new(func)), flags: PyMethodFlags::METHOD, doc: None };
    dunders.push(Dunder { address, class, method: Box::leak(Box::new(method)) });
}

fn find<R>(wrapper: &PyObject, found: impl FnOnce(&Dunder) -> R) -> Option<R> {
    DUNDERS.with(|cell| {
        let dunders = cell.get()?;
        let at = dunders.binary_search_by_key(&wrapper.get_id(), |dunder| dunder.address).ok()?;
        Some(found(&dunders[at]))
    })
}

fn bound(zelf: &PyObject, object: Option<&PyObject>, class: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = object
        && let Some((method, class)) = find(zelf, |dunder| (dunder.method, dunder.class))
    {
        return Ok(method.build_bound_method(&vm.ctx, object.to_owned(), class).into());
    }
    match BIND.get() {
        Some(bind) => bind(zelf, object, class, vm),
        None => Ok(zelf.to_owned()),
    }
}

fn called(zelf: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    match (find(zelf, |dunder| dunder.method), CALL.get()) {
        (Some(method), _) => (method.func)(vm, args, Callee::named(method.name).with_instance_arg(true)),
        (None, Some(call)) => call(zelf, args, vm),
        (None, None) => Ok(vm.ctx.not_implemented()),
    }
}

fn vectorcalled(
    zelf: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    match (find(zelf, |dunder| dunder.method), VECTORCALL.get()) {
        (Some(_), _) => called(zelf, FuncArgs::from_vectorcall_owned(args, count, names), vm),
        (None, Some(call)) => call(zelf, args, count, names, vm),
        (None, None) => Ok(vm.ctx.not_implemented()),
    }
}
