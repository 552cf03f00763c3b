//! A syntax error for who has no interpreter: its words and its place.

use super::correct;
use super::fault::Fault;
use super::script::Script;

/// What is wrong with a text, and where; line and column count from 1, the column in characters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Complaint {
    pub(crate) message: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

/// What the compiler said of a text, in CPython's words.
pub(crate) fn plainly(
    message: &str,
    (line, offset): (usize, usize),
    end: Option<(usize, usize)>,
    counts_bytes: bool,
    text: &str,
) -> Complaint {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let script = Script::new(text);
    let mut fault = Fault {
        message: message.to_owned(),
        line: number(line),
        offset: number(offset),
        end_line: end.map(|(line, _)| number(line)),
        end_offset: end.map(|(_, offset)| number(offset)),
        text: None,
    };
    if counts_bytes {
        fault.count_characters(&script);
    }
    correct(&mut fault, &script);
    let place = |number: i64| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
    Complaint { message: fault.message, line: place(fault.line), column: place(fault.offset) }
}
