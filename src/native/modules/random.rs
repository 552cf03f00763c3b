//! `_random` seeded by policy: the Mersenne Twister of CPython, drawing its own seed from the run's.

pub(super) use _random::module_def;

#[rustpython_vm::pymodule]
mod _random {
    use malachite_bigint::{BigInt, BigUint};
    use parking_lot::Mutex;
    use rustpython_vm::builtins::{PyInt, PyTupleRef};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

    use crate::native::modules::twister::{LENGTH, Twister};
    use crate::native::{budget, entropy};

    #[pyattr]
    #[pyclass(name = "Random")]
    #[derive(Debug, Default, PyPayload)]
    struct Random {
        /// Nothing until the first use, so that an import draws nothing from the run's seed.
        state: Mutex<Option<Twister>>,
    }

    impl DefaultConstructor for Random {}

    impl Initializer for Random {
        type Args = OptionalArg<PyObjectRef>;

        fn init(zelf: &Py<Self>, seed: Self::Args, vm: &VirtualMachine) -> PyResult<()> {
            Self::seed(zelf, seed, vm)
        }
    }

    fn fresh(vm: &VirtualMachine) -> PyResult<Twister> {
        let bytes = entropy::draw(LENGTH * 4, vm)?;
        let key: Vec<u32> = bytes.as_chunks().0.iter().map(|chunk| u32::from_le_bytes(*chunk)).collect();
        Ok(Twister::seeded(&key))
    }

    impl Random {
        fn with<R>(&self, vm: &VirtualMachine, draw: impl FnOnce(&mut Twister) -> R) -> PyResult<R> {
            let mut state = self.state.lock();
            if state.is_none() {
                *state = Some(fresh(vm)?);
            }
            Ok(state.as_mut().map(draw).unwrap_or_else(|| unreachable!("just filled")))
        }
    }

    #[pyclass(flags(BASETYPE), with(Constructor, Initializer))]
    impl Random {
        #[pymethod]
        fn random(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<f64> {
            zelf.with(vm, Twister::float)
        }

        #[pymethod]
        fn seed(zelf: &Py<Self>, seed: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            let seeded = match seed.into_option().filter(|seed| !vm.is_none(seed)) {
                None => None,
                Some(seed) => {
                    let number = match seed.downcast_ref::<PyInt>() {
                        Some(number) => number.as_bigint().clone(),
                        None => BigInt::from(seed.hash(vm)? as u64),
                    };
                    let mut key = number.magnitude().to_u32_digits();
                    budget::charge(key.len() as u64 / 16, vm)?;
                    if key.is_empty() {
                        key.push(0);
                    }
                    Some(Twister::seeded(&key))
                }
            };
            *zelf.state.lock() = seeded;
            Ok(())
        }

        #[pymethod]
        fn getrandbits(zelf: &Py<Self>, count: PyObjectRef, vm: &VirtualMachine) -> PyResult<BigInt> {
            let count: i64 = count
                .try_index(vm)?
                .try_to_primitive(vm)
                .map_err(|_| vm.new_overflow_error("Python int too large to convert to C int"))?;
            let Ok(mut left) = u64::try_from(count) else {
                return Err(vm.new_value_error("number of bits must be non-negative"));
            };
            if left > i32::MAX as u64 {
                return Err(vm.new_overflow_error("Python int too large to convert to C int"));
            }
            budget::charge(left / 1024, vm)?;
            let words = zelf.with(vm, |twister| {
                let mut words = Vec::with_capacity(left.div_ceil(32) as usize);
                while left > 0 {
                    let bits = left.min(32);
                    words.push(twister.word() >> (32 - bits));
                    left -= bits;
                }
                words
            })?;
            Ok(BigInt::from(BigUint::new(words)))
        }

        #[pymethod]
        fn getstate(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
            let words = zelf.with(vm, |twister| twister.state())?;
            Ok(vm.ctx.new_tuple(words.map(|word| vm.ctx.new_int(word).into()).to_vec()))
        }

        #[pymethod]
        fn setstate(zelf: &Py<Self>, state: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let Ok(state) = state.downcast::<rustpython_vm::builtins::PyTuple>() else {
                return Err(vm.new_type_error("state vector must be a tuple"));
            };
            if state.len() != LENGTH + 1 {
                return Err(vm.new_value_error("state vector is the wrong size"));
            }
            let mut words = [0; LENGTH + 1];
            for (word, item) in words.iter_mut().zip(state.as_slice()) {
                let item = item.try_index(vm)?;
                let value: u64 = item
                    .try_to_primitive(vm)
                    .map_err(|_| vm.new_overflow_error("Python int too large to convert to C unsigned long"))?;
                *word = value as u32;
            }
            match Twister::from_state(&words) {
                Some(twister) => *zelf.state.lock() = Some(twister),
                None => return Err(vm.new_value_error("invalid state")),
            }
            Ok(())
        }
    }
}
