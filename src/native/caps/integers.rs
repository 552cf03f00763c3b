//! Prices arithmetic on large integers by the words it has to work through.

use std::sync::OnceLock;

use malachite_bigint::BigInt;
use rustpython_vm::builtins::{PyInt, PyType};
use rustpython_vm::protocol::{PyNumberBinaryFunc, PyNumberTernaryFunc};
use rustpython_vm::{AsObject, Context, Py, PyObject, PyResult, VirtualMachine};

use super::heap::wrap_slot;
use super::{guard, heap, sequences};
use crate::native::budget;

/// What an operation of two operands costs, charged; whether it is large enough to be worth a guard.
type Price = fn(&PyObject, &PyObject, &VirtualMachine) -> PyResult<bool>;

/// Words below which an operation costs no more than the event that led to it.
const SMALL: u64 = 32;

/// Operands longer than this are multiplied in less than the square of their length.
const FLAT: u64 = 4096;

/// The words of an integer's magnitude; 0 for anything else.
pub(super) fn words(object: &PyObject) -> u64 {
    object.downcast_ref::<PyInt>().map_or(0, |int| int.as_bigint().bits().div_ceil(64))
}

/// Fuel of a product of factors of so many words.
pub(super) fn product(a: u64, b: u64) -> u64 {
    let (long, short) = (a.max(b), a.min(b));
    long.saturating_mul(short.min(FLAT)) / 150
}

/// Fuel of a quotient or a remainder.
pub(super) fn quotient(a: u64, b: u64) -> u64 {
    product(a.saturating_sub(b).max(1), b).saturating_mul(3)
}

fn multiply(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    for (sequence, times) in [(a, b), (b, a)] {
        if sequence.downcast_ref::<PyInt>().is_none() && words(times) == 1 {
            sequences::fits(sequence, times, vm)?;
        }
    }
    let (a, b) = (words(a), words(b));
    if a + b <= SMALL || a == 0 || b == 0 {
        return Ok(false);
    }
    budget::reserve((a + b) * 8, vm)?;
    budget::charge(product(a, b), vm).map(|()| true)
}

fn divide(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let (a, b) = (words(a), words(b));
    if a + b <= SMALL {
        return Ok(false);
    }
    budget::charge(quotient(a, b), vm).map(|()| true)
}

fn shift_left(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let Some(by) = b.downcast_ref::<PyInt>() else { return Ok(false) };
    let by = u64::try_from(by.as_bigint()).unwrap_or(0);
    let words = words(a);
    if words == 0 || words.saturating_add(by / 64) <= SMALL {
        return Ok(false);
    }
    let bytes = words.saturating_mul(8).saturating_add(by / 8);
    budget::reserve(bytes, vm)?;
    budget::charge(bytes >> 10, vm).map(|()| true)
}

fn linear(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let words = words(a).max(words(b));
    if words <= SMALL {
        return Ok(false);
    }
    budget::charge(words >> 7, vm).map(|()| true)
}

fn power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let (Some(base), Some(exponent)) = (a.downcast_ref::<PyInt>(), b.downcast_ref::<PyInt>()) else {
        return Ok(false);
    };
    let modulus_words = words(modulus);
    if modulus_words > 0 {
        let steps = exponent.as_bigint().bits();
        let each = product(modulus_words, modulus_words).saturating_add(quotient(modulus_words * 2, modulus_words));
        let inverse = if is_negative(exponent.as_bigint()) { steps.max(64) } else { steps };
        return budget::charge(inverse.saturating_mul(each.max(1)) / 4, vm).map(|()| true);
    }
    let bits = base.as_bigint().bits();
    if bits <= 1 || is_negative(exponent.as_bigint()) {
        return Ok(false);
    }
    let exponent = u64::try_from(exponent.as_bigint()).unwrap_or(u64::MAX);
    let words = bits.saturating_mul(exponent) / 64;
    if words <= SMALL {
        return Ok(false);
    }
    budget::reserve(words.saturating_mul(8), vm)?;
    // The last squaring is of a number half as long; those before it cost as much again.
    budget::charge(product(words / 2, words / 2).saturating_mul(2), vm).map(|()| true)
}

fn is_negative(int: &BigInt) -> bool {
    int.sign() == malachite_bigint::Sign::Minus
}

/// Puts a price before a slot of two operands; the price says whether the operation is worth a guard.
macro_rules! binary {
    ($types:expr, $price:path, $($slot:ident),+) => {{
        static ORIGINAL: OnceLock<PyNumberBinaryFunc> = OnceLock::new();
        fn wrapper(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
            let Some(original) = ORIGINAL.get() else { return Ok(vm.ctx.not_implemented()) };
            if $price(a, b, vm)? { guard::run(vm, || original(a, b, vm)) } else { original(a, b, vm) }
        }
        const WRAPPER: PyNumberBinaryFunc = wrapper;
        for class in $types {
            $(wrap_slot!(class, [as_number.$slot], ORIGINAL, WRAPPER);)+
        }
    }};
}

/// Puts the prices before the arithmetic of `int`.
pub(super) fn install(vm: &VirtualMachine) {
    let types = [vm.ctx.types.int_type, vm.ctx.types.bool_type];
    binary!(types, multiply, multiply, right_multiply);
    binary!(types, divide, floor_divide, right_floor_divide);
    binary!(types, divide, remainder, right_remainder);
    binary!(types, divide, divmod, right_divmod);
    binary!(types, divide, true_divide, right_true_divide);
    binary!(types, shift_left, lshift, right_lshift);
    binary!(types, linear, rshift, right_rshift);
    binary!(types, linear, add, right_add);
    binary!(types, linear, subtract, right_subtract);

    static POWER: OnceLock<PyNumberTernaryFunc> = OnceLock::new();
    fn wrapper(a: &PyObject, b: &PyObject, c: &PyObject, vm: &VirtualMachine) -> PyResult {
        let Some(original) = POWER.get() else { return Ok(vm.ctx.not_implemented()) };
        if power(a, b, c, vm)? { guard::run(vm, || original(a, b, c, vm)) } else { original(a, b, c, vm) }
    }
    const WRAPPER: PyNumberTernaryFunc = wrapper;
    for class in types {
        wrap_slot!(class, [as_number.power], POWER, WRAPPER);
        wrap_slot!(class, [as_number.right_power], POWER, WRAPPER);
    }
    heap::register(inherit_power);
}

/// A class derived from `int` takes its power from the slot wrapper of `int`, which is older than its slot.
fn inherit_power(class: &Py<PyType>) {
    let ctx = Context::genesis();
    let int = ctx.types.int_type;
    let same =
        |name| class.get_attr(name).is_some_and(|found| int.attributes.get(name).is_some_and(|own| own.is(&found)));
    if class.fast_issubclass(int) && same(ctx.intern_str("__pow__")) && same(ctx.intern_str("__rpow__")) {
        class.slots.as_number.power.store(int.slots.as_number.power.load());
        class.slots.as_number.right_power.store(int.slots.as_number.right_power.load());
    }
}

/// The prices of the operators of `int` under the names by which code may call them.
pub(super) const OPERATORS: &[(&str, Price)] = &[
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__floordiv__", divide),
    ("__mod__", divide),
    ("__divmod__", divide),
    ("__truediv__", divide),
    ("__rfloordiv__", divide_reversed),
    ("__rmod__", divide_reversed),
    ("__rdivmod__", divide_reversed),
    ("__rtruediv__", divide_reversed),
    ("__lshift__", shift_left),
    ("__rlshift__", shift_left_reversed),
];

fn divide_reversed(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    divide(b, a, vm)
}

fn shift_left_reversed(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    shift_left(b, a, vm)
}

/// The price of `__pow__` and `__rpow__`.
pub(super) fn power_called(args: &[&PyObject], reversed: bool, vm: &VirtualMachine) -> PyResult<bool> {
    let none = vm.ctx.none();
    let modulus: &PyObject = args.get(2).copied().unwrap_or(&none);
    match (args, reversed) {
        ([a, b, ..], false) => power(a, b, modulus, vm),
        ([a, b, ..], true) => power(b, a, modulus, vm),
        _ => Ok(false),
    }
}
