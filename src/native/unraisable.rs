//! Reports the errors that no code can catch, as CPython does: to `sys.unraisablehook`, or to standard error.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use self::arguments::{UnraisableHookArgs, UnraisableHookArgsData};
use super::stdio;
use super::{budget, raised};

/// Puts the hook into `sys`.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let class = UnraisableHookArgs::make_static_type();
    let dict = vm.sys_module.dict();
    dict.set_item("UnraisableHookArgs", class.into(), vm)?;
    for name in ["unraisablehook", "__unraisablehook__"] {
        dict.set_item(name, vm.new_function("unraisablehook", unraisablehook).into(), vm)?;
    }
    Ok(())
}

/// Reports an error. `message` says what went on, `object` is what it went on with, if not None.
pub(crate) fn report(error: PyBaseExceptionRef, message: Option<String>, object: PyObjectRef, vm: &VirtualMachine) {
    if budget::is_stopped() {
        return;
    }
    let hook = vm.sys_module.dict().get_item_opt("unraisablehook", vm).ok().flatten();
    let Some(hook) = hook.filter(|hook| !vm.is_none(hook)) else {
        return print(&error, message.as_deref(), &object, vm);
    };
    let arguments = UnraisableHookArgsData {
        exc_type: error.class().to_owned().into(),
        exc_traceback: error.__traceback__().map_or_else(|| vm.ctx.none(), Into::into),
        exc_value: error.into(),
        err_msg: message.map_or_else(|| vm.ctx.none(), |message| vm.ctx.new_str(message).into()),
        object,
    };
    if let Err(failure) = hook.call((arguments::made(arguments, vm),), vm) {
        print(&failure, Some("Exception ignored in sys.unraisablehook"), &hook, vm);
    }
}

fn unraisablehook(arguments: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let message = arguments.get_attr("err_msg", vm)?;
    let message = if vm.is_none(&message) { None } else { Some(message.str(vm)?) };
    let message = message.map(|message| raised::escaped(&message));
    let object = arguments.get_attr("object", vm)?;
    if let Ok(error) = arguments.get_attr("exc_value", vm)?.downcast() {
        print(&error, message.as_deref(), &object, vm);
    }
    Ok(())
}

fn print(error: &PyBaseExceptionRef, message: Option<&str>, object: &PyObjectRef, vm: &VirtualMachine) {
    if budget::is_stopped() {
        return;
    }
    let mut text = match (vm.is_none(object), message) {
        (true, None) => String::new(),
        (true, Some(message)) => format!("{message}:\n"),
        (false, message) => {
            let shown =
                object.repr(vm).map_or_else(|_| String::from("<object repr() failed>"), |r| raised::escaped(&r));
            format!("{}: {shown}\n", message.unwrap_or("Exception ignored in"))
        }
    };
    text.push_str(&raised::shown(error, vm));
    stdio::write_stderr(text, vm);
}

mod arguments {
    use rustpython_vm::types::PyStructSequence;
    use rustpython_vm::{PyObjectRef, VirtualMachine, pyclass, pystruct_sequence, pystruct_sequence_data};

    #[pystruct_sequence_data]
    pub(super) struct UnraisableHookArgsData {
        pub(super) exc_type: PyObjectRef,
        pub(super) exc_value: PyObjectRef,
        pub(super) exc_traceback: PyObjectRef,
        pub(super) err_msg: PyObjectRef,
        pub(super) object: PyObjectRef,
    }

    #[pystruct_sequence(name = "UnraisableHookArgs", data = "UnraisableHookArgsData", no_attr)]
    pub(super) struct UnraisableHookArgs;

    #[pyclass(with(PyStructSequence))]
    impl UnraisableHookArgs {}

    pub(super) fn made(data: UnraisableHookArgsData, vm: &VirtualMachine) -> PyObjectRef {
        UnraisableHookArgs::from_data(data, vm).into()
    }
}
