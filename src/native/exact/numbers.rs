//! Number slots of `float`, `int`, `bool` and `complex` that RustPython leaves to the host's C library.

use std::cell::Cell;

use num_complex::Complex64;
use num_traits::Signed;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyComplex, PyFloat, PyInt, PyStr, PyType, try_bigint_to_f64};
use rustpython_vm::class::add_operators;
use rustpython_vm::common::hash::{IMAG, PyHash, fix_sentinel, hash_float};
use rustpython_vm::protocol::PyNumberTernaryFunc;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use super::libm;

thread_local! {
    static INT_POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
    static COMPLEX_POWER: Cell<Option<PyNumberTernaryFunc>> = const { Cell::new(None) };
}

/// Corrects the slots of the types of this thread, once.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    INT_POWER.set(types.int_type.slots.as_number.power.load());
    COMPLEX_POWER.set(types.complex_type.slots.as_number.power.load());
    set_power(types.float_type, float_power);
    set_power(types.int_type, int_power);
    set_power(types.bool_type, int_power);
    set_power(types.complex_type, complex_power);
    types.complex_type.slots.as_number.absolute.store(Some(|number, vm| {
        let Some(z) = number.obj.downcast_ref::<PyComplex>() else { return Ok(vm.ctx.not_implemented()) };
        let z = z.to_complex();
        let size = libm::hypot(z.re, z.im);
        if size.is_infinite() && z.re.is_finite() && z.im.is_finite() {
            return Err(vm.new_overflow_error("absolute value too large"));
        }
        Ok(vm.ctx.new_float(size).into())
    }));
    types.float_type.slots.hash.store(Some(float_hash));
    types.complex_type.slots.hash.store(Some(complex_hash));
    for class in [types.float_type, types.int_type, types.complex_type] {
        renew(class, &["__pow__", "__rpow__", "__abs__", "__hash__"], vm);
    }
}

/// Has the methods of a type stand for its corrected slots: classes derived from it take theirs from these.
pub(crate) fn renew(class: &'static Py<PyType>, names: &[&str], vm: &VirtualMachine) {
    let before = class.attributes.entries();
    for name in names {
        class.attributes.remove(vm.ctx.intern_str(*name));
    }
    add_operators(class, &vm.ctx, &[]);
    let renewed = names.iter().filter_map(|name| {
        let name = vm.ctx.intern_str(*name);
        Some((name, class.attributes.get(name)?))
    });
    let renewed: Vec<_> = renewed.collect();
    // Back to the order and the names from before: what a type inherits is no attribute of its own.
    for (name, _) in class.attributes.entries() {
        if let Some(name) = name.downcast_ref::<PyStr>() {
            class.attributes.remove(vm.ctx.intern_str(name.as_wtf8()));
        }
    }
    for (name, value) in before {
        let Some(name) = name.downcast_ref::<PyStr>() else { continue };
        let name = vm.ctx.intern_str(name.as_wtf8());
        let new = renewed.iter().find(|(known, _)| known.is(name)).map(|(_, value)| value.clone());
        class.attributes.set(name, new.unwrap_or(value));
    }
    class.modified();
}

fn set_power(class: &Py<PyType>, power: PyNumberTernaryFunc) {
    class.slots.as_number.power.store(Some(power));
    class.slots.as_number.right_power.store(Some(power));
}

/// RustPython hashes a NaN by its address, which no two runs share.
fn float_hash(number: &PyObject, _vm: &VirtualMachine) -> PyResult<PyHash> {
    let float = number.downcast_ref::<PyFloat>().map_or(0.0, |float| float.to_f64());
    Ok(hash_float(float).unwrap_or(0))
}

fn complex_hash(number: &PyObject, _vm: &VirtualMachine) -> PyResult<PyHash> {
    let z = number.downcast_ref::<PyComplex>().map_or(Complex64::new(0.0, 0.0), |z| z.to_complex());
    let part = |x: f64| hash_float(x).unwrap_or(0);
    Ok(fix_sentinel(part(z.re).wrapping_add(part(z.im).wrapping_mul(IMAG))))
}

fn too_large(vm: &VirtualMachine) -> PyBaseExceptionRef {
    let args = vec![vm.ctx.new_int(34).into(), vm.ctx.new_str("Numerical result out of range").into()];
    vm.new_exception(vm.ctx.exceptions.overflow_error.to_owned(), args)
}

/// The float of an int or float operand.
fn real(value: &PyObject, vm: &VirtualMachine) -> PyResult<Option<f64>> {
    if let Some(float) = value.downcast_ref::<PyFloat>() {
        return Ok(Some(float.to_f64()));
    }
    value.downcast_ref::<PyInt>().map(|int| try_bigint_to_f64(int.as_bigint(), vm)).transpose()
}

fn float_power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    if !vm.is_none(modulus) {
        let message = "pow() 3rd argument not allowed unless all arguments are integers";
        return Err(vm.new_type_error(message));
    }
    match (real(a, vm)?, real(b, vm)?) {
        (Some(a), Some(b)) => power(a, b, vm),
        _ => Ok(vm.ctx.not_implemented()),
    }
}

fn int_power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    if vm.is_none(modulus)
        && let Some(exponent) = b.downcast_ref::<PyInt>()
        && exponent.as_bigint().is_negative()
        && let Some(base) = a.downcast_ref::<PyInt>()
    {
        let base = try_bigint_to_f64(base.as_bigint(), vm)?;
        return power(base, try_bigint_to_f64(exponent.as_bigint(), vm)?, vm);
    }
    original(INT_POWER.get(), a, b, modulus, vm)
}

fn original(
    slot: Option<PyNumberTernaryFunc>,
    a: &PyObject,
    b: &PyObject,
    modulus: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    match slot {
        Some(slot) => slot(a, b, modulus, vm),
        None => Ok(vm.ctx.not_implemented()),
    }
}

/// A real power; negative bases with a broken exponent leave the reals.
fn power(x: f64, y: f64, vm: &VirtualMachine) -> PyResult {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(vm.new_zero_division_error("zero to a negative power"));
    }
    let finite = x.is_finite() && y.is_finite();
    if finite && x < 0.0 && y != y.floor() {
        return complex(polar_power(Complex64::new(x, 0.0), Complex64::new(y, 0.0)), vm);
    }
    let value = libm::pow(x, y);
    if finite && value.is_infinite() { Err(too_large(vm)) } else { Ok(vm.ctx.new_float(value).into()) }
}

fn complex(z: Complex64, vm: &VirtualMachine) -> PyResult {
    if z.re.is_infinite() || z.im.is_infinite() {
        return Err(vm.new_overflow_error("complex exponentiation"));
    }
    Ok(vm.ctx.new_complex(z).into())
}

fn parts(value: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Complex64>> {
    match value.downcast_ref::<PyComplex>() {
        Some(z) => Ok(Some(z.to_complex())),
        None => Ok(real(value, vm)?.map(|x| Complex64::new(x, 0.0))),
    }
}

fn complex_power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (Some(base), Some(exponent)) = (parts(a, vm)?, parts(b, vm)?) else {
        return Ok(vm.ctx.not_implemented());
    };
    let small = exponent.im == 0.0 && exponent.re == exponent.re.floor() && exponent.re.abs() <= 100.0;
    let zero = base.re == 0.0 && base.im == 0.0;
    if small || zero || !vm.is_none(modulus) {
        return original(COMPLEX_POWER.get(), a, b, modulus, vm);
    }
    complex(polar_power(base, exponent), vm)
}

/// A power through length and angle; the base is not zero.
fn polar_power(base: Complex64, exponent: Complex64) -> Complex64 {
    let size = libm::hypot(base.re, base.im);
    let angle = libm::atan2(base.im, base.re);
    let mut length = libm::pow(size, exponent.re);
    let mut phase = angle * exponent.re;
    if exponent.im != 0.0 {
        length *= libm::exp(-angle * exponent.im);
        phase += exponent.im * libm::log(size);
    }
    Complex64::new(length * libm::cos(phase), length * libm::sin(phase))
}
