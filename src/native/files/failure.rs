//! The exceptions of file operations: the classes, numbers and words that a Linux disk gives.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

use super::errno::Errno;

/// An `OSError` that names no file.
pub(super) fn error(errno: Errno, vm: &VirtualMachine) -> PyBaseExceptionRef {
    plain(errno, vm)
}

/// An `OSError` that names a file as guest code did.
pub(super) fn error_at(errno: Errno, file: PyObjectRef, vm: &VirtualMachine) -> PyBaseExceptionRef {
    named(errno, [Some(file), None], vm)
}

/// An `OSError` that names two files.
pub(super) fn error_at_both(errno: Errno, files: [PyObjectRef; 2], vm: &VirtualMachine) -> PyBaseExceptionRef {
    named(errno, files.map(Some), vm)
}

/// Made by a call, as guest code makes one: that has the classes of Linux's numbers on every machine.
fn plain(errno: Errno, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let args = vec![vm.ctx.new_int(errno.number()).into(), vm.ctx.new_str(errno.text()).into()];
    vm.invoke_exception(vm.ctx.exceptions.os_error, args).unwrap_or_else(|error| error)
}

fn named(errno: Errno, files: [Option<PyObjectRef>; 2], vm: &VirtualMachine) -> PyBaseExceptionRef {
    let error = plain(errno, vm);
    for (name, file) in ["filename", "filename2"].into_iter().zip(files) {
        if let Some(file) = file {
            let _ = error.as_object().set_attr(name, file, vm);
        }
    }
    error
}
