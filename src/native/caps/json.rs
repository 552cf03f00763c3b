//! Prices reading and writing JSON, which native code does in one piece.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustpython_vm::builtins::{PyDict, PyInt, PyList, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::guard;
use super::heap::wrap_slot;
use super::prices::weight;
use super::types::Types;
use crate::native::budget;

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;

/// Text that is read before its price is known: what is left of a document may be far more than its next value.
const READ_FIRST: u64 = 1 << 20;

static ENCODE: OnceLock<Call> = OnceLock::new();
static SCAN: OnceLock<Call> = OnceLock::new();

/// Puts the prices before the two native types of `_json`.
pub(super) fn install(types: &Types) {
    const WRITE: Call = encode;
    const READ: Call = scan;
    if let Some(class) = types.get("_json.Encoder") {
        wrap_slot!(*class, [call], ENCODE, WRITE);
    }
    if let Some(class) = types.get("_json.Scanner") {
        wrap_slot!(*class, [call], SCAN, READ);
    }
}

fn encode(encoder: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = ENCODE.get().ok_or_else(|| vm.no_memory_error())?;
    if let Some(value) = args.args.first() {
        walk(value, vm)?;
    }
    guard::run(vm, || original(encoder, args, vm))
}

/// Pays for every value that will be written: an object that is in there twice is written twice.
fn walk(value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let mut open: Vec<(usize, std::vec::IntoIter<PyObjectRef>)> = Vec::new();
    let mut ids = HashSet::new();
    let mut next = Some(value.to_owned());
    loop {
        if let Some(value) = next.take() {
            budget::steps(4 + (weight(&value, vm) >> 5), vm)?;
            // What holds itself is refused by the writer, in its own words.
            if let Some(items) = items(&value)
                && ids.insert(value.get_id())
            {
                open.push((value.get_id(), items.into_iter()));
            }
        }
        let Some((id, items)) = open.last_mut() else { return Ok(()) };
        next = items.next();
        if next.is_none() {
            ids.remove(id);
            open.pop();
        }
    }
}

fn items(value: &PyObject) -> Option<Vec<PyObjectRef>> {
    if let Some(list) = value.downcast_ref::<PyList>() {
        Some(list.borrow_vec().to_vec())
    } else if let Some(tuple) = value.downcast_ref::<PyTuple>() {
        Some(tuple.to_vec())
    } else {
        let dict = value.downcast_ref::<PyDict>()?;
        Some(dict.into_iter().flat_map(|(key, value)| [key, value]).collect())
    }
}

/// Pays for the text that a value took, once that is known.
fn scan(scanner: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = SCAN.get().ok_or_else(|| vm.no_memory_error())?;
    let place = |object: Option<&PyObjectRef>| u64::try_from(object?.downcast_ref::<PyInt>()?.as_bigint()).ok();
    let from = place(args.args.get(1)).unwrap_or(0);
    let rest = args.args.first().map_or(0, |text| weight(text, vm)).saturating_sub(from);
    if rest > READ_FIRST {
        budget::charge(rest >> 6, vm)?;
    }
    let read = guard::run(vm, || original(scanner, args, vm))?;
    let to = read.downcast_ref::<PyTuple>().and_then(|read| place(read.get(1))).unwrap_or(from);
    budget::charge(to.saturating_sub(from) >> 2, vm)?;
    Ok(read)
}
