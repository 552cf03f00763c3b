//! `sys.getsizeof` and what it goes by: the bytes that an object takes in CPython 3.13 on a machine of 64 bits.
//!
//! What it takes here is another number on each side of the wall.

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyByteArray, PyBytes, PyDict, PyInt, PyList, PyStr, PyTuple, PyType};
use rustpython_vm::function::{ItemDoc, PyMethodDef, PyMethodFlags};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, FromArgs, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::native::boot::set_function;
use crate::native::budget;

const SIZEOF: &str = "__sizeof__";

/// What the collector keeps before an object, and what a class in Python keeps there for a dictionary and weak references.
const HEADER: usize = 16;

/// A reference.
const WORD: usize = 8;

/// What a class in Python takes.
const HEAP_TYPE: usize = 1696;

/// A block of a deque's, and how many items it has.
const BLOCK: (usize, usize) = (528, 64);

/// Native types with what one of their objects takes without its items, and whether the collector keeps it. One that is
/// not listed takes what its base does.
const TYPES: [(&str, usize, bool); 43] = [
    ("int", 24, false),
    ("float", 24, false),
    ("complex", 32, false),
    ("str", 40, false),
    ("bytes", 33, false),
    ("bytearray", 56, false),
    ("range", 48, false),
    ("date", 32, false),
    ("datetime", 48, false),
    ("time", 40, false),
    ("timedelta", 40, false),
    ("code", 200, false),
    ("NoneType", 16, false),
    ("ellipsis", 16, false),
    ("NotImplementedType", 16, false),
    ("tuple", 24, true),
    ("list", 40, true),
    ("dict", 48, true),
    ("set", 200, true),
    ("frozenset", 200, true),
    ("slice", 40, true),
    ("memoryview", 168, true),
    ("generator", 160, true),
    ("coroutine", 160, true),
    ("async_generator", 160, true),
    ("function", 144, true),
    ("builtin_function_or_method", 56, true),
    ("method", 48, true),
    ("type", 400, true),
    ("property", 64, true),
    ("module", 56, true),
    ("zip", 48, true),
    ("enumerate", 56, true),
    ("deque", 216, true),
    ("OrderedDict", 112, true),
    ("defaultdict", 56, true),
    ("array", 64, true),
    ("BaseException", 72, true),
    ("OSError", 112, true),
    ("StopIteration", 80, true),
    ("SyntaxError", 136, true),
    ("ImportError", 104, true),
    ("AttributeError", 88, true),
];

/// Of a type that has no base in the list: an iterator, as a rule.
const OTHER: (usize, bool) = (32, true);

/// Corrects the types of this thread, once.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    let name = vm.ctx.intern_str(SIZEOF);
    let classes = [
        types.object_type,
        types.int_type,
        types.str_type,
        types.bytes_type,
        types.bytearray_type,
        types.list_type,
        types.dict_type,
        types.set_type,
        types.frozenset_type,
    ];
    for class in classes {
        let method = Box::leak(Box::new(PyMethodDef::new_const(SIZEOF, size, PyMethodFlags::METHOD, ItemDoc::NONE)));
        class.set_attr(name, method.to_proper_method(class, &vm.ctx));
    }
    for (name, get) in [("__basicsize__", basic_size as fn(&Py<PyType>) -> usize), ("__itemsize__", item_size)] {
        let getter = move |class: &Py<PyType>| get(class);
        let getset = vm.ctx.new_readonly_getset(name, types.type_type, getter);
        types.type_type.set_attr(vm.ctx.intern_str(name), getset.into());
    }
}

/// Corrects `sys` of a fresh interpreter.
pub(super) fn install_function(vm: &VirtualMachine) -> PyResult<()> {
    set_function(vm, &vm.sys_module, "getsizeof", getsizeof)
}

#[derive(FromArgs)]
struct GetSizeOf {
    object: PyObjectRef,
    #[pyarg(any, optional)]
    default: Option<PyObjectRef>,
}

fn getsizeof(args: GetSizeOf, vm: &VirtualMachine) -> PyResult {
    let GetSizeOf { object, default } = args;
    match whole_size(&object, vm) {
        Ok(size) => Ok(vm.ctx.new_int(size).into()),
        Err(error) => match default {
            Some(default) if error.fast_isinstance(vm.ctx.exceptions.type_error) => Ok(default),
            _ => Err(error),
        },
    }
}

fn whole_size(object: &PyObject, vm: &VirtualMachine) -> PyResult<u64> {
    let class = object.class();
    let method = class.get_attr(vm.ctx.intern_str(SIZEOF));
    let size = if method.is_some_and(|method| method.downcast_ref::<PyMethodDescriptor>().is_some()) {
        size(object.to_owned(), vm)? as u64
    } else {
        let told = vm.call_special_method(object, vm.ctx.intern_str(SIZEOF), ())?;
        let Some(told) = told.downcast_ref::<PyInt>() else { return Err(vm.new_type_error("an integer is required")) };
        match i64::try_from(told.as_bigint()) {
            Ok(told) => u64::try_from(told).map_err(|_| vm.new_value_error("__sizeof__() should return >= 0"))?,
            Err(_) => return Err(vm.new_overflow_error("Python int too large to convert to C ssize_t")),
        }
    };
    Ok(size + before(class) as u64)
}

/// What `__sizeof__` gives: an object without what lies before it.
fn size(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
    let class = object.class();
    let native = native(class);
    Ok(known(native).0 + slots(class) + items(&object, native, vm)?)
}

/// The first class in native code among those that a class is made of.
fn native(mut class: &Py<PyType>) -> &Py<PyType> {
    while class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) {
        let Some(base) = class.base.deref() else { break };
        class = base;
    }
    class
}

fn known(class: &Py<PyType>) -> (usize, bool) {
    if class.base.deref().is_none() {
        return (16, false);
    }
    let mut at = Some(class);
    while let Some(class) = at {
        let name = name(class);
        if let Some((_, size, collected)) = TYPES.iter().find(|(listed, ..)| *listed == name) {
            return (*size, *collected);
        }
        at = class.base.deref();
    }
    OTHER
}

/// The name of a native class without its module.
fn name(class: &Py<PyType>) -> String {
    let name = class.slot_name();
    name.rsplit('.').next().unwrap_or_default().to_owned()
}

fn slots(class: &Py<PyType>) -> usize {
    class.slots.member_count * WORD
}

/// What lies before an object of a class.
fn before(class: &Py<PyType>) -> usize {
    let native = native(class);
    let adds = |flag| class.slots.flags.has_feature(flag) && !native.slots.flags.has_feature(flag);
    let in_python = class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
    let kept = in_python && (adds(PyTypeFlags::HAS_DICT) || adds(PyTypeFlags::HAS_WEAKREF));
    HEADER * (usize::from(in_python || known(native).1) + usize::from(kept))
}

/// What an object takes for what it holds.
fn items(object: &PyObject, native: &Py<PyType>, vm: &VirtualMachine) -> PyResult<usize> {
    if let Some(int) = object.downcast_ref::<PyInt>() {
        return Ok(4 * (int.as_bigint().bits() as usize).div_ceil(30).max(1));
    }
    if let Some(text) = object.downcast_ref::<PyStr>() {
        return text_size(text, vm);
    }
    if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        return Ok(bytes.as_bytes().len());
    }
    if let Some(array) = object.downcast_ref::<PyByteArray>() {
        let length = array.borrow_buf().len();
        return Ok(length + usize::from(length > 0));
    }
    if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        return Ok(WORD * tuple.as_slice().len());
    }
    if let Some(list) = object.downcast_ref::<PyList>() {
        let list = list.borrow_vec_mut();
        return Ok(WORD * room(list.len(), list.capacity() == list.len()));
    }
    if let Some(dict) = object.downcast_ref::<PyDict>() {
        budget::steps(dict.__len__() as u64, vm)?;
        let in_text = dict.keys_vec().iter().all(|key| key.class().is(vm.ctx.types.str_type));
        return Ok(keys(dict.__len__(), in_text));
    }
    if let Some(class) = object.downcast_ref::<PyType>() {
        let in_python = class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
        return Ok(if in_python { HEAP_TYPE - known(native).0 } else { 0 });
    }
    let length =
        || native.slots.as_sequence.length.load().map_or(Ok(0), |length| length(object.sequence_unchecked(), vm));
    match name(native).as_str() {
        "set" | "frozenset" => Ok(table(length()?)),
        "deque" => Ok(BLOCK.0 * length()?.div_ceil(BLOCK.1).max(1)),
        "array" => {
            let item = object.get_attr("itemsize", vm)?.try_to_value::<usize>(vm).unwrap_or(0);
            Ok(length()?.saturating_mul(item))
        }
        _ => Ok(0),
    }
}

/// One, two or four bytes a character and an end; text that is not ASCII says more of itself.
fn text_size(text: &PyStr, vm: &VirtualMachine) -> PyResult<usize> {
    let (bytes, length) = (text.as_wtf8().len(), text.char_len());
    if bytes == length {
        return Ok(bytes + 1);
    }
    budget::steps(length as u64, vm)?;
    let widest = text.as_wtf8().code_points().map(|point| point.to_u32()).max().unwrap_or(0);
    let width = if widest < 0x100 {
        1
    } else if widest < 0x1_0000 {
        2
    } else {
        4
    };
    Ok(HEADER + width * (length + 1))
}

/// Items that a list has room for: those that it was made with, or what it has grown to.
fn room(length: usize, is_full: bool) -> usize {
    let mut room = 0;
    while room < length {
        let least = room + 1;
        room = (least + (least >> 3) + 6) & !3;
    }
    if is_full { length } else { room }
}

/// The table of a dictionary: places by hash, and entries for two thirds of them.
fn keys(length: usize, in_text: bool) -> usize {
    if length == 0 {
        return 0;
    }
    let mut places: usize = 8;
    while places * 2 / 3 < length {
        places *= 2;
    }
    let index = if places < 1 << 8 {
        1
    } else if places < 1 << 16 {
        2
    } else {
        4
    };
    4 * WORD + places * index + places * 2 / 3 * if in_text { 2 * WORD } else { 3 * WORD }
}

/// The table of a set beyond the one of eight that it carries: it grows fourfold, from 50,000 items on twofold.
fn table(length: usize) -> usize {
    let mut places: usize = 8;
    loop {
        let most = ((places - 1) * 3).div_ceil(5);
        if length < most {
            break;
        }
        let wanted = if most > 50_000 { most * 2 } else { most * 4 };
        while places <= wanted {
            places *= 2;
        }
    }
    if places == 8 { 0 } else { places * 2 * WORD }
}

fn basic_size(class: &Py<PyType>) -> usize {
    known(native(class)).0 + slots(class)
}

fn item_size(class: &Py<PyType>) -> usize {
    match name(native(class)).as_str() {
        "int" | "bool" => 4,
        "bytes" => 1,
        "tuple" => WORD,
        "type" => 40,
        _ => 0,
    }
}
