//! What a machine with 64-bit words and Linux shows, shown by one with 32 bits and without: the same text on both
//! sides of the wall.

use std::sync::OnceLock;

use malachite_bigint::BigInt;
use rustpython_vm::builtins::{PyInt, PyRange, PySlice, PyTuple, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::native::boot::set_function;
use crate::native::exact::renew;

const PRIMES: [u64; 3] = [11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261];

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

static NEW_OS_ERROR: OnceLock<New> = OnceLock::new();

/// Changes the types; comes before the first code of the interpreter.
pub(crate) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    types.tuple_type.slots.hash.store(Some(hash_tuple));
    types.slice_type.slots.hash.store(Some(hash_slice));
    types.range_type.slots.hash.store(Some(hash_range));
    renew(types.tuple_type, &["__hash__"], vm);
    renew(types.slice_type, &["__hash__"], vm);
    renew(types.range_type, &["__hash__"], vm);
    let os_error = vm.ctx.exceptions.os_error;
    if let Some(new) = os_error.slots.new.load() {
        NEW_OS_ERROR.get_or_init(|| new);
        os_error.slots.new.store(Some(new_os_error as New));
    }
}

/// Changes the built-in functions; comes after whatever else changes them.
pub(crate) fn finish(vm: &VirtualMachine) -> PyResult<()> {
    set_function(vm, &vm.builtins, "len", len)
}

fn hash_tuple(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    let Some(tuple) = object.downcast_ref::<PyTuple>() else { return Ok(0) };
    hash_of_parts(tuple.as_slice(), vm)
}

fn hash_of_parts(parts: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<PyHash> {
    let (mixed, length) = mixed(parts, vm)?;
    let hash = mixed.wrapping_add(length ^ (PRIMES[2] ^ 3_527_539));
    Ok(if hash == u64::MAX { 1_546_275_796 } else { hash as PyHash })
}

/// That of the tuple of its length, start and step, where these are told apart.
fn hash_range(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    let Some(range) = object.downcast_ref::<PyRange>() else { return Ok(0) };
    let length = length(range);
    let step = (length > BigInt::from(1)).then(|| range.step.clone().into()).unwrap_or_else(|| vm.ctx.none());
    let start = (length > BigInt::from(0)).then(|| range.start.clone().into()).unwrap_or_else(|| vm.ctx.none());
    hash_of_parts(&[vm.ctx.new_int(length).into(), start, step], vm)
}

fn hash_slice(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    let Some(slice) = object.downcast_ref::<PySlice>() else { return Ok(0) };
    let none = vm.ctx.none();
    let [start, step] = [&slice.start, &slice.step].map(|part| part.clone().unwrap_or_else(|| none.clone()));
    let (mixed, _) = mixed(&[start, slice.stop.clone(), step], vm)?;
    Ok(if mixed == u64::MAX { 1_546_275_796 } else { mixed as PyHash })
}

/// The rounds of xxHash that both share, and how many there were.
fn mixed(parts: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<(u64, u64)> {
    let mut mixed = PRIMES[2];
    for part in parts {
        let lane = part.hash(vm)? as u64;
        mixed = mixed.wrapping_add(lane.wrapping_mul(PRIMES[1])).rotate_left(31).wrapping_mul(PRIMES[0]);
    }
    Ok((mixed, parts.len() as u64))
}

/// The built-in function, for ranges that are longer than a word counts.
fn len(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let Some(range) = object.downcast_ref_if_exact::<PyRange>(vm) else {
        return Ok(vm.ctx.new_int(object.length(vm)?).into());
    };
    match i64::try_from(&length(range)) {
        Ok(length) => Ok(vm.ctx.new_int(length).into()),
        Err(_) => Err(vm.new_overflow_error("Python int too large to convert to Rust isize")),
    }
}

fn length(range: &PyRange) -> BigInt {
    let [start, stop, step] = [&range.start, &range.stop, &range.step].map(|part| part.as_bigint());
    let zero = BigInt::from(0);
    let (distance, step) = if *step > zero { (stop - start, step.clone()) } else { (start - stop, -step) };
    if distance > zero { (distance + &step - 1) / step } else { zero }
}

fn new_os_error(class: PyTypeRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(new) = NEW_OS_ERROR.get() else { return Err(vm.new_type_error("cannot create 'OSError' instances")) };
    if !class.is(vm.ctx.exceptions.os_error) || !(2..=5).contains(&args.args.len()) || !args.kwargs.is_empty() {
        return new(class, args, vm);
    }
    let number = args.args[0].clone();
    let Some(errno) = number.downcast_ref::<PyInt>().and_then(|number| i32::try_from(number.as_bigint()).ok()) else {
        return new(class, args, vm);
    };
    if let Some(class) = class_of(errno, vm) {
        return new(class.to_owned(), args, vm);
    }
    // A number that means nothing on either side; then the one that was asked for.
    args.args[0] = vm.ctx.new_int(0).into();
    let made = new(class, args.clone(), vm)?;
    made.set_attr("errno", number.clone(), vm)?;
    made.set_attr("args", vm.ctx.new_tuple(vec![number, args.args[1].clone()]), vm)?;
    Ok(made)
}

/// The class that `OSError` makes of one of Linux's numbers.
fn class_of(errno: i32, vm: &VirtualMachine) -> Option<&'static Py<PyType>> {
    let exceptions = &vm.ctx.exceptions;
    Some(match errno {
        1 | 13 => exceptions.permission_error,
        2 => exceptions.file_not_found_error,
        3 => exceptions.process_lookup_error,
        4 => exceptions.interrupted_error,
        10 => exceptions.child_process_error,
        11 | 114 | 115 => exceptions.blocking_io_error,
        17 => exceptions.file_exists_error,
        20 => exceptions.not_a_directory_error,
        21 => exceptions.is_a_directory_error,
        32 | 108 => exceptions.broken_pipe_error,
        103 => exceptions.connection_aborted_error,
        104 => exceptions.connection_reset_error,
        110 => exceptions.timeout_error,
        111 => exceptions.connection_refused_error,
        _ => return None,
    })
}
