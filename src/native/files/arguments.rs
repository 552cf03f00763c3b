//! Paths and descriptors as guest code gives them.

use rustpython_vm::builtins::{PyBytes, PyInt, PyStr};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::errno::Errno;
use super::failure;
use super::node::NodeId;
use super::state::State;
use super::tree;

/// A path, and how guest code wrote it.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) origin: PyObjectRef,
    text: tree::Result<String>,
    pub(super) is_bytes: bool,
}

/// A path, or the number of an open file.
#[derive(Debug)]
pub(super) enum Target {
    Path(Path),
    Descriptor(i32),
}

/// What a function takes beside a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Also {
    Nothing,
    Descriptor,
    /// `None` stands for the working folder.
    DescriptorOrNone,
}

impl Path {
    /// The text to look up.
    pub(super) fn text(&self) -> tree::Result<&str> {
        self.text.as_deref().map_err(|errno| *errno)
    }

    /// The `OSError` that names this path.
    pub(super) fn error(&self, errno: Errno, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        failure::error_at(errno, self.origin.clone(), vm)
    }

    /// A path that is given as text or bytes already.
    pub(super) fn plain(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Path>> {
        if let Some(text) = object.downcast_ref::<PyStr>() {
            let utf8 = match text.to_str() {
                Some(text) => Ok(text.to_owned()),
                None => {
                    vm.call_method(object, "encode", ("utf-8", "surrogateescape"))?;
                    Err(Errno::BadName)
                }
            };
            return Ok(Some(Path { origin: object.to_owned(), text: utf8, is_bytes: false }));
        }
        let Some(bytes) = object.downcast_ref::<PyBytes>() else { return Ok(None) };
        let text = String::from_utf8(bytes.as_bytes().to_vec()).map_err(|_| Errno::BadName);
        Ok(Some(Path { origin: object.to_owned(), text, is_bytes: true }))
    }

    fn has_nul(&self) -> bool {
        match &self.text {
            Ok(text) => text.contains('\0'),
            Err(_) => match (self.origin.downcast_ref::<PyBytes>(), self.origin.downcast_ref::<PyStr>()) {
                (Some(bytes), _) => bytes.as_bytes().contains(&0),
                (_, Some(text)) => text.as_bytes().contains(&0),
                _ => false,
            },
        }
    }
}

impl Target {
    pub(super) fn error(&self, errno: Errno, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        match self {
            Target::Path(path) => path.error(errno, vm),
            Target::Descriptor(fd) => failure::error_at(errno, vm.ctx.new_int(*fd).into(), vm),
        }
    }

    /// The node that it leads to.
    pub(super) fn find(&self, state: &State) -> tree::Result<NodeId> {
        match self {
            Target::Path(path) => state.tree.find(path.text()?),
            Target::Descriptor(fd) => state.open.node(*fd),
        }
    }
}

/// Reads a path for `function`, whose parameter `name` it is.
pub(super) fn path(object: &PyObject, function: &str, name: &str, vm: &VirtualMachine) -> PyResult<Path> {
    match target(object, function, name, Also::Nothing, vm)? {
        Target::Path(path) => Ok(path),
        Target::Descriptor(_) => unreachable!("it takes paths alone"),
    }
}

/// Reads a path or what else the function takes.
pub(super) fn target(
    object: &PyObject,
    function: &str,
    name: &str,
    also: Also,
    vm: &VirtualMachine,
) -> PyResult<Target> {
    let takes_number = matches!(also, Also::Descriptor | Also::DescriptorOrNone);
    if also == Also::DescriptorOrNone && vm.is_none(object) {
        let here = vm.ctx.new_str(".");
        return Ok(Target::Path(Path { origin: here.into(), text: Ok(String::from(".")), is_bytes: false }));
    }
    let read = match Path::plain(object, vm)? {
        Some(path) => Some(path),
        None if takes_number && object.downcast_ref::<PyInt>().is_some() => {
            return Ok(Target::Descriptor(descriptor(object, vm)?));
        }
        None => match fspath(object, vm)? {
            Some(given) => Path::plain(&given, vm)?,
            None => None,
        },
    };
    let Some(path) = read else {
        let taken = match also {
            Also::Nothing => "string, bytes or os.PathLike",
            Also::Descriptor => "string, bytes, os.PathLike or integer",
            Also::DescriptorOrNone => "string, bytes, os.PathLike, integer or None",
        };
        return Err(vm.new_type_error(format!("{function}: {name} should be {taken}, not {}", object.class().name())));
    };
    if path.has_nul() {
        return Err(vm.new_value_error(format!("{function}: embedded null character in {name}")));
    }
    Ok(Target::Path(path))
}

/// Reads a path for `open`, whose words are its own.
pub(super) fn path_to_open(object: &PyObject, vm: &VirtualMachine) -> PyResult<Path> {
    let read = match Path::plain(object, vm)? {
        Some(path) => Some(path),
        None => match fspath(object, vm)? {
            Some(given) => Path::plain(&given, vm)?,
            None => None,
        },
    };
    let Some(path) = read else {
        let text = format!("expected str, bytes or os.PathLike object, not {}", object.class().name());
        return Err(vm.new_type_error(text));
    };
    if path.has_nul() {
        return Err(vm.new_value_error("embedded null byte"));
    }
    Ok(path)
}

/// What an object's `__fspath__` gives, if it has one.
fn fspath(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let Some(method) = object.class().get_attr(vm.ctx.intern_str("__fspath__")) else { return Ok(None) };
    if vm.is_none(&method) {
        return Ok(None);
    }
    let given = vm.call_method(object, "__fspath__", ())?;
    if given.downcast_ref::<PyStr>().is_some() || given.downcast_ref::<PyBytes>().is_some() {
        return Ok(Some(given));
    }
    Err(vm.new_type_error(format!(
        "expected {}.__fspath__() to return str or bytes, not {}",
        object.class().name(),
        given.class().name()
    )))
}

/// Reads the number of an open file; one that no system could have is refused in CPython's words.
pub(super) fn descriptor(object: &PyObject, vm: &VirtualMachine) -> PyResult<i32> {
    let int = object.try_index(vm)?;
    i32::try_from(int.as_bigint()).map_err(|_| {
        let is_negative = int.as_bigint().sign() == malachite_bigint::Sign::Minus;
        let end = if is_negative { "less than minimum" } else { "greater than maximum" };
        vm.new_overflow_error(format!("fd is {end}"))
    })
}
