//! The functions of `math` that rest on elementary functions.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyModuleDef};
use rustpython_vm::function::ArgIntoFloat;
use rustpython_vm::vm::Context;
use rustpython_vm::{PyResult, VirtualMachine, pymodule};

/// The corrected functions, under the names that they replace.
pub(super) fn definition(ctx: &Context) -> &'static PyModuleDef {
    functions::module_def(ctx)
}

fn domain(what: &str, x: f64, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_value_error(format!("expected {what}, got {}", rustpython_vm::literal::float::to_string(x)))
}

/// The value of a function that is finite wherever it is defined.
fn bounded(x: ArgIntoFloat, f: fn(f64) -> f64, what: &str, vm: &VirtualMachine) -> PyResult<f64> {
    let x = x.into_float();
    let y = f(x);
    if y.is_nan() && !x.is_nan() || y.is_infinite() && x.is_finite() { Err(domain(what, x, vm)) } else { Ok(y) }
}

/// The value of a function that is defined everywhere and may be too large.
fn growing(x: ArgIntoFloat, f: fn(f64) -> f64, vm: &VirtualMachine) -> PyResult<f64> {
    let x = x.into_float();
    finite(x, f(x), vm)
}

fn finite(x: f64, y: f64, vm: &VirtualMachine) -> PyResult<f64> {
    if y.is_infinite() && x.is_finite() { Err(vm.new_overflow_error("math range error")) } else { Ok(y) }
}

#[pymodule(name = "_exact_math")]
mod functions {
    use super::super::{gamma, libm};
    use super::{bounded, domain, finite, growing};
    use num_traits::{Signed, ToPrimitive};
    use rustpython_vm::builtins::PyInt;
    use rustpython_vm::function::{ArgIntoFloat, OptionalArg};
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    const FINITE: &str = "a finite input";
    const UNIT: &str = "a number in range from -1 up to 1";
    const POSITIVE: &str = "a positive input";

    #[pyfunction]
    fn exp(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        growing(x, libm::exp, vm)
    }

    #[pyfunction]
    fn exp2(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        growing(x, libm::exp2, vm)
    }

    #[pyfunction]
    fn expm1(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        growing(x, libm::expm1, vm)
    }

    #[pyfunction]
    fn sinh(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        growing(x, libm::sinh, vm)
    }

    #[pyfunction]
    fn cosh(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        growing(x, libm::cosh, vm)
    }

    #[pyfunction]
    fn tanh(x: ArgIntoFloat) -> f64 {
        libm::tanh(x.into_float())
    }

    #[pyfunction]
    fn asinh(x: ArgIntoFloat) -> f64 {
        libm::asinh(x.into_float())
    }

    #[pyfunction]
    fn acosh(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::acosh, "argument value not less than 1", vm)
    }

    #[pyfunction]
    fn atanh(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::atanh, "a number between -1 and 1", vm)
    }

    #[pyfunction]
    fn sin(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::sin, FINITE, vm)
    }

    #[pyfunction]
    fn cos(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::cos, FINITE, vm)
    }

    #[pyfunction]
    fn tan(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::tan, FINITE, vm)
    }

    #[pyfunction]
    fn asin(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::asin, UNIT, vm)
    }

    #[pyfunction]
    fn acos(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::acos, UNIT, vm)
    }

    #[pyfunction]
    fn atan(x: ArgIntoFloat) -> f64 {
        libm::atan(x.into_float())
    }

    #[pyfunction]
    fn atan2(y: ArgIntoFloat, x: ArgIntoFloat) -> f64 {
        libm::atan2(y.into_float(), x.into_float())
    }

    #[pyfunction]
    fn cbrt(x: ArgIntoFloat) -> f64 {
        libm::cbrt(x.into_float())
    }

    #[pyfunction]
    fn erf(x: ArgIntoFloat) -> f64 {
        libm::erf(x.into_float())
    }

    #[pyfunction]
    fn erfc(x: ArgIntoFloat) -> f64 {
        libm::erfc(x.into_float())
    }

    #[pyfunction]
    fn gamma(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        let x = x.into_float();
        match gamma::gamma(x) {
            Some(y) => finite(x, y, vm),
            None => Err(domain("a noninteger or positive integer", x, vm)),
        }
    }

    #[pyfunction]
    fn lgamma(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        let x = x.into_float();
        match gamma::lgamma(x) {
            Some(y) => finite(x, y, vm),
            None => Err(domain("a noninteger or positive integer", x, vm)),
        }
    }

    #[pyfunction]
    fn log1p(x: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        bounded(x, libm::log1p, "argument value > -1", vm)
    }

    #[pyfunction]
    fn log(x: PyObjectRef, base: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<f64> {
        let numerator = logarithm(&x, libm::log, vm)?;
        let OptionalArg::Present(base) = base else { return Ok(numerator) };
        let denominator = logarithm(&base, libm::log, vm)?;
        if denominator == 0.0 {
            return Err(vm.new_zero_division_error("division by zero"));
        }
        Ok(numerator / denominator)
    }

    #[pyfunction]
    fn log2(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        logarithm(&x, libm::log2, vm)
    }

    #[pyfunction]
    fn log10(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        logarithm(&x, libm::log10, vm)
    }

    /// Ints beyond the floats are taken apart: the logarithm of the leading bits, and that of the power of two.
    fn logarithm(x: &PyObjectRef, log: fn(f64) -> f64, vm: &VirtualMachine) -> PyResult<f64> {
        let Some(int) = x.downcast_ref::<PyInt>() else {
            let x = x.try_float(vm)?.to_f64();
            return if x > 0.0 || x.is_nan() { Ok(log(x)) } else { Err(domain(POSITIVE, x, vm)) };
        };
        let int = int.as_bigint();
        if !int.is_positive() {
            return Err(vm.new_value_error("expected a positive input"));
        }
        match int.to_f64().filter(|float| float.is_finite()) {
            Some(float) => Ok(log(float)),
            None => {
                let exponent = int.bits();
                let shift = exponent - 64;
                let leading = int >> shift;
                // A bit for what is cut off, so that the conversion rounds as the whole int would.
                let cut = int.trailing_zeros().is_some_and(|zeros| zeros < shift);
                let leading = leading.to_u64().unwrap_or(u64::MAX) | u64::from(cut);
                let fraction = leading as f64 / 2f64.powi(64);
                Ok(log(fraction) + log(2.0) * exponent as f64)
            }
        }
    }

    #[pyfunction]
    fn pow(x: ArgIntoFloat, y: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<f64> {
        let (x, y) = (x.into_float(), y.into_float());
        let power = libm::pow(x, y);
        if !(x.is_finite() && y.is_finite()) || power.is_finite() {
            return Ok(power);
        }
        if power.is_nan() || x == 0.0 {
            return Err(vm.new_value_error("math domain error"));
        }
        Err(vm.new_overflow_error("math range error"))
    }
}
