//! The native module `_refusals`: it gives the library's shims the functions that policy refuses.
//!
//! Each is made from the allowlist's data and can do nothing but record its own denial and raise.

pub(crate) use _refusals::module_def;

#[rustpython_vm::pymodule]
mod _refusals {
    use rustpython_vm::builtins::{PyBaseExceptionRef, PyUtf8StrRef};
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::types::{Callable, Representable};
    use rustpython_vm::{Py, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

    use crate::allowlist::{self, Call, Raises};
    use crate::native::gate;

    /// The refused function of this full name.
    #[pyfunction]
    fn function(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<PyRef<RefusedFunction>> {
        match allowlist::find_call(name.as_str()) {
            Some(call) => Ok(RefusedFunction { call }.into_ref(&vm.ctx)),
            None => Err(vm.new_value_error(format!("{} is not a refused function", name.as_str()))),
        }
    }

    #[pyattr]
    #[pyclass(module = "builtins", name = "refused_function")]
    #[derive(Debug, PyPayload)]
    pub(super) struct RefusedFunction {
        pub(super) call: &'static Call,
    }

    #[pyclass(with(Callable, Representable))]
    impl RefusedFunction {
        #[pygetset(name = "__name__")]
        fn name(zelf: &Py<Self>) -> &'static str {
            zelf.call.name.rsplit('.').next().unwrap_or(zelf.call.name)
        }
    }

    impl Callable for RefusedFunction {
        type Args = FuncArgs;

        fn call(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            Err(refused(zelf.call, vm))
        }
    }

    impl Representable for RefusedFunction {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<refused function {}>", zelf.call.name))
        }
    }

    fn refused(call: &Call, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let why = allowlist::reason(call.why, call.instead);
        let reason = format!("{}() is refused by policy: {why}", call.name);
        gate::record("call", call.name, &reason, vm);
        let class = match call.raises {
            Raises::PermissionError => vm.ctx.exceptions.permission_error,
            Raises::RuntimeError => vm.ctx.exceptions.runtime_error,
        };
        let exception = vm.new_exception_msg(class.to_owned(), reason.into());
        gate::mark(&exception);
        exception
    }
}
