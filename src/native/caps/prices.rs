//! How much native operations cost: about a unit of fuel for each fifth of a microsecond.

use rustpython_vm::builtins::{
    PyByteArray, PyBytes, PyDict, PyFrozenSet, PyInt, PyList, PyRange, PySet, PyStr, PyTuple,
};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::native::budget;

/// Bytes that an object's own contents take, what they refer to left out. 0 for what has no size of note.
pub(super) fn weight(object: &PyObject, vm: &VirtualMachine) -> u64 {
    let bytes = if let Some(text) = object.downcast_ref::<PyStr>() {
        text.as_bytes().len()
    } else if let Some(int) = object.downcast_ref::<PyInt>() {
        return int.as_bigint().bits() / 8;
    } else if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        bytes.as_bytes().len()
    } else {
        match length(object, vm) {
            Some(items) => items as usize * 8,
            None => object.downcast_ref::<PyByteArray>().map_or(0, |bytes| bytes.borrow_buf().len()),
        }
    };
    bytes as u64
}

/// The items of a native container.
pub(super) fn length(object: &PyObject, vm: &VirtualMachine) -> Option<u64> {
    let items = if let Some(list) = object.downcast_ref::<PyList>() {
        list.borrow_vec().len()
    } else if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        tuple.len()
    } else if let Some(dict) = object.downcast_ref::<PyDict>() {
        dict.__len__()
    } else if object.downcastable::<PySet>() || object.downcastable::<PyFrozenSet>() {
        object.sequence_unchecked().length_opt(vm)?.ok()?
    } else {
        return None;
    };
    Some(items as u64)
}

/// An argument by its place, or by its name.
pub(super) fn argument<'a>(args: &'a FuncArgs, place: usize, name: &str) -> Option<&'a PyObjectRef> {
    args.args.get(place).or_else(|| args.kwargs.get(name))
}

/// A number among the arguments; what is no plain `int` is left to the operation.
pub(super) fn number(args: &FuncArgs, place: usize, name: &str) -> Option<u64> {
    let int = argument(args, place, name)?.downcast_ref::<PyInt>()?.as_bigint();
    if int.sign() == malachite_bigint::Sign::Minus { Some(0) } else { Some(u64::try_from(int).unwrap_or(u64::MAX)) }
}

/// A size that a machine of 32 bits can't count: behind the wall the operation itself would say so, in words of its own.
pub(super) fn beyond_words(size: &PyObject) -> Option<u64> {
    let size = u64::try_from(size.downcast_ref::<PyInt>()?.as_bigint()).ok()?;
    (i32::MAX as u64 + 1..=i64::MAX as u64).contains(&size).then_some(size)
}

/// Stops the run if what an argument asks for passes its memory.
fn fits(args: &FuncArgs, place: usize, name: &str, vm: &VirtualMachine) -> PyResult<()> {
    match argument(args, place, name).and_then(|size| beyond_words(size)) {
        Some(size) => budget::reserve(size, vm),
        None => Ok(()),
    }
}

/// All that the arguments hold.
fn weights(args: &FuncArgs, vm: &VirtualMachine) -> u64 {
    args.args.iter().map(|arg| weight(arg, vm)).fold(0, u64::saturating_add)
}

/// A pass over memory, such as a copy: 1 KiB a unit.
pub(super) fn copy(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::charge(weights(args, vm) >> 10, vm)
}

/// A copy of text or bytes, filled up to a width.
pub(super) fn padded(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    fits(args, 1, "width", vm)?;
    copy(args, vm)
}

/// The bytes of an integer.
pub(super) fn to_bytes(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    fits(args, 1, "length", vm)?;
    scan(args, vm)
}

/// New bytes, of a size or as a copy.
pub(super) fn filled(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    fits(args, 0, "source", vm)?;
    copy(args, vm)
}

/// Stops the run if the items of a range pass its memory.
pub(super) fn listed(items: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    match items.and_then(|items| items.downcast_ref::<PyRange>()) {
        Some(range) => budget::reserve(range_length(range).saturating_mul(size_of::<usize>() as u64), vm),
        None => Ok(()),
    }
}

/// The numbers in a range, as far as a word counts them.
fn range_length(range: &PyRange) -> u64 {
    let [start, stop, step] = [&range.start, &range.stop, &range.step].map(|part| i64::try_from(part.as_bigint()));
    let (Ok(start), Ok(stop), Ok(step)) = (start, stop, step) else { return 0 };
    let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
    if low < high { high.abs_diff(low).div_ceil(step.unsigned_abs().max(1)) } else { 0 }
}

/// A pass over text or bytes with a look at each: 256 bytes a unit.
pub(super) fn scan(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::charge(weights(args, vm) >> 8, vm)
}

/// A pass over text that decides and builds at each character: 32 bytes a unit.
pub(super) fn chars(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::charge(weights(args, vm) >> 5, vm)
}

/// A pass that looks something up or makes an object at each character: 8 bytes a unit.
pub(super) fn slow(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::charge(weights(args, vm) >> 3, vm)
}

/// A pass over the items of containers: a step each.
pub(super) fn items(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::steps(args.args.iter().filter_map(|arg| length(arg, vm)).fold(0, u64::saturating_add), vm)
}

/// Items moved along in a list: 2 KiB a unit.
pub(super) fn shift(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    budget::charge(weights(args, vm) >> 11, vm)
}

/// As [`shift`], where a place is given; the last item goes for nothing.
pub(super) fn shift_at(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    if args.args.len() < 2 { Ok(()) } else { shift(args, vm) }
}

/// Nothing beyond the event that led here; the operation is guarded only.
pub(super) fn free(_args: &FuncArgs, _vm: &VirtualMachine) -> PyResult<()> {
    Ok(())
}

/// A sort: a step for each comparison, and long texts are compared along their length.
pub(super) fn sort(items: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<()> {
    let depth = u64::from(u64::BITS - (items.len() as u64).leading_zeros());
    let text = items.iter().filter_map(|item| Some(item.downcast_ref::<PyStr>()?.as_bytes().len() as u64));
    let text = text.fold(0, u64::saturating_add);
    budget::steps((items.len() as u64).saturating_mul(depth), vm)?;
    budget::charge((text >> 10).saturating_mul(depth), vm)
}
