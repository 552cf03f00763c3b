//! Puts fields together into a line of CSV, quoting and escaping as CPython does.

use rustpython_vm::common::wtf8::{CodePoint, Wtf8, Wtf8Buf};

use super::format::{Format, Quoting};

/// Why fields make no line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoEscape,
    EmptyField,
    EmptyRecord,
}

/// A line under construction.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: Wtf8Buf,
    fields: usize,
    last_is_null: bool,
}

impl Line {
    /// Adds a field; None stands for one that is null.
    pub(super) fn field(&mut self, field: Option<&Wtf8>, quote: bool, format: &Format) -> Result<(), Fault> {
        self.last_is_null = field.is_none();
        let text = field.unwrap_or(Wtf8::new(""));
        let mut quote = quote;
        if text.is_empty() && format.delimiter == CodePoint::from_char(' ') && format.skip_space {
            if leaves_null_bare(self.last_is_null, format) {
                return Err(Fault::EmptyField);
            }
            quote = true;
        }
        if self.fields > 0 {
            self.text.push(format.delimiter);
        }
        self.fields += 1;
        let mut body = Wtf8Buf::with_capacity(text.len());
        for point in text.code_points() {
            match what(point, format) {
                What::Plain => {}
                What::Quote => quote = true,
                What::Double => {
                    quote = true;
                    body.push(point);
                }
                What::Escape => body.push(format.escape.ok_or(Fault::NoEscape)?),
            }
            body.push(point);
        }
        let mark = format.quote.filter(|_| quote);
        self.text.extend(mark);
        self.text.push_wtf8(&body);
        self.text.extend(mark);
        Ok(())
    }

    /// Ends the line; one empty field is quoted, for it would read as none.
    pub(super) fn end(mut self, format: &Format) -> Result<Wtf8Buf, Fault> {
        if self.fields > 0 && self.text.is_empty() {
            if leaves_null_bare(self.last_is_null, format) {
                return Err(Fault::EmptyRecord);
            }
            self.fields -= 1;
            self.field(None, true, format)?;
        }
        self.text.push_wtf8(format.terminator.as_wtf8());
        Ok(self.text)
    }
}

fn leaves_null_bare(is_null: bool, format: &Format) -> bool {
    match format.quoting {
        Quoting::None => true,
        Quoting::Strings | Quoting::NotNull => is_null,
        _ => false,
    }
}

enum What {
    Plain,
    Quote,
    Double,
    Escape,
}

fn what(point: CodePoint, format: &Format) -> What {
    let is_quote = format.quote == Some(point);
    let is_escape = format.escape == Some(point);
    let is = |char| point == CodePoint::from_char(char);
    let special = is_quote
        || is_escape
        || point == format.delimiter
        || is('\n')
        || is('\r')
        || format.terminator.as_wtf8().code_points().any(|other| other == point);
    match () {
        () if !special => What::Plain,
        () if format.quoting == Quoting::None => What::Escape,
        () if is_quote && format.double_quote => What::Double,
        () if is_quote || is_escape => What::Escape,
        () => What::Quote,
    }
}
