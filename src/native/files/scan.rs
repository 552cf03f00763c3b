//! What `os.scandir` gives: the entries of a folder, as they were when it was asked.

use std::cell::{Cell, RefCell};

use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, Representable, SelfIter};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::arguments::Target;
use super::failure;
use super::node::{Kind, Node, NodeId};
use super::state;
use super::status::Status;

/// An entry, before it is an object.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    name: Box<str>,
    inode: u64,
    is_folder: bool,
    is_file: bool,
}

impl Entry {
    pub(super) fn new(name: &str, id: NodeId, node: &Node) -> Entry {
        let is_file = matches!(node.kind, Kind::File(_));
        Entry { name: name.into(), inode: u64::from(id.0) + 1, is_folder: node.is_folder(), is_file }
    }
}

/// A name as guest code asked for it.
pub(super) fn text(name: &str, as_bytes: bool, vm: &VirtualMachine) -> PyObjectRef {
    match as_bytes {
        true => vm.ctx.new_bytes(name.as_bytes().to_vec()).into(),
        false => vm.ctx.new_str(name).into(),
    }
}

/// Makes the types; comes before the first run, so that each finds the same.
pub(super) fn prepare() -> PyTypeRef {
    let _ = ScandirIterator::make_static_type();
    DirEntry::make_static_type()
}

/// The iterator over the entries of a folder.
pub(super) fn iterator(folder: &Target, entries: Vec<Entry>, vm: &VirtualMachine) -> PyObjectRef {
    let (path, as_bytes) = match folder {
        Target::Path(path) => (path.text().unwrap_or_default().to_owned(), path.is_bytes),
        Target::Descriptor(_) => (String::new(), false),
    };
    ScandirIterator { path, as_bytes, entries: RefCell::new(entries.into_iter()) }.into_ref(&vm.ctx).into()
}

#[pyclass(module = "posix", name = "ScandirIterator")]
#[derive(Debug, PyPayload)]
pub(super) struct ScandirIterator {
    path: String,
    as_bytes: bool,
    entries: RefCell<std::vec::IntoIter<Entry>>,
}

#[pyclass(with(IterNext, Iterable), flags(DISALLOW_INSTANTIATION))]
impl ScandirIterator {
    #[pymethod]
    fn close(zelf: &Py<Self>) {
        drop(zelf.entries.take());
    }

    #[pymethod]
    fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn __exit__(zelf: &Py<Self>, _args: FuncArgs) {
        drop(zelf.entries.take());
    }
}

impl SelfIter for ScandirIterator {}

impl IterNext for ScandirIterator {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let Some(entry) = zelf.entries.borrow_mut().next() else { return Ok(PyIterReturn::StopIteration(None)) };
        let slash = if zelf.path.is_empty() || zelf.path.ends_with('/') { "" } else { "/" };
        let path = format!("{}{slash}{}", zelf.path, entry.name);
        let entry = DirEntry { entry, path, as_bytes: zelf.as_bytes, status: Cell::new(None) };
        Ok(PyIterReturn::Return(entry.into_ref(&vm.ctx).into()))
    }
}

#[pyclass(module = "posix", name = "DirEntry")]
#[derive(Debug, PyPayload)]
pub(super) struct DirEntry {
    entry: Entry,
    path: String,
    as_bytes: bool,
    status: Cell<Option<Status>>,
}

#[pyclass(with(Representable), flags(DISALLOW_INSTANTIATION))]
impl DirEntry {
    #[pygetset]
    fn name(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        text(&zelf.entry.name, zelf.as_bytes, vm)
    }

    #[pygetset]
    fn path(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        text(&zelf.path, zelf.as_bytes, vm)
    }

    #[pymethod]
    fn is_dir(zelf: &Py<Self>, _args: FuncArgs) -> bool {
        zelf.entry.is_folder
    }

    #[pymethod]
    fn is_file(zelf: &Py<Self>, _args: FuncArgs) -> bool {
        zelf.entry.is_file
    }

    #[pymethod]
    fn is_symlink(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn is_junction(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn inode(zelf: &Py<Self>) -> u64 {
        zelf.entry.inode
    }

    /// Asked once; later changes do not show.
    #[pymethod]
    fn stat(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let status = match zelf.status.get() {
            Some(status) => status,
            None => {
                let found =
                    state::with(vm, |state, _| state.tree.find(&zelf.path).map(|id| Status::of(&state.tree, id)));
                found.map_err(|errno| failure::error_at(errno, text(&zelf.path, zelf.as_bytes, vm), vm))?
            }
        };
        zelf.status.set(Some(status));
        Ok(status.object(vm))
    }

    #[pymethod]
    fn __fspath__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        text(&zelf.path, zelf.as_bytes, vm)
    }

    #[pymethod]
    fn __reduce__(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_type_error("cannot pickle 'DirEntry' object"))
    }
}

impl Representable for DirEntry {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let name = text(&zelf.entry.name, zelf.as_bytes, vm).repr(vm)?;
        Ok(format!("<DirEntry {name}>"))
    }
}
