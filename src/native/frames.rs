//! Looks at the Python frames of the run in flight.

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyCode;
use rustpython_vm::frame::{FrameObjectRef, frame_at_offset};

/// How far up the frames are searched.
const MAX_DEPTH: usize = 6000;

/// The name under which frames of the frozen library go.
pub(crate) const FROZEN_PREFIX: &str = "<frozen ";

/// The line of the run's source that the run is at; text that it compiled has lines of its own, which don't count.
pub(crate) fn guest_line(source: &str, vm: &VirtualMachine) -> Option<u32> {
    let frame = walk(vm).find(|frame| file(frame) == source)?;
    u32::try_from(frame.lineno()).ok()
}

/// Whether what happens now was asked for by guest code itself, with nothing but the import machinery between.
pub(crate) fn asked_by_guest(vm: &VirtualMachine) -> bool {
    walk(vm).find(|frame| !is_import(frame)).is_some_and(|frame| !file(&frame).starts_with(FROZEN_PREFIX))
}

/// Whether what is being imported is a name that `from package import name` gave.
pub(crate) fn in_from_list(vm: &VirtualMachine) -> bool {
    let mut import = walk(vm).take_while(is_import);
    import.any(|frame| frame.iframe().code().obj_name.as_str() == "_handle_fromlist")
}

fn is_import(frame: &FrameObjectRef) -> bool {
    let file = file(frame);
    file.starts_with("<frozen _frozen_importlib") || file.starts_with("<frozen importlib")
}

/// Whether code bears the name of a library file, by which the library's frames are known.
pub(crate) fn is_library(code: &PyCode) -> bool {
    code.source_path().as_str().starts_with(FROZEN_PREFIX)
}

fn walk(vm: &VirtualMachine) -> impl Iterator<Item = FrameObjectRef> {
    (0..MAX_DEPTH).map_while(move |offset| frame_at_offset(offset, vm))
}

fn file(frame: &FrameObjectRef) -> String {
    frame.iframe().code().source_path().as_str().to_owned()
}
