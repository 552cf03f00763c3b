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

/// The class is chosen here: the interpreter's own choice goes by the numbers of the machine that it was built for.
fn plain(errno: Errno, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let known = &vm.ctx.exceptions;
    let class = match errno {
        Errno::NoEntry => known.file_not_found_error,
        Errno::Exists => known.file_exists_error,
        Errno::NoAccess | Errno::NotPermitted => known.permission_error,
        Errno::IsAFolder => known.is_a_directory_error,
        Errno::NotAFolder => known.not_a_directory_error,
        _ => known.os_error,
    };
    vm.new_os_subtype_error(class.to_owned(), Some(errno.number()), errno.text()).upcast()
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
