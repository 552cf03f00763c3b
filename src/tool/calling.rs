//! Carries out calls of tools: bounded, recorded, and left where they take too long.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::{Arguments, Call, Function, MAX_CALLS, MAX_RECORD, Reply, Source, ToolCall, Tools, hands};
use crate::cancel::LOOK;
use crate::outcome::{Exhausted, LimitKind};
use crate::{inside, wire};

/// How a call ended.
pub(crate) enum Answer {
    Reply(Reply),
    /// Who waited for it left before.
    Left,
    /// The run's tools took longer than they may.
    Late(Exhausted),
}

impl Tools {
    /// Carries out a call, unless who waits for it `leaves` before. A result of more than `most` bytes is an error.
    pub(crate) fn call(&self, call: &Call, most: u64, leaves: impl Fn() -> bool) -> Answer {
        let size = wire::encode(call).len();
        let left = {
            let mut record = self.record.lock();
            if record.calls.len() == MAX_CALLS {
                return Answer::Reply(Reply::error(format!("a run may call tools {MAX_CALLS} times")));
            }
            if record.bytes + size > MAX_RECORD {
                return Answer::Reply(Reply::error(OVERFULL));
            }
            record.bytes += size;
            self.deadline.saturating_sub(record.time)
        };
        let tool = call.tool.clone();
        let arguments = Arguments { positional: call.positional.clone(), by_name: call.by_name.clone() };
        let began = Instant::now();
        let mut answer = self.answer(&tool, &arguments, left, leaves);
        let took = began.elapsed();
        let mut record = self.record.lock();
        record.time += took;
        let (value, error) = match &mut answer {
            Answer::Reply(reply) => {
                let size = wire::encode(reply).len();
                if size as u64 > most {
                    let text = format!("the result of {tool}() takes {size} bytes, more than the {most} of a value");
                    *reply = Reply::error(text);
                } else if record.bytes + size > MAX_RECORD {
                    *reply = Reply::error(OVERFULL);
                } else {
                    record.bytes += size;
                }
                (reply.value.clone(), reply.error.clone())
            }
            Answer::Left => (None, Some(String::from("the run ended before it answered"))),
            Answer::Late(limit) => {
                limit.used = record.time.as_millis() as u64;
                (None, Some(String::from("it took longer than the run's tools may")))
            }
        };
        record.calls.push(ToolCall { tool, arguments, value, error, wall_us: took.as_micros() as u64 });
        answer
    }

    fn answer(&self, tool: &str, arguments: &Arguments, left: Duration, leaves: impl Fn() -> bool) -> Answer {
        match &self.source {
            Source::Functions(functions) => match functions.get(tool) {
                Some(function) => self.elsewhere(tool, function, arguments, left, leaves),
                None => Answer::Reply(Reply::error(format!("no tool {tool}"))),
            },
            Source::Record(_, record) => Answer::Reply(match record.lock().pop_front() {
                Some(call) if call.tool == tool && same(&call.arguments, arguments) => {
                    Reply { value: call.value, error: call.error }
                }
                Some(call) => {
                    Reply::error(format!("the record has a call of {} here, with other arguments", call.tool))
                }
                None => Reply::error("the record has no further call"),
            }),
        }
    }

    /// Has another thread call a function, and waits for what it gives.
    fn elsewhere(
        &self,
        tool: &str,
        function: &Function,
        arguments: &Arguments,
        left: Duration,
        leaves: impl Fn() -> bool,
    ) -> Answer {
        let (sender, given) = sync_channel(1);
        let (function, arguments, sessions) = (function.clone(), arguments.clone(), self.inside.clone());
        let began = Instant::now();
        let task = move || {
            let inside = inside::enter(&sessions);
            let result = catch_unwind(AssertUnwindSafe(|| function(&arguments)));
            drop(inside);
            // Who waited may have left.
            let _ = sender.send(result);
        };
        if let Err(error) = hands::carry_out(Box::new(task)) {
            return Answer::Reply(Reply::error(format!("no thread for {tool}(): {error}")));
        }
        loop {
            let next = LOOK.min(left.saturating_sub(began.elapsed()));
            match given.recv_timeout(next) {
                Ok(Ok(Ok(value))) => return Answer::Reply(Reply { value: Some(value), error: None }),
                Ok(Ok(Err(text))) => return Answer::Reply(Reply::error(text)),
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
                    return Answer::Reply(Reply::error(format!("the tool {tool} panicked")));
                }
                Err(RecvTimeoutError::Timeout) if leaves() => return Answer::Left,
                Err(RecvTimeoutError::Timeout) if began.elapsed() >= left => {
                    let limit = self.deadline.as_millis() as u64;
                    return Answer::Late(Exhausted { kind: LimitKind::Tools, limit, used: limit });
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

const OVERFULL: &str = "the arguments and results of all tool calls take more than 16777216 bytes (16 MiB)";

/// Equal to the last bit, which a NaN is not to itself.
fn same(one: &Arguments, two: &Arguments) -> bool {
    let bytes = |arguments: &Arguments| (wire::encode(&arguments.positional), wire::encode(&arguments.by_name));
    bytes(one) == bytes(two)
}
