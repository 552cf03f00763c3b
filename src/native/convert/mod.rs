//! Data between the host's `Value` and the interpreter's objects.

mod from_python;
mod preview;
mod repr;
mod to_python;

pub(crate) use from_python::{Bounds, Failure, from_python};
pub(crate) use preview::preview;
pub(crate) use repr::Shown;
pub(crate) use to_python::to_python;
