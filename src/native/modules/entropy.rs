//! The native module `_entropy`: the bytes that `os.urandom` gives, from the run's seed.

pub(super) use _entropy::module_def;

#[rustpython_vm::pymodule]
mod _entropy {
    use rustpython_vm::builtins::PyBytesRef;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use crate::native::entropy;

    /// Draws bytes.
    #[pyfunction]
    fn urandom(size: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let size: i64 = size
            .try_index(vm)?
            .try_to_primitive(vm)
            .map_err(|_| vm.new_overflow_error("Python int too large to convert to C ssize_t"))?;
        match usize::try_from(size) {
            Ok(size) => Ok(vm.ctx.new_bytes(entropy::draw(size, vm)?)),
            Err(_) => Err(vm.new_value_error("negative argument not allowed")),
        }
    }
}
