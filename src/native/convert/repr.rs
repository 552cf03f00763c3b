//! Python's `repr` of a text and of bytes, from the value that they are.

use rustpython_vm::common::wtf8::Wtf8;
use rustpython_vm::literal::escape::{Escape as _, UnicodeEscape};

use crate::value::Value;

/// What Python shows for an object of exactly the type `str` or `bytes`.
pub(crate) enum Shown<'a> {
    /// Text that stands as it is between single quotes.
    Plain(&'a str),
    Text(UnicodeEscape<'a>, usize),
    Bytes(&'a [u8], Box<[Escaped; 256]>),
}

/// A byte as it is shown: so many of these.
type Escaped = ([u8; 4], u8);

impl Shown<'_> {
    /// None for other values.
    pub(crate) fn of(value: &Value) -> Option<Shown<'_>> {
        Some(match value {
            Value::Str(text) if is_plain(text) => Shown::Plain(text),
            Value::Str(text) => {
                let escape = UnicodeEscape::new_repr(Wtf8::new(text.as_str()));
                let length = escape.layout().len?;
                Shown::Text(escape, length)
            }
            Value::Bytes(bytes) => Shown::Bytes(bytes, Box::new(table(quote(bytes)))),
            _ => return None,
        })
    }

    /// Whether it is known without a look at each character that a value shows as so many bytes at most.
    pub(crate) fn is_within(value: &Value, most: u64) -> bool {
        let (bytes, widest, quotes) = match value {
            Value::Str(text) => (text.len(), "\\U0001f40d".len(), "''".len()),
            Value::Bytes(bytes) => (bytes.len(), "\\xff".len(), "b''".len()),
            _ => return false,
        };
        bytes.checked_mul(widest).is_some_and(|bytes| (bytes + quotes) as u64 <= most)
    }

    /// How many bytes [`text`](Shown::text) gives.
    pub(crate) fn len(&self) -> usize {
        match self {
            Shown::Plain(text) => text.len() + "''".len(),
            Shown::Text(_, length) => length + "''".len(),
            Shown::Bytes(bytes, table) => {
                bytes.iter().map(|byte| usize::from(table[usize::from(*byte)].1)).sum::<usize>() + "b''".len()
            }
        }
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Shown::Plain(text) => ["'", text, "'"].concat(),
            Shown::Text(escape, _) => escape.str_repr().to_string().unwrap_or_default(),
            Shown::Bytes(bytes, table) => {
                let end = self.len() - 1;
                // The last byte is written as four.
                let mut text = vec![0; end + 4];
                text[..2].copy_from_slice(&[b'b', quote(bytes)]);
                let mut at = 2;
                for byte in *bytes {
                    let (escaped, width) = &table[usize::from(*byte)];
                    text[at..at + 4].copy_from_slice(escaped);
                    at += usize::from(*width);
                }
                text[end] = quote(bytes);
                text.truncate(end + 1);
                String::from_utf8(text).unwrap_or_default()
            }
        }
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'\'' && byte != b'\\')
}

fn quote(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' }
}

/// How each byte is shown between such quotes.
fn table(quote: u8) -> [Escaped; 256] {
    let digit = |four: u8| b"0123456789abcdef"[usize::from(four)];
    std::array::from_fn(|byte| {
        let byte = byte as u8;
        let short = |letter| ([b'\\', letter, 0, 0], 2);
        match byte {
            b'\t' => short(b't'),
            b'\n' => short(b'n'),
            b'\r' => short(b'r'),
            b'\\' => short(b'\\'),
            _ if byte == quote => short(byte),
            b' '..=b'~' => ([byte, 0, 0, 0], 1),
            _ => ([b'\\', b'x', digit(byte >> 4), digit(byte & 15)], 4),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Isolation};

    #[test]
    fn it_is_what_python_shows() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let all: Vec<u8> = (0..=255).collect();
        let bytes = [&b""[..], b"plain", b"it's", b"\"", b"both ' and \"", b"\\\t\r\n\0\x7f\x80\xff", &all];
        let other = "\u{e4}\u{ad}\u{4e2d}\u{1f40d}\u{e000}\u{2028}\u{10ffff}";
        let texts = ["", "plain", "it's", "\"", "both ' and \"", "\\\t\r\n\0\x1b\x7f", other];
        let bytes = bytes.into_iter().map(|bytes| Value::Bytes(bytes.to_vec()));
        for value in bytes.chain(texts.into_iter().map(|text| Value::Str(text.to_owned()))) {
            let python = engine.prepare("repr(x)").input("x", value.clone()).run().unwrap().value;
            let shown = Shown::of(&value).unwrap();
            let text = shown.text();
            assert_eq!(shown.len(), text.len());
            assert!(Shown::is_within(&value, 2000) && (!Shown::is_within(&value, 10) || text.len() <= 10), "{text}");
            assert_eq!(Value::Str(text), python);
        }
        assert!(Shown::of(&Value::Int(1)).is_none() && !Shown::is_within(&Value::Int(1), u64::MAX));
    }
}
