//! The classes of streams, as they were before guest code could put others in their place.

use std::cell::RefCell;
use std::rc::Rc;

use rustpython_vm::builtins::{PyType, PyTypeRef};
use rustpython_vm::import::import_builtin;
use rustpython_vm::{PyResult, VirtualMachine};

use super::raw;

#[derive(Debug)]
pub(super) struct Classes {
    pub(super) file: PyTypeRef,
    pub(super) reader: PyTypeRef,
    pub(super) writer: PyTypeRef,
    pub(super) random: PyTypeRef,
    pub(super) text: PyTypeRef,
    pub(super) unsupported: PyTypeRef,
}

thread_local! {
    /// They are the same for all interpreters of a thread.
    static CLASSES: RefCell<Option<Rc<Classes>>> = const { RefCell::new(None) };
}

/// The classes; the start of the first interpreter of a thread finds them.
pub(super) fn of(vm: &VirtualMachine) -> PyResult<Rc<Classes>> {
    if let Some(known) = CLASSES.with_borrow(Clone::clone) {
        return Ok(known);
    }
    let io = import_builtin(vm, "_io")?;
    let class = |name: &'static str| {
        io.get_attr(name, vm)?.downcast::<PyType>().map_err(|_| vm.new_type_error(format!("{name} is no class")))
    };
    let classes = Rc::new(Classes {
        file: raw::make_class(class("_RawIOBase")?, vm)?,
        reader: class("BufferedReader")?,
        writer: class("BufferedWriter")?,
        random: class("BufferedRandom")?,
        text: class("TextIOWrapper")?,
        unsupported: class("UnsupportedOperation")?,
    });
    CLASSES.set(Some(classes.clone()));
    Ok(classes)
}
