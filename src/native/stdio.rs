//! The standard streams of a run: bounded while they are written, empty to read.

#[cfg_attr(target_family = "wasm", path = "stdio/behind_wall.rs")]
mod streams;

use rustpython_vm::builtins::{PyBytesRef, PyStrRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::{ArgBytesLike, ArgIterable, FuncArgs, OptionalArg};
use rustpython_vm::py_io::file_readline;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::boot::set_function;
pub(crate) use streams::{Streams, append, start};

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
