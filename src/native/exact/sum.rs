//! `sum` with the compensation that CPython has for floats and complex numbers.

use rustpython_vm::builtins::{PyInt, try_bigint_to_f64};
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine, pymodule};

use super::defs;

/// Replaces the built-in function.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    defs::set_functions(&vm.builtins, functions::module_def(&vm.ctx).methods, vm)
}

/// A running sum whose rounding errors are kept apart and added at the end (Neumaier).
#[derive(Clone, Copy)]
struct Compensated {
    high: f64,
    low: f64,
}

impl Compensated {
    fn new(high: f64) -> Self {
        Compensated { high, low: 0.0 }
    }

    fn add(&mut self, x: f64) {
        let total = self.high + x;
        if self.high.abs() >= x.abs() {
            self.low += (self.high - total) + x;
        } else {
            self.low += (x - total) + self.high;
        }
        self.high = total;
    }

    /// The correction is left out where it is no number, so that an overflow stays infinite.
    fn total(self) -> f64 {
        if self.low != 0.0 && self.low.is_finite() { self.high + self.low } else { self.high }
    }
}

fn exact_int(value: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    let int = value.downcast_ref_if_exact::<PyInt>(vm);
    let int = match int {
        Some(int) => int,
        None if value.class().is(vm.ctx.types.bool_type) => value.downcast_ref::<PyInt>()?,
        None => return None,
    };
    i64::try_from(int.as_bigint()).ok()
}

/// The float nearest to an int, `None` for what is no int.
fn any_int(value: &PyObject, vm: &VirtualMachine) -> PyResult<Option<f64>> {
    value.downcast_ref::<PyInt>().map(|int| try_bigint_to_f64(int.as_bigint(), vm)).transpose()
}

#[pymodule(name = "_exact_sum")]
mod functions {
    use super::{Compensated, any_int, exact_int};
    use num_complex::Complex64;
    use rustpython_vm::AsObject;
    use rustpython_vm::builtins::{PyComplex, PyFloat};
    use rustpython_vm::protocol::PyIter;
    use rustpython_vm::protocol::PyIterReturn;
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

    #[derive(FromArgs)]
    struct SumArgs {
        #[pyarg(positional)]
        iterable: PyObjectRef,
        #[pyarg(any, default = 0)]
        start: PyObjectRef,
    }

    #[pyfunction]
    fn sum(args: SumArgs, vm: &VirtualMachine) -> PyResult {
        let SumArgs { iterable, start } = args;
        let refused = if start.fast_isinstance(vm.ctx.types.str_type) {
            Some("sum() can't sum strings [use ''.join(seq) instead]")
        } else if start.fast_isinstance(vm.ctx.types.bytes_type) {
            Some("sum() can't sum bytes [use b''.join(seq) instead]")
        } else if start.fast_isinstance(vm.ctx.types.bytearray_type) {
            Some("sum() can't sum bytearray [use b''.join(seq) instead]")
        } else {
            None
        };
        let items = iterable.get_iter(vm)?;
        match refused {
            Some(message) => Err(vm.new_type_error(message)),
            None => ints(&items, start, vm),
        }
    }

    fn next(items: &PyIter, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(match items.next(vm)? {
            PyIterReturn::Return(item) => Some(item),
            PyIterReturn::StopIteration(_) => None,
        })
    }

    /// The sum while it is a small int, handed on to the next kind at the first item that does not fit.
    fn ints(items: &PyIter, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Some(mut total) = exact_int(&start, vm).filter(|_| start.class().is(vm.ctx.types.int_type)) else {
            return floats(items, start, vm);
        };
        loop {
            let Some(item) = next(items, vm)? else { return Ok(vm.ctx.new_int(total).into()) };
            match exact_int(&item, vm).and_then(|int| total.checked_add(int)) {
                Some(sum) => total = sum,
                None => {
                    let sum = vm._add(vm.ctx.new_int(total).as_ref(), &item)?;
                    return floats(items, sum, vm);
                }
            }
        }
    }

    fn floats(items: &PyIter, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Some(first) = start.downcast_ref_if_exact::<PyFloat>(vm) else {
            return complexes(items, start, vm);
        };
        let mut total = Compensated::new(first.to_f64());
        loop {
            let Some(item) = next(items, vm)? else { return Ok(vm.ctx.new_float(total.total()).into()) };
            if let Some(float) = item.downcast_ref_if_exact::<PyFloat>(vm) {
                total.add(float.to_f64());
            } else if let Some(int) = any_int(&item, vm)? {
                total.add(int);
            } else {
                let sum = vm._add(vm.ctx.new_float(total.total()).as_ref(), &item)?;
                return complexes(items, sum, vm);
            }
        }
    }

    fn complexes(items: &PyIter, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Some(first) = start.downcast_ref_if_exact::<PyComplex>(vm) else {
            return others(items, start, vm);
        };
        let first = first.to_complex();
        let (mut re, mut im) = (Compensated::new(first.re), Compensated::new(first.im));
        let total = |re: Compensated, im: Compensated| -> PyObjectRef {
            vm.ctx.new_complex(Complex64::new(re.total(), im.total())).into()
        };
        loop {
            let Some(item) = next(items, vm)? else { return Ok(total(re, im)) };
            if let Some(complex) = item.downcast_ref_if_exact::<PyComplex>(vm) {
                let complex = complex.to_complex();
                re.add(complex.re);
                im.add(complex.im);
            } else if let Some(float) = item.downcast_ref::<PyFloat>() {
                re.add(float.to_f64());
            } else if let Some(int) = any_int(&item, vm)? {
                re.add(int);
            } else {
                let sum = vm._add(&total(re, im), &item)?;
                return others(items, sum, vm);
            }
        }
    }

    fn others(items: &PyIter, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let mut total = start;
        while let Some(item) = next(items, vm)? {
            total = vm._add(&total, &item)?;
        }
        Ok(total)
    }
}
