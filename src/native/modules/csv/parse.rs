//! Takes lines of CSV apart into fields, character by character, as CPython does.

use rustpython_vm::common::wtf8::{CodePoint, Wtf8, Wtf8Buf};

use super::format::{Format, Quoting};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    RecordStart,
    FieldStart,
    Escaped,
    AfterEscapedNewline,
    Plain,
    Quoted,
    EscapedInQuotes,
    QuoteInQuotes,
    Newline,
}

/// A field of a record.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Field {
    Text(Wtf8Buf),
    /// Text that the dialect takes for a number.
    Number(Wtf8Buf),
    /// Nothing at all, where the dialect tells that from an empty text.
    Null,
}

/// Why text is no record.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    FieldTooLong,
    DelimiterExpected,
    StrayNewline,
}

/// A record under construction.
#[derive(Debug, Default)]
pub(super) struct Record {
    state: State,
    fields: Vec<Field>,
    field: Wtf8Buf,
    length: u64,
    was_quoted: bool,
}

impl Record {
    /// Whether the input may end here.
    pub(super) fn is_complete(&self) -> bool {
        self.state == State::RecordStart
    }

    /// Whether the input ended in the middle of a field.
    pub(super) fn is_torn(&self) -> bool {
        self.length > 0 || self.state == State::Quoted
    }

    /// Ends the field that the end of the input tore.
    pub(super) fn mend(&mut self, format: &Format) {
        self.save(format);
    }

    /// Takes the fields that have ended.
    pub(super) fn take_fields(&mut self) -> Vec<Field> {
        std::mem::take(&mut self.fields)
    }

    /// Reads a line to its end.
    pub(super) fn line(&mut self, line: &Wtf8, format: &Format, limit: i64) -> Result<(), Fault> {
        for point in line.code_points() {
            self.step(Some(point), format, limit)?;
        }
        self.step(None, format, limit)
    }

    fn add(&mut self, point: CodePoint, limit: i64) -> Result<(), Fault> {
        if i64::try_from(self.length).is_ok_and(|length| length >= limit) {
            return Err(Fault::FieldTooLong);
        }
        self.field.push(point);
        self.length += 1;
        Ok(())
    }

    fn save(&mut self, format: &Format) {
        let plain = !std::mem::take(&mut self.was_quoted);
        let text = std::mem::take(&mut self.field);
        let empty = std::mem::take(&mut self.length) == 0;
        let field = match format.quoting {
            Quoting::NotNull | Quoting::Strings if plain && empty => Field::Null,
            Quoting::NonNumeric | Quoting::Strings if plain && !empty => Field::Number(text),
            _ => Field::Text(text),
        };
        self.fields.push(field);
    }

    /// Ends the field at the end of a line; a newline character may be followed by more of its kind.
    fn end(&mut self, point: Option<CodePoint>, format: &Format) {
        self.save(format);
        self.state = if point.is_none() { State::RecordStart } else { State::Newline };
    }

    /// Takes one character, or the end of the line.
    fn step(&mut self, point: Option<CodePoint>, format: &Format, limit: i64) -> Result<(), Fault> {
        let is = |char: char| point == Some(CodePoint::from_char(char));
        let newline = is('\n') || is('\r');
        let ends = point.is_none() || newline;
        let is_quote = point.is_some() && point == format.quote && format.quoting != Quoting::None;
        let is_escape = point.is_some() && point == format.escape;
        let is_delimiter = point == Some(format.delimiter);
        // The end of a line stands for a newline where it is escaped.
        let char = point.unwrap_or(CodePoint::from_char('\n'));
        match self.state {
            State::RecordStart if point.is_none() => {}
            State::RecordStart if newline => self.state = State::Newline,
            State::RecordStart | State::FieldStart => {
                if ends {
                    self.end(point, format);
                } else if is_quote {
                    self.was_quoted = true;
                    self.state = State::Quoted;
                } else if is_escape {
                    self.state = State::Escaped;
                } else if is(' ') && format.skip_space {
                    self.state = State::FieldStart;
                } else if is_delimiter {
                    self.save(format);
                    self.state = State::FieldStart;
                } else {
                    self.add(char, limit)?;
                    self.state = State::Plain;
                }
            }
            State::Escaped => {
                self.add(char, limit)?;
                self.state = if newline { State::AfterEscapedNewline } else { State::Plain };
            }
            State::AfterEscapedNewline if point.is_none() => {}
            State::AfterEscapedNewline | State::Plain => {
                if ends {
                    self.end(point, format);
                } else if is_escape {
                    self.state = State::Escaped;
                } else if is_delimiter {
                    self.save(format);
                    self.state = State::FieldStart;
                } else {
                    self.add(char, limit)?;
                }
            }
            State::Quoted => {
                if point.is_none() {
                } else if is_escape {
                    self.state = State::EscapedInQuotes;
                } else if is_quote {
                    self.state = if format.double_quote { State::QuoteInQuotes } else { State::Plain };
                } else {
                    self.add(char, limit)?;
                }
            }
            State::EscapedInQuotes => {
                self.add(char, limit)?;
                self.state = State::Quoted;
            }
            State::QuoteInQuotes => {
                if is_quote {
                    self.add(char, limit)?;
                    self.state = State::Quoted;
                } else if is_delimiter {
                    self.save(format);
                    self.state = State::FieldStart;
                } else if ends {
                    self.end(point, format);
                } else if format.strict {
                    return Err(Fault::DelimiterExpected);
                } else {
                    self.add(char, limit)?;
                    self.state = State::Plain;
                }
            }
            State::Newline => {
                if point.is_none() {
                    self.state = State::RecordStart;
                } else if !newline {
                    return Err(Fault::StrayNewline);
                }
            }
        }
        Ok(())
    }
}
