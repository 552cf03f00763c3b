//! The standard streams of a run: bounded while they are written, empty to read.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use parking_lot::Mutex;

use rustpython_vm::builtins::{PyBytesRef, PyStrRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::{ArgBytesLike, ArgIterable, FuncArgs, OptionalArg};
use rustpython_vm::py_io::file_readline;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::boot::set_function;
use super::budget;
use crate::outcome::LimitKind;

/// What a run wrote to one stream.
#[derive(Debug, Default)]
pub(crate) struct Captured {
    pub(crate) text: String,
    pub(crate) truncated: bool,
}

/// Both streams of a run, shared with the host's side: what a run wrote outlives a worker that is lost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Streams(Arc<Mutex<[Captured; 2]>>);

impl Streams {
    /// What standard output and standard error got.
    pub(crate) fn take(&self) -> [Captured; 2] {
        std::mem::take(&mut self.0.lock())
    }
}

thread_local! {
    static STREAMS: RefCell<Streams> = RefCell::default();
    static BOUND: Cell<u64> = const { Cell::new(0) };
}

/// Sets where the streams go and how many bytes each may take.
pub(crate) fn start(bound: u64, streams: &Streams) {
    BOUND.set(bound);
    STREAMS.set(streams.clone());
}

/// Appends text to a stream; at the bound it keeps what fits and stops the run.
///
/// Clean-up that runs while a stop unwinds the stack, and the interpreter's talk about it, is not recorded.
pub(crate) fn append(stream: Stream, text: &str, vm: &VirtualMachine) -> PyResult<()> {
    if budget::is_stopped() {
        return Ok(());
    }
    let bound = BOUND.get();
    let asked = STREAMS.with(|streams| {
        let streams = streams.borrow();
        let captured = &mut streams.0.lock()[stream as usize];
        let asked = captured.text.len() as u64 + text.len() as u64;
        if asked <= bound {
            captured.text.push_str(text);
            return None;
        }
        if !captured.truncated {
            captured.truncated = true;
            let fits = text.floor_char_boundary(bound as usize - captured.text.len());
            captured.text.push_str(&text[..fits]);
        }
        Some(asked)
    });
    match (asked, stream) {
        (None, _) => budget::charge(text.len() as u64 / 64, vm),
        (Some(used), Stream::Out) => Err(budget::stop(LimitKind::Stdout, bound, used, vm)),
        (Some(used), Stream::Err) => Err(budget::stop(LimitKind::Stderr, bound, used, vm)),
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stream {
    Out = 0,
    Err = 1,
}

/// Puts the streams into `sys`.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let _ = TextStream::make_static_type();
    let _ = ByteStream::make_static_type();
    let sys = vm.sys_module.dict();
    for (names, stream) in [(["stdout", "__stdout__"], Stream::Out), (["stderr", "__stderr__"], Stream::Err)] {
        let object = of_run(stream, vm);
        for name in names {
            sys.set_item(name, object.clone(), vm)?;
        }
    }
    let io = rustpython_vm::import::import_builtin(vm, "_io")?;
    let empty = vm.call_method(io.as_object(), "StringIO", (vm.ctx.new_str(""),))?;
    for name in ["stdin", "__stdin__"] {
        sys.set_item(name, empty.clone(), vm)?;
    }
    set_function(vm, &vm.builtins, "input", input)
}

/// A stream as guest code finds it.
pub(crate) fn of_run(stream: Stream, vm: &VirtualMachine) -> PyObjectRef {
    TextStream { stream }.into_ref(&vm.ctx).into()
}

/// Writes to what guest code made of standard error; where that fails, nothing is written.
pub(crate) fn write_stderr(text: String, vm: &VirtualMachine) {
    if let Ok(Some(stderr)) = vm.sys_module.dict().get_item_opt("stderr", vm) {
        let _ = vm.call_method(&stderr, "write", (text,));
    }
}

/// The builtin `input`; RustPython's reads the host's terminal where the streams say that they are it.
fn input(prompt: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let stream = |name: &'static str| match vm.sys_module.dict().get_item_opt(name, vm)? {
        Some(stream) if !vm.is_none(&stream) => Ok(stream),
        _ => Err(vm.new_runtime_error(format!("input(): lost sys.{name}"))),
    };
    let (stdin, stdout, stderr) = (stream("stdin")?, stream("stdout")?, stream("stderr")?);
    let _ = vm.call_method(&stderr, "flush", ());
    if let OptionalArg::Present(prompt) = prompt {
        vm.call_method(&stdout, "write", (prompt.str(vm)?,))?;
    }
    let _ = vm.call_method(&stdout, "flush", ());
    file_readline(&stdin, None, vm)
}

#[pyclass(module = "io", name = "TextIOWrapper")]
#[derive(Debug, PyPayload)]
struct TextStream {
    stream: Stream,
}

#[pyclass]
impl TextStream {
    #[pymethod]
    fn write(zelf: &Py<Self>, text: PyStrRef, vm: &VirtualMachine) -> PyResult<usize> {
        match text.to_str() {
            Some(utf8) => append(zelf.stream, utf8, vm)?,
            None => {
                let encoded = vm.call_method(text.as_object(), "encode", ("utf-8", "backslashreplace"))?;
                let encoded: PyBytesRef = encoded.try_into_value(vm)?;
                append(zelf.stream, &String::from_utf8_lossy(encoded.as_bytes()), vm)?;
            }
        }
        Ok(text.char_len())
    }

    #[pymethod]
    fn writelines(zelf: &Py<Self>, lines: ArgIterable<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
        for line in lines.iter(vm)? {
            Self::write(zelf, line?, vm)?;
        }
        Ok(())
    }

    #[pymethod]
    fn flush(_zelf: &Py<Self>) {}

    #[pymethod]
    fn close(_zelf: &Py<Self>) {}

    #[pymethod]
    fn reconfigure(_zelf: &Py<Self>, _args: FuncArgs) {}

    #[pymethod]
    fn isatty(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn writable(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pymethod]
    fn readable(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn seekable(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pymethod]
    fn fileno(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i32> {
        Err(unsupported("fileno", vm))
    }

    #[pymethod]
    fn read(_zelf: &Py<Self>, _size: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyStrRef> {
        Err(unsupported("not readable", vm))
    }

    #[pymethod]
    fn readline(_zelf: &Py<Self>, _size: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyStrRef> {
        Err(unsupported("not readable", vm))
    }

    #[pymethod]
    fn __enter__(zelf: rustpython_vm::PyRef<Self>) -> rustpython_vm::PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn __exit__(_zelf: &Py<Self>, _args: FuncArgs) {}

    #[pygetset]
    fn encoding(_zelf: &Py<Self>) -> &'static str {
        "utf-8"
    }

    #[pygetset]
    fn errors(_zelf: &Py<Self>) -> &'static str {
        "backslashreplace"
    }

    #[pygetset]
    fn newlines(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pygetset]
    fn line_buffering(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pygetset]
    fn closed(_zelf: &Py<Self>) -> bool {
        false
    }

    #[pygetset]
    fn mode(_zelf: &Py<Self>) -> &'static str {
        "w"
    }

    #[pygetset]
    fn name(zelf: &Py<Self>) -> &'static str {
        match zelf.stream {
            Stream::Out => "<stdout>",
            Stream::Err => "<stderr>",
        }
    }

    #[pygetset]
    fn buffer(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        ByteStream { stream: zelf.stream }.into_ref(&vm.ctx).into()
    }
}

#[pyclass(module = "io", name = "BufferedWriter")]
#[derive(Debug, PyPayload)]
struct ByteStream {
    stream: Stream,
}

#[pyclass]
impl ByteStream {
    #[pymethod]
    fn write(zelf: &Py<Self>, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        let bytes = data.borrow_buf();
        append(zelf.stream, &String::from_utf8_lossy(&bytes), vm)?;
        Ok(bytes.len())
    }

    #[pymethod]
    fn flush(_zelf: &Py<Self>) {}
}

fn unsupported(message: &'static str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_os_error(message)
}
