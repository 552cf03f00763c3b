//! The object `tools`, by which guest code calls functions of the host.

use std::cell::RefCell;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::{Job, modules};

/// The name under which guest code finds them.
const NAME: &str = "tools";

/// Completes the classes; comes before the first run.
pub(crate) fn prepare() {
    let _ = _tools::Tool::make_static_type();
    let _ = _tools::Ready::make_static_type();
}

thread_local! {
    /// What the run's last call of a tool gave.
    static GIVEN: RefCell<Option<PyObjectRef>> = const { RefCell::new(None) };
}

/// Whether the run has tools.
pub(crate) fn are_lent() -> bool {
    modules::shown_job().is_some_and(|job| !job.tools.names().is_empty())
}

/// Stands before what a run with tools awaits: what the last call of one gave can be awaited then.
pub(crate) fn to_await(_ellipsis: &PyObject, awaited: &PyObject, vm: &VirtualMachine) -> PyResult {
    if !are_lent() {
        return Ok(vm.ctx.not_implemented());
    }
    Ok(match GIVEN.take().filter(|given| given.is(awaited)) {
        Some(value) => _tools::Ready { value }.into_pyobject(vm),
        None => awaited.to_owned(),
    })
}

/// Lets go of what the run's last call of a tool gave.
pub(crate) fn forget() {
    drop(GIVEN.take());
}

/// Leaves alone what a run gave whose interpreter broke.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn abandon() {
    std::mem::forget(GIVEN.take());
}

/// Gives a run its tools, if it has any: `tools.name` to call or await, `tools.aio.name` for what awaits several.
pub(crate) fn install(job: &Job, scope: &Scope, vm: &VirtualMachine) -> PyResult<()> {
    let names = job.tools.names();
    if names.is_empty() {
        return Ok(());
    }
    let bases = vec![vm.ctx.exceptions.runtime_error.to_owned()];
    let error = vm.ctx.new_exception_type(NAME, "ToolError", Some(bases));
    let [plain, awaited] = [false, true].map(|awaited| -> PyResult<PyDictRef> {
        let namespace = vm.ctx.new_dict();
        namespace.set_item("ToolError", error.clone().into(), vm)?;
        for name in &names {
            let tool = _tools::Tool { name: (*name).to_owned(), awaited, error: error.clone() };
            namespace.set_item(*name, tool.into_pyobject(vm), vm)?;
        }
        Ok(namespace)
    });
    let (plain, awaited) = (plain?, awaited?);
    let awaited: PyObjectRef = vm.new_module("tools.aio", awaited, None).into();
    plain.set_item("aio", awaited, vm)?;
    scope.globals.set_item(NAME, vm.new_module(NAME, plain, None).into(), vm)
}

#[rustpython_vm::pymodule]
mod _tools {
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::protocol::PyIterReturn;
    use rustpython_vm::types::{Callable, IterNext, Iterable, Representable, SelfIter};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass};

    use super::GIVEN;
    use crate::native::convert::{Bounds, Failure, from_python, to_python};
    use crate::native::{budget, host_call, modules};
    use crate::tool::{Call, Reply};
    use crate::value::Value;

    /// A function of the host.
    #[pyattr]
    #[pyclass(module = "tools", name = "Tool")]
    #[derive(Debug, PyPayload)]
    pub(super) struct Tool {
        pub(super) name: String,
        pub(super) awaited: bool,
        pub(super) error: PyTypeRef,
    }

    #[pyclass(with(Callable, Representable), flags(DISALLOW_INSTANTIATION))]
    impl Tool {
        #[pygetset(name = "__name__")]
        fn name(zelf: &Py<Self>) -> String {
            zelf.name.clone()
        }
    }

    impl Representable for Tool {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<tool {}>", zelf.name))
        }
    }

    impl Callable for Tool {
        type Args = FuncArgs;

        fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let Some(job) = modules::shown_job() else { return Err(vm.new_runtime_error("no run is going on")) };
            let bounds = Bounds { bytes: job.limits.value_bytes, depth: job.limits.value_depth };
            let read = |object: &PyObjectRef| -> PyResult<Value> {
                from_python(object, bounds, vm).map_err(|failure| match failure {
                    Failure::Raised(exception) => exception,
                    Failure::Bound(_, limit, used) => {
                        let text =
                            format!("an argument of {}() takes {used}, more than the {limit} of a value", zelf.name);
                        vm.new_exception_msg(zelf.error.clone(), text.into())
                    }
                })
            };
            let positional = args.args.iter().map(read).collect::<PyResult<Vec<_>>>()?;
            let named = args.kwargs.iter().map(|(name, object)| Ok((name.to_string(), read(object)?)));
            let by_name = named.collect::<PyResult<Vec<_>>>()?;
            budget::charge(1, vm)?;
            let call = Call { tool: zelf.name.clone(), positional, by_name };
            let value = match host_call::call(&job, &call, vm)? {
                Reply { error: Some(text), .. } => {
                    return Err(vm.new_exception_msg(zelf.error.clone(), text.into()));
                }
                Reply { value, .. } => to_python(&value.unwrap_or(Value::None), vm)?,
            };
            if zelf.awaited {
                return Ok(Ready { value }.into_pyobject(vm));
            }
            GIVEN.set(Some(value.clone()));
            Ok(value)
        }
    }

    /// What a tool gave, to be awaited.
    #[pyattr]
    #[pyclass(module = "tools", name = "Ready", traverse)]
    #[derive(Debug, PyPayload)]
    pub(super) struct Ready {
        pub(super) value: PyObjectRef,
    }

    #[pyclass(with(IterNext, Iterable), flags(DISALLOW_INSTANTIATION))]
    impl Ready {
        #[pymethod]
        fn __await__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }
    }

    impl SelfIter for Ready {}

    impl IterNext for Ready {
        fn next(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            Ok(PyIterReturn::StopIteration(Some(zelf.value.clone())))
        }
    }
}
