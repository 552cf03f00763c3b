//! The native module `_frames`: what the library needs of frames, in a form that gives nothing of them away.

pub(super) use _frames::module_def;

#[rustpython_vm::pymodule]
mod _frames {
    use rustpython_vm::builtins::{PyStr, PyStrRef, PyTraceback};
    use rustpython_vm::frame::{FrameObjectRef, frame_at_offset};
    use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

    use crate::native::budget;

    /// The frames that called a frame, the innermost first; none for a frame that runs no more.
    #[pyfunction]
    fn callers(frame: FrameObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        budget::steps(vm.current_recursion_depth() as u64, vm)?;
        let all = (0..).map_while(|offset| frame_at_offset(offset, vm));
        Ok(all.skip_while(|at| !at.is(&frame)).skip(1).map(Into::into).collect())
    }

    /// The names that the last frame of a traceback could read.
    #[pyfunction]
    fn names(traceback: PyRef<PyTraceback>, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let Some(frame) = last(&traceback) else { return Ok(Vec::new()) };
        let mut names = Vec::new();
        for scope in [frame.f_locals(vm)?, frame.f_globals().into(), frame.f_builtins()] {
            names.extend(scope.try_to_value::<Vec<PyObjectRef>>(vm)?);
        }
        names.retain(|name| name.downcast_ref::<PyStr>().is_some());
        Ok(names)
    }

    /// Whether the last frame of a traceback is a method of this object.
    #[pyfunction]
    fn is_self(traceback: PyRef<PyTraceback>, object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(self_of(&traceback, vm)?.is_some_and(|found| found.is(&object)))
    }

    /// Whether the last frame of a traceback is a method of an object that has an attribute of this name.
    #[pyfunction]
    fn self_has(traceback: PyRef<PyTraceback>, name: PyStrRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(self_of(&traceback, vm)?.is_some_and(|found| found.get_attr(&name, vm).is_ok()))
    }

    fn last(traceback: &PyRef<PyTraceback>) -> Option<FrameObjectRef> {
        traceback.iter().last().map(|entry| entry.frame.clone())
    }

    fn self_of(traceback: &PyRef<PyTraceback>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let Some(frame) = last(traceback) else { return Ok(None) };
        Ok(frame.f_locals(vm)?.get_item("self", vm).ok())
    }
}
