//! The messages between host and guest: one job in, one answer out, each behind a version.
//!
//! Numbers are little-endian, a text is its length in bytes and its UTF-8, a list its length and its items, a choice one
//! byte. What the host reads was written by a guest that nobody trusts, so reading checks every length against what is
//! left, every text for UTF-8, every choice for being one, and how deep data nests.

mod parts;
mod value;

use std::sync::Arc;

pub(crate) use parts::{Malformed, Reader, Wire, Writer, choices, record};

use crate::file::Given;
use crate::job::Job;
use crate::limits::Limits;
use crate::outcome::{Denial, Exhausted, LimitKind, Outcome, Raised, Status};
use crate::policy::{Clock, Policy, Seed};
use crate::tool::Tools;
use crate::traceback::{Frame, Link, Relation, SyntaxDetail, Traceback};
use crate::value::Value;

/// What both sides must agree on; part of every message.
pub(crate) const VERSION: u32 = 2;

/// What a guest says of a run that it ended by itself. Its output and its denials the host has by then.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) value: Value,
    pub(crate) repr: String,
    pub(crate) error: Option<Raised>,
    pub(crate) limit: Option<Exhausted>,
    pub(crate) warnings: Vec<String>,
    pub(crate) value_cut: bool,
    pub(crate) memory_peak: u64,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Answer {
        Answer {
            status: outcome.status,
            value: outcome.value,
            repr: outcome.repr,
            error: outcome.error,
            limit: outcome.limit,
            warnings: outcome.warnings,
            value_cut: outcome.truncated.value,
            memory_peak: outcome.usage.memory_peak_bytes,
        }
    }
}

/// The bytes of a message.
pub(crate) fn encode<T: Wire>(message: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    VERSION.write(&mut writer);
    message.write(&mut writer);
    writer.into_bytes()
}

/// Reads a message that takes up all of the bytes.
pub(crate) fn decode<T: Wire>(bytes: &[u8]) -> Result<T, Malformed> {
    decode_within(bytes, usize::MAX)
}

/// Likewise, where its lists may take so many bytes of memory.
pub(crate) fn decode_within<T: Wire>(bytes: &[u8], room: usize) -> Result<T, Malformed> {
    let mut reader = Reader::new(bytes, room);
    if u32::read(&mut reader)? != VERSION {
        return Err(Malformed("another version of the message format"));
    }
    let message = T::read(&mut reader)?;
    reader.end()?;
    Ok(message)
}

record!(Answer { status, value, repr, error, limit, warnings, value_cut, memory_peak });
record!(Job { source, file, inputs, files, limits, policy, session, tools } but { id, warnings });
// The content is asked for in parts: no run holds it twice.
record!(Given { path, size } but { content });
record!(Limits { fuel, deadline, memory, output, recursion, source, value_bytes, value_depth });
record!(Policy { allow, deny, clock, seed });
record!(Raised { kind, message, line, column, traceback, hint, exit_code, frames });
record!(Exhausted { kind, limit, used });
record!(Denial { kind, name, line, reason });
record!(Link { relation, frames, type_name, message, suggestion, notes, syntax, members, omitted_members });
record!(Frame { file, name, line, end_line, column, end_column, source });
record!(SyntaxDetail { message, file, line, end_line, offset, end_offset, text });
choices!(Status { Ok, Error, Exit, Denied, Fuel, Timeout, Memory, Output, Cancelled, Crashed });
choices!(LimitKind { Fuel, Deadline, Memory, Stdout, Stderr, Source, ValueBytes, ValueDepth, Tools });
choices!(Relation { Start, Cause, Context });

impl Wire for Traceback {
    fn write(&self, writer: &mut Writer) {
        self.links.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Traceback, Malformed> {
        reader.nested(|reader| Ok(Traceback { links: Wire::read(reader)? }))
    }
}

impl Wire for Arc<Policy> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Arc<Policy>, Malformed> {
        Policy::read(reader).map(Arc::new)
    }
}

impl Wire for Arc<Tools> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Arc<Tools>, Malformed> {
        Tools::read(reader).map(Arc::new)
    }
}

impl Wire for Clock {
    fn write(&self, writer: &mut Writer) {
        let fixed = match self {
            Clock::System => None,
            Clock::Fixed { unix_micros } => Some(*unix_micros),
        };
        fixed.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Clock, Malformed> {
        let fixed = Option::<i64>::read(reader)?;
        Ok(fixed.map_or(Clock::System, |unix_micros| Clock::Fixed { unix_micros }))
    }
}

impl Wire for Seed {
    fn write(&self, writer: &mut Writer) {
        let number = match self {
            Seed::System => None,
            Seed::Number(number) => Some(*number),
        };
        number.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Seed, Malformed> {
        Ok(Option::<u64>::read(reader)?.map_or(Seed::System, Seed::Number))
    }
}

#[cfg(test)]
mod tests;
