//! Data between the host's `Value` and the interpreter's objects.

mod from_python;
mod to_python;

pub(crate) use from_python::{Bounds, Failure, from_python};
pub(crate) use to_python::to_python;
