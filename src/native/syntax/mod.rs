//! Makes the syntax errors of a run's own source read like CPython 3.14's.
//!
//! RustPython finds most of CPython's messages by itself; what it misses or places elsewhere is set right here,
//! from the error and the source text alone. Each correction is a plain function without an interpreter.

#[cfg(not(target_family = "wasm"))]
mod complaint;
mod escapes;
mod fault;
mod marks;
mod part;
mod script;
mod words;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

use fault::Fault;
use script::Script;

#[cfg(not(target_family = "wasm"))]
pub(crate) use complaint::{Complaint, plainly};
pub(crate) use part::{faulty_part, invalid};

/// Corrects a SyntaxError that compiling `text` gave. Any other exception stays as it is.
///
/// RustPython's compiler counts columns in bytes, its parser in characters.
pub(crate) fn refine(
    exception: PyBaseExceptionRef,
    text: &str,
    counts_bytes: bool,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    if exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        let mut fault = read(&exception, vm);
        let script = Script::new(text);
        if counts_bytes {
            fault.count_characters(&script);
        }
        correct(&mut fault, &script);
        write(&exception, &fault, vm);
    }
    exception
}

fn correct(fault: &mut Fault, script: &Script<'_>) {
    fault.fill_text(script);
    escapes::correct(fault, script);
    words::correct(fault, script);
    marks::correct(fault, script);
    fault.cut_text();
}

fn read(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Fault {
    let attr = |name: &'static str| exception.as_object().get_attr(name, vm).ok().filter(|value| !vm.is_none(value));
    let number = |name| attr(name).and_then(|value| value.try_to_value::<i64>(vm).ok());
    let text = |name| attr(name).and_then(|value| value.str(vm).ok()).map(|text| text.to_string_lossy().into_owned());
    Fault {
        message: text("msg").unwrap_or_default(),
        line: number("lineno").unwrap_or_default(),
        offset: number("offset").unwrap_or_default(),
        end_line: number("end_lineno"),
        end_offset: number("end_offset"),
        text: text("text"),
    }
}

fn write(exception: &PyBaseExceptionRef, fault: &Fault, vm: &VirtualMachine) {
    let object = exception.as_object();
    let number = |value: Option<i64>| -> PyObjectRef {
        value.map_or_else(|| vm.ctx.none(), |value| vm.ctx.new_int(value).into())
    };
    let text: PyObjectRef = fault.text.as_ref().map_or_else(|| vm.ctx.none(), |text| vm.ctx.new_str(&**text).into());
    let message: PyObjectRef = vm.ctx.new_str(&*fault.message).into();
    let place = [
        object.get_attr("filename", vm).unwrap_or_else(|_| vm.ctx.none()),
        number(Some(fault.line)),
        number(Some(fault.offset)),
        text.clone(),
        number(fault.end_line),
        number(fault.end_offset),
    ];
    let place = vm.ctx.new_tuple(place.to_vec()).into();
    for (name, value) in [
        ("msg", message.clone()),
        ("lineno", number(Some(fault.line))),
        ("offset", number(Some(fault.offset))),
        ("end_lineno", number(fault.end_line)),
        ("end_offset", number(fault.end_offset)),
        ("text", text),
        ("args", vm.ctx.new_tuple(vec![message, place]).into()),
    ] {
        // The attributes of a fresh exception can all be set; one that could not would stay as it was.
        let _ = object.set_attr(name, value, vm);
    }
}
