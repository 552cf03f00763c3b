//! The native module `_sources`: the source text of the run, in the form that linecache keeps.

pub(crate) use _sources::module_def;

use std::cell::RefCell;
use std::sync::Arc;

use crate::native::Job;

thread_local! {
    static JOB: RefCell<Option<Arc<Job>>> = const { RefCell::new(None) };
}

/// Sets the run whose source is shown, or none.
pub(crate) fn show(job: Option<Arc<Job>>) {
    JOB.with(|shown| *shown.borrow_mut() = job);
}

/// The run whose source is shown.
pub(crate) fn shown() -> Option<Arc<Job>> {
    JOB.with(|shown| shown.borrow().clone())
}

#[rustpython_vm::pymodule]
mod _sources {
    use rustpython_vm::builtins::PyDictRef;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    /// The cache of linecache: a file's name to its size, no time, its lines and its name.
    #[pyfunction]
    fn lines(vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let cache = vm.ctx.new_dict();
        let Some(job) = super::shown() else { return Ok(cache) };
        let lines: Vec<PyObjectRef> = job
            .source
            .split_inclusive('\n')
            .map(|line| {
                let end = if line.ends_with('\n') { "" } else { "\n" };
                vm.ctx.new_str(format!("{line}{end}")).into()
            })
            .collect();
        let size = vm.ctx.new_int(job.source.len()).into();
        let file: PyObjectRef = vm.ctx.new_str(job.file.as_str()).into();
        let entry = vec![size, vm.ctx.none(), vm.ctx.new_list(lines).into(), file.clone()];
        cache.set_item(&*file, vm.ctx.new_tuple(entry).into(), vm)?;
        Ok(cache)
    }
}
