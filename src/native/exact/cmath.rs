//! The functions of `cmath` at finite arguments, by CPython's formulas on portable elementary functions.
//!
//! At infinities and NaNs only signs depend on elementary functions: there RustPython's own answer.

use num_complex::Complex64;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyModuleDef};
use rustpython_vm::function::{ArgIntoComplex, ArgIntoFloat, FuncArgs, PyMethodDef};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

use super::complex::{self, Fault};
use super::{defs, libm};

type Function = fn(Complex64) -> Result<Complex64, Fault>;

const FUNCTIONS: &[(&str, Function)] = &[
    ("acos", complex::acos),
    ("acosh", complex::acosh),
    ("asin", complex::asin),
    ("asinh", complex::asinh),
    ("atan", complex::atan),
    ("atanh", complex::atanh),
    ("cos", complex::cos),
    ("cosh", complex::cosh),
    ("exp", complex::exp),
    ("log10", complex::log10),
    ("sin", complex::sin),
    ("sinh", complex::sinh),
    ("sqrt", complex::sqrt),
    ("tan", complex::tan),
    ("tanh", complex::tanh),
];

/// `cmath` with the functions that rest on elementary ones replaced.
pub(super) fn corrected(def: &'static PyModuleDef) -> &'static PyModuleDef {
    let names: Vec<&str> = FUNCTIONS.iter().map(|(name, _)| *name).chain(["log", "phase", "polar", "rect"]).collect();
    defs::with_wrapped(def, &names, answer)
}

fn error(fault: Fault, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match fault {
        Fault::Domain => vm.new_value_error("math domain error"),
        Fault::Range => vm.new_overflow_error("math range error"),
    }
}

fn is_finite(z: Complex64) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

fn complex(value: &PyObject, vm: &VirtualMachine) -> PyResult<Complex64> {
    Ok(ArgIntoComplex::try_from_object(vm, value.to_owned())?.into_complex())
}

fn answer(stock: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let new = |z: Complex64| -> PyObjectRef { vm.ctx.new_complex(z).into() };
    let given = if args.kwargs.is_empty() { args.args.as_slice() } else { &[] };
    match (stock.name, given) {
        ("log", [z]) => log(complex(z, vm)?, stock, vm).map(new),
        ("log", [z, base]) => {
            let (z, base) = (complex(z, vm)?, complex(base, vm)?);
            let (numerator, denominator) = (log(z, stock, vm)?, log(base, stock, vm)?);
            vm._truediv(&new(numerator), &new(denominator)).map_err(|raised| {
                let zero = raised.fast_isinstance(vm.ctx.exceptions.zero_division_error);
                if zero { error(Fault::Domain, vm) } else { raised }
            })
        }
        ("rect", [length, angle]) => {
            let float = |value: &PyObjectRef| -> PyResult<f64> {
                Ok(ArgIntoFloat::try_from_object(vm, value.clone())?.into_float())
            };
            let (length, angle) = (float(length)?, float(angle)?);
            if length.is_finite() && angle.is_finite() {
                return Ok(new(complex::rect(length, angle)));
            }
            let args = [length, angle].map(|float| vm.ctx.new_float(float).into());
            defs::call(stock, args.to_vec().into(), vm)
        }
        ("phase", [z]) => {
            let z = complex(z, vm)?;
            Ok(vm.ctx.new_float(libm::atan2(z.im, z.re)).into())
        }
        ("polar", [z]) => {
            let z = complex(z, vm)?;
            let length = libm::hypot(z.re, z.im);
            if length.is_infinite() && is_finite(z) {
                return Err(error(Fault::Range, vm));
            }
            let parts = [length, libm::atan2(z.im, z.re)].map(|float| vm.ctx.new_float(float).into());
            Ok(vm.ctx.new_tuple(parts.to_vec()).into())
        }
        (name, [z]) => {
            let z = complex(z, vm)?;
            match FUNCTIONS.iter().find(|(known, _)| *known == name) {
                Some((_, function)) if is_finite(z) => function(z).map(new).map_err(|fault| error(fault, vm)),
                _ => defs::call(stock, vec![new(z)].into(), vm),
            }
        }
        // RustPython says what is wrong with the arguments.
        _ => defs::call(stock, args, vm),
    }
}

fn log(z: Complex64, stock: &'static PyMethodDef, vm: &VirtualMachine) -> PyResult<Complex64> {
    if is_finite(z) {
        return complex::log(z).map_err(|fault| error(fault, vm));
    }
    let answer = defs::call(stock, vec![vm.ctx.new_complex(z).into()].into(), vm)?;
    complex(answer.as_object(), vm)
}
