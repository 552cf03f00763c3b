//! The builtin `open`: a raw stream, a buffer around it, and text around that.

use rustpython_vm::FromArgs;
use rustpython_vm::builtins::{PyInt, PyStrRef, PyType};
use rustpython_vm::function::IntoFuncArgs;
use rustpython_vm::types::Callable;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::arguments;
use super::classes::{self, Classes};

/// The buffer's size where nothing is said, which `io.DEFAULT_BUFFER_SIZE` says too.
const BUFFER: i64 = 128 << 10;

#[derive(FromArgs)]
pub(super) struct OpenArgs {
    #[pyarg(any)]
    file: PyObjectRef,
    #[pyarg(any, optional)]
    mode: Option<PyStrRef>,
    #[pyarg(any, default = -1)]
    buffering: i64,
    #[pyarg(any, optional)]
    encoding: Option<PyObjectRef>,
    #[pyarg(any, optional)]
    errors: Option<PyObjectRef>,
    #[pyarg(any, optional)]
    newline: Option<PyObjectRef>,
    #[pyarg(any, default = true)]
    closefd: bool,
    #[pyarg(any, optional)]
    opener: Option<PyObjectRef>,
}

/// The letters of a mode.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    reads: bool,
    writes: bool,
    appends: bool,
    creates: bool,
    plus: bool,
    text: bool,
    binary: bool,
}

impl Letters {
    fn read(mode: &str, vm: &VirtualMachine) -> PyResult<Letters> {
        let mut letters = Letters::default();
        for letter in mode.chars() {
            let seen = match letter {
                'r' => &mut letters.reads,
                'w' => &mut letters.writes,
                'a' => &mut letters.appends,
                'x' => &mut letters.creates,
                '+' => &mut letters.plus,
                't' => &mut letters.text,
                'b' => &mut letters.binary,
                _ => return Err(vm.new_value_error(format!("invalid mode: '{mode}'"))),
            };
            if std::mem::replace(seen, true) {
                return Err(vm.new_value_error(format!("invalid mode: '{mode}'")));
            }
        }
        let kinds = [letters.reads, letters.writes, letters.appends, letters.creates];
        match kinds.into_iter().filter(|kind| *kind).count() {
            _ if letters.text && letters.binary => Err(vm.new_value_error("can't have text and binary mode at once")),
            0 => {
                let text = "Must have exactly one of create/read/write/append mode and at most one plus";
                Err(vm.new_value_error(text))
            }
            1 => Ok(letters),
            _ => Err(vm.new_value_error("must have exactly one of create/read/write/append mode")),
        }
    }

    /// The mode of the raw stream.
    fn raw(self) -> String {
        let kinds = [(self.creates, 'x'), (self.reads, 'r'), (self.writes, 'w'), (self.appends, 'a')];
        let plus = self.plus.then_some('+');
        kinds.into_iter().filter(|(is, _)| *is).map(|(_, letter)| letter).chain(plus).collect()
    }
}

/// Opens a file.
pub(super) fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult {
    let mode = args.mode.as_ref().map_or_else(|| String::from("r"), |mode| mode.to_string_lossy().into_owned());
    let given = |value: Option<PyObjectRef>| value.filter(|value| !vm.is_none(value));
    let (encoding, errors, newline) = (given(args.encoding), given(args.errors), given(args.newline));
    let file = match args.file.downcast_ref::<PyInt>() {
        Some(_) => args.file,
        None => arguments::path_to_open(&args.file, vm)?.origin,
    };
    let letters = Letters::read(&mode, vm)?;
    if letters.binary {
        for (what, value) in [("encoding", &encoding), ("errors", &errors), ("newline", &newline)] {
            if value.is_some() {
                return Err(vm.new_value_error(format!("binary mode doesn't take {} {what} argument", article(what))));
            }
        }
        if args.buffering == 1 {
            let text =
                "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
            rustpython_vm::stdlib::_warnings::warn(vm.ctx.exceptions.runtime_warning, text.to_owned(), 1, vm)?;
        }
    }
    if args.buffering == 0 && !letters.binary {
        return Err(vm.new_value_error("can't have unbuffered text I/O"));
    }
    let classes = classes::of(vm)?;
    let raw_args = (file, letters.raw(), args.closefd, args.opener);
    let raw = PyType::call(&classes.file, raw_args.into_args(vm), vm)?;
    if args.buffering == 0 {
        return Ok(raw);
    }
    let wrapped = buffered(&classes, raw.clone(), letters, args.buffering, vm);
    let buffer = wrapped.inspect_err(|_| close(&raw, vm))?;
    if letters.binary {
        return Ok(buffer);
    }
    let none = || vm.ctx.none();
    let encoding = encoding.unwrap_or_else(|| vm.ctx.new_str("utf-8").into());
    let (errors, newline) = (errors.unwrap_or_else(none), newline.unwrap_or_else(none));
    let by_line = vm.ctx.new_bool(args.buffering == 1);
    let text = PyType::call(&classes.text, (buffer.clone(), encoding, errors, newline, by_line).into_args(vm), vm);
    let text = text.inspect_err(|_| close(&buffer, vm))?;
    text.set_attr("mode", vm.ctx.new_str(mode), vm)?;
    Ok(text)
}

fn article(what: &str) -> &'static str {
    if what.starts_with('e') { "an" } else { "a" }
}

fn buffered(classes: &Classes, raw: PyObjectRef, letters: Letters, buffering: i64, vm: &VirtualMachine) -> PyResult {
    let class = match letters {
        Letters { plus: true, .. } => &classes.random,
        Letters { reads: true, .. } => &classes.reader,
        _ => &classes.writer,
    };
    let size = if buffering < 2 { BUFFER } else { buffering };
    PyType::call(class, (raw, size).into_args(vm), vm)
}

/// What could not be wrapped is not left open.
fn close(stream: &PyObject, vm: &VirtualMachine) {
    let _ = vm.call_method(stream, "close", ());
}

/// Opens a file of code, which is a file as any other.
pub(super) fn open_code(path: PyStrRef, vm: &VirtualMachine) -> PyResult {
    let mode = vm.ctx.new_str("rb");
    let args = OpenArgs {
        file: path.as_object().to_owned(),
        mode: Some(mode),
        buffering: -1,
        encoding: None,
        errors: None,
        newline: None,
        closefd: true,
        opener: None,
    };
    open(args, vm)
}
