//! `io.FileIO`: an open file as an unbuffered stream of bytes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustpython_vm::FromArgs;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytesRef, PyInt, PyStrRef, PyType, PyTypeRef};
use rustpython_vm::class::{PyClassImpl, StaticType};
use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, OptionalArg};
use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
use rustpython_vm::vm::Context;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::descriptors::{O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_TRUNC, O_WRONLY, Whence};
use super::errno::Errno;
use super::state::{self, Files, State};
use super::{arguments, classes, failure, tree};
use crate::native::budget;

/// How a file is opened, as a mode of letters says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mode {
    pub(super) kind: char,
    pub(super) plus: bool,
}

impl Mode {
    /// Reads a mode of the raw stream, in which `b` says nothing.
    fn read(text: &str, vm: &VirtualMachine) -> PyResult<Mode> {
        let mut mode = Mode { kind: ' ', plus: false };
        let twice = "Must have exactly one of create/read/write/append mode and at most one plus";
        for letter in text.chars() {
            match letter {
                'r' | 'w' | 'a' | 'x' if mode.kind == ' ' => mode.kind = letter,
                '+' if !mode.plus => mode.plus = true,
                'b' => {}
                'r' | 'w' | 'a' | 'x' | '+' => return Err(vm.new_value_error(twice)),
                _ => return Err(vm.new_value_error(format!("invalid mode: {text}"))),
            }
        }
        if mode.kind == ' ' { Err(vm.new_value_error(twice)) } else { Ok(mode) }
    }

    fn flags(self) -> u32 {
        let access = match (self.kind, self.plus) {
            (_, true) => O_RDWR,
            ('r', false) => 0,
            _ => O_WRONLY,
        };
        access
            | match self.kind {
                'w' => O_CREAT | O_TRUNC,
                'a' => O_CREAT | O_APPEND,
                'x' => O_CREAT | O_EXCL,
                _ => 0,
            }
    }

    fn reads(self) -> bool {
        self.plus || self.kind == 'r'
    }

    fn writes(self) -> bool {
        self.plus || self.kind != 'r'
    }

    /// What CPython calls it.
    pub(super) fn name(self) -> &'static str {
        match (self.kind, self.plus) {
            ('x', false) => "xb",
            ('x', true) => "xb+",
            ('a', false) => "ab",
            ('a', true) => "ab+",
            ('r', false) => "rb",
            (_, true) => "rb+",
            (_, false) => "wb",
        }
    }
}

/// The class, below the base class of raw streams, which Rust does not give a name outside of its module. It is made once
/// a thread, as all native ones.
pub(super) fn make_class(base: PyTypeRef, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let metaclass = vm.ctx.types.type_type.to_owned();
    let made = PyType::new_static(base, Default::default(), FileIO::make_slots(), metaclass);
    let made = FileIO::init_manually(made.map_err(|why| vm.new_type_error(why))?);
    FileIO::extend_class(Context::genesis(), made);
    Ok(made.to_owned())
}

#[pyclass(module = "_io", name = "FileIO")]
#[derive(Debug, PyPayload)]
pub(super) struct FileIO {
    /// Less than 0 where it is closed.
    fd: Cell<i32>,
    closes: Cell<bool>,
    mode: Cell<Mode>,
    /// What its number is one of.
    files: RefCell<Option<Rc<Files>>>,
}

impl Default for FileIO {
    fn default() -> FileIO {
        let (fd, closes, mode) = (Cell::new(-1), Cell::new(true), Cell::new(Mode { kind: 'r', plus: false }));
        FileIO { fd, closes, mode, files: RefCell::new(None) }
    }
}

impl Drop for FileIO {
    fn drop(&mut self) {
        let Some(files) = self.files.take() else { return };
        if self.fd.get() >= 0
            && self.closes.get()
            && let Ok(mut state) = files.0.try_borrow_mut()
            && let Some(State { tree, open, .. }) = state.as_mut()
        {
            let _ = open.close(tree, self.fd.get());
        }
    }
}

#[derive(FromArgs)]
pub(super) struct InitArgs {
    #[pyarg(any)]
    file: PyObjectRef,
    #[pyarg(any, optional)]
    mode: Option<PyStrRef>,
    #[pyarg(any, default = true)]
    closefd: bool,
    #[pyarg(any, optional)]
    opener: Option<PyObjectRef>,
}

impl DefaultConstructor for FileIO {}

impl Initializer for FileIO {
    type Args = InitArgs;

    fn init(zelf: &Py<Self>, args: InitArgs, vm: &VirtualMachine) -> PyResult<()> {
        if zelf.fd.get() >= 0 {
            FileIO::close(zelf, vm)?;
        }
        let text = args.mode.map_or_else(|| String::from("r"), |mode| mode.to_string_lossy().into_owned());
        let mode = Mode::read(&text, vm)?;
        zelf.mode.set(mode);
        zelf.closes.set(args.closefd);
        *zelf.files.borrow_mut() = Some(state::of(vm));
        let opener = args.opener.filter(|opener| !vm.is_none(opener));
        if args.file.downcast_ref::<PyInt>().is_some() {
            let fd = arguments::descriptor(&args.file, vm)?;
            if fd < 0 {
                return Err(vm.new_value_error("negative file descriptor"));
            }
            let known = state::with(vm, |state, _| state.open.modes(fd));
            known.map_err(|errno| failure::error(errno, vm))?;
            zelf.fd.set(fd);
        } else {
            let path = arguments::path_to_open(&args.file, vm)?;
            if !args.closefd {
                return Err(vm.new_value_error("Cannot use closefd=False with file name"));
            }
            zelf.fd.set(match opener {
                None => opened(&path, mode, vm)?,
                Some(opener) => opened_by(&opener, &args.file, mode, vm)?,
            });
            let is_folder = state::with(vm, |state, _| -> tree::Result<bool> {
                let node = state.open.node(zelf.fd.get())?;
                Ok(state.tree.node(node).is_folder())
            });
            match is_folder {
                Ok(false) => {}
                Ok(true) => {
                    FileIO::close(zelf, vm)?;
                    return Err(path.error(Errno::IsAFolder, vm));
                }
                Err(errno) => return Err(failure::error(errno, vm)),
            }
        }
        zelf.as_object().set_attr("name", args.file, vm)?;
        if mode.kind == 'a' {
            on(zelf, vm, |state, fd, _| state.open.seek(&state.tree, fd, 0, Whence::End))?;
        }
        Ok(())
    }
}

fn opened(path: &arguments::Path, mode: Mode, vm: &VirtualMachine) -> PyResult<i32> {
    budget::charge(1, vm)?;
    let fd = path.text().and_then(|text| {
        state::with(vm, |state, now| {
            let bits = 0o666 & !state.umask;
            state.open.open(&mut state.tree, text, mode.flags(), bits, now)
        })
    });
    fd.map_err(|errno| path.error(errno, vm))
}

fn opened_by(opener: &PyObject, file: &PyObjectRef, mode: Mode, vm: &VirtualMachine) -> PyResult<i32> {
    let fd = opener.call((file.clone(), mode.flags() | 0o2_000_000), vm)?;
    if fd.downcast_ref::<PyInt>().is_none() {
        return Err(vm.new_type_error("expected integer from opener"));
    }
    match arguments::descriptor(&fd, vm)? {
        fd if fd < 0 => Err(vm.new_value_error(format!("opener returned {fd}"))),
        fd => Ok(fd),
    }
}

fn closed(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_value_error("I/O operation on closed file")
}

/// One call on the open file.
fn on<R>(
    zelf: &Py<FileIO>,
    vm: &VirtualMachine,
    act: impl FnOnce(&mut State, i32, i64) -> tree::Result<R>,
) -> PyResult<R> {
    let fd = match zelf.fd.get() {
        fd if fd < 0 => return Err(closed(vm)),
        fd => fd,
    };
    budget::charge(1, vm)?;
    state::with(vm, |state, now| act(state, fd, now)).map_err(|errno| failure::error(errno, vm))
}

fn unsupported(what: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match classes::of(vm) {
        Ok(classes) => vm.new_os_subtype_error(classes.unsupported.clone(), None, what).upcast(),
        Err(error) => error,
    }
}

impl FileIO {
    fn check(zelf: &Py<Self>, writing: bool, vm: &VirtualMachine) -> PyResult<()> {
        let mode = zelf.mode.get();
        match writing {
            _ if zelf.fd.get() < 0 => Err(closed(vm)),
            true if !mode.writes() => Err(unsupported("File not open for writing", vm)),
            false if !mode.reads() => Err(unsupported("File not open for reading", vm)),
            _ => Ok(()),
        }
    }

    /// Reads so many bytes, or as many as there are.
    fn bytes(zelf: &Py<Self>, most: u64, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        FileIO::check(zelf, false, vm)?;
        let left = on(zelf, vm, |state, fd, _| state.open.left(&state.tree, fd))?.min(most);
        budget::reserve(left, vm)?;
        budget::charge(left >> 10, vm)?;
        let mut bytes = vec![0; left as usize];
        on(zelf, vm, |state, fd, _| state.open.read(&state.tree, fd, &mut bytes))?;
        Ok(vm.ctx.new_bytes(bytes))
    }
}

#[pyclass(with(Constructor, Initializer, Representable), flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
impl FileIO {
    #[pymethod]
    fn readinto(zelf: &Py<Self>, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        FileIO::check(zelf, false, vm)?;
        let mut into = buffer.borrow_buf_mut();
        budget::charge(into.len() as u64 >> 10, vm)?;
        on(zelf, vm, |state, fd, _| state.open.read(&state.tree, fd, &mut into))
    }

    #[pymethod]
    fn read(zelf: &Py<Self>, size: OptionalArg<Option<i64>>, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let most = size.flatten().and_then(|size| u64::try_from(size).ok());
        FileIO::bytes(zelf, most.unwrap_or(u64::MAX), vm)
    }

    #[pymethod]
    fn readall(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        FileIO::bytes(zelf, u64::MAX, vm)
    }

    #[pymethod]
    fn write(zelf: &Py<Self>, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        FileIO::check(zelf, true, vm)?;
        let bytes = data.borrow_buf();
        let (_, more) = on(zelf, vm, |state, fd, _| state.open.room(&state.tree, fd, bytes.len()))?;
        budget::reserve(more, vm)?;
        budget::charge((bytes.len() as u64).max(more) >> 10, vm)?;
        on(zelf, vm, |state, fd, now| state.open.write(&mut state.tree, fd, &bytes, now))
    }

    #[pymethod]
    fn seek(zelf: &Py<Self>, position: PyObjectRef, whence: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<u64> {
        let position = position.try_index(vm)?;
        let position = i64::try_from(position.as_bigint())
            .map_err(|_| vm.new_overflow_error("Python int too large to convert to C long"))?;
        let whence = match whence.unwrap_or(0) {
            0 => Whence::Start,
            1 => Whence::Here,
            2 => Whence::End,
            _ => return Err(failure::error(Errno::Invalid, vm)),
        };
        on(zelf, vm, |state, fd, _| state.open.seek(&state.tree, fd, position, whence))
    }

    #[pymethod]
    fn tell(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u64> {
        on(zelf, vm, |state, fd, _| state.open.seek(&state.tree, fd, 0, Whence::Here))
    }

    #[pymethod]
    fn truncate(zelf: &Py<Self>, size: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        FileIO::check(zelf, true, vm)?;
        let length = match size.into_option().filter(|size| !vm.is_none(size)) {
            Some(size) => i64::try_from(size.try_index(vm)?.as_bigint())
                .map_err(|_| vm.new_overflow_error("Python int too large to convert to C long"))?,
            None => FileIO::tell(zelf, vm)? as i64,
        };
        let more = on(zelf, vm, |state, fd, _| state.open.room_for_length(&state.tree, fd, length))?;
        budget::reserve(more, vm)?;
        budget::charge(more >> 10, vm)?;
        on(zelf, vm, |state, fd, now| state.open.truncate(&mut state.tree, fd, length, now))?;
        Ok(vm.ctx.new_int(length).into())
    }

    #[pymethod]
    fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        if zelf.fd.get() < 0 {
            return Ok(());
        }
        let flushed = vm.call_method(zelf.as_object(), "flush", ());
        let fd = zelf.fd.replace(-1);
        if fd >= 0 && zelf.closes.get() {
            let done = state::with_known(vm, |state| state.open.close(&mut state.tree, fd));
            done.unwrap_or(Ok(())).map_err(|errno| failure::error(errno, vm))?;
        }
        flushed.map(drop)
    }

    #[pymethod]
    fn fileno(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i32> {
        if zelf.fd.get() < 0 { Err(closed(vm)) } else { Ok(zelf.fd.get()) }
    }

    #[pymethod]
    fn isatty(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        FileIO::fileno(zelf, vm).map(|_| false)
    }

    #[pymethod]
    fn seekable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        FileIO::fileno(zelf, vm).map(|_| true)
    }

    #[pymethod]
    fn readable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        FileIO::fileno(zelf, vm).map(|_| zelf.mode.get().reads())
    }

    #[pymethod]
    fn writable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
        FileIO::fileno(zelf, vm).map(|_| zelf.mode.get().writes())
    }

    #[pygetset]
    fn closed(zelf: &Py<Self>) -> bool {
        zelf.fd.get() < 0
    }

    #[pygetset]
    fn closefd(zelf: &Py<Self>) -> bool {
        zelf.closes.get()
    }

    #[pygetset]
    fn mode(zelf: &Py<Self>) -> &'static str {
        zelf.mode.get().name()
    }

    #[pygetset(name = "_blksize")]
    fn blksize(_zelf: &Py<Self>) -> usize {
        128 << 10
    }

    #[pymethod]
    fn __getstate__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_type_error(format!("cannot pickle '{}' instances", zelf.class().name())))
    }
}

impl Representable for FileIO {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let class = zelf.class().slot_name();
        if zelf.fd.get() < 0 {
            return Ok(format!("<{class} [closed]>"));
        }
        let (mode, closes) = (zelf.mode.get().name(), if zelf.closes.get() { "True" } else { "False" });
        let Ok(name) = zelf.as_object().get_attr("name", vm) else {
            return Ok(format!("<{class} fd={} mode='{mode}' closefd={closes}>", zelf.fd.get()));
        };
        let Some(_guard) = rustpython_vm::recursion::ReprGuard::enter(vm, zelf.as_object()) else {
            return Err(vm.new_runtime_error(format!("reentrant call inside {class}.__repr__")));
        };
        Ok(format!("<{class} name={} mode='{mode}' closefd={closes}>", name.repr(vm)?))
    }
}
