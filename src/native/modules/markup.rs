//! `_string.formatter_parser`, which splits a format string where CPython does.

use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::{Patch, function};
use crate::native::budget;

pub(super) const PATCH: Patch = Patch {
    name: "_string",
    functions: || vec![function!("formatter_parser", parser)],
    without: &[],
    finish: |_, _| Ok(()),
};

fn parser(text: PyStrRef, vm: &VirtualMachine) -> PyResult {
    let Some(source) = text.to_str() else { return Err(vm.new_value_error("surrogates in a format string")) };
    budget::charge(source.len() as u64 >> 6, vm)?;
    let parts = split(source).map_err(|message| vm.new_value_error(message))?;
    let optional = |part: Option<&str>| part.map_or_else(|| vm.ctx.none(), |part| vm.ctx.new_str(part).into());
    let tuples = parts.iter().map(|part| -> PyObjectRef {
        let field = part.field.as_ref();
        let items = vec![
            vm.ctx.new_str(part.literal).into(),
            optional(field.map(|field| field.name)),
            optional(field.map(|field| field.spec)),
            optional(field.and_then(|field| field.conversion)),
        ];
        vm.ctx.new_tuple(items).into()
    });
    Ok(vm.ctx.new_list(tuples.collect()).into())
}

/// Literal text and the replacement field that follows it. A doubled brace ends the literal that it is in.
#[derive(Debug, PartialEq)]
struct Part<'a> {
    literal: &'a str,
    field: Option<Field<'a>>,
}

#[derive(Debug, PartialEq)]
struct Field<'a> {
    name: &'a str,
    spec: &'a str,
    conversion: Option<&'a str>,
}

fn split(mut rest: &str) -> Result<Vec<Part<'_>>, &'static str> {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let Some(brace) = rest.find(['{', '}']) else {
            parts.push(Part { literal: rest, field: None });
            break;
        };
        let (literal, after) = (&rest[..brace], &rest[brace + 1..]);
        if after.starts_with(&rest[brace..=brace]) {
            parts.push(Part { literal: &rest[..=brace], field: None });
            rest = &after[1..];
        } else if rest[brace..].starts_with('}') {
            return Err("Single '}' encountered in format string");
        } else if after.is_empty() {
            return Err("Single '{' encountered in format string");
        } else {
            let (field, end) = field(after)?;
            parts.push(Part { literal, field: Some(field) });
            rest = end;
        }
    }
    Ok(parts)
}

/// A replacement field behind its opening brace, and what follows its closing one.
fn field(text: &str) -> Result<(Field<'_>, &str), &'static str> {
    let mut at = 0;
    let end = loop {
        at += text[at..].find(['{', '[', '}', ':', '!']).ok_or("expected '}' before end of string")?;
        match text.as_bytes()[at] {
            b'{' => return Err("unexpected '{' in field name"),
            b'[' => at += text[at..].find(']').ok_or("expected '}' before end of string")?,
            byte => break byte,
        }
    };
    let (name, mut rest) = (&text[..at], &text[at + 1..]);
    let mut conversion = None;
    if end == b'}' {
        return Ok((Field { name, spec: "", conversion }, rest));
    }
    if end == b'!' {
        let letter = rest.chars().next().ok_or("end of string while looking for conversion specifier")?;
        conversion = Some(&rest[..letter.len_utf8()]);
        rest = &rest[letter.len_utf8()..];
        match rest.chars().next() {
            Some('}') => return Ok((Field { name, spec: "", conversion }, &rest[1..])),
            Some(':') => rest = &rest[1..],
            Some(_) => return Err("expected ':' after conversion specifier"),
            None => {}
        }
    }
    let mut open = 1;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Ok((Field { name, spec: &rest[..at], conversion }, &rest[at + 1..]));
        }
    }
    Err("unmatched '{' in format spec")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
        split(text).unwrap().iter().map(|part| (part.literal, part.field.as_ref().map(|field| field.name))).collect()
    }

    #[test]
    fn a_doubled_brace_ends_its_literal() {
        assert_eq!(parts("a{b}c{{d}}"), [("a", Some("b")), ("c{", None), ("d}", None)]);
        assert_eq!(parts("{0[}]}x"), [("", Some("0[}]")), ("x", None)]);
        assert_eq!(parts(""), []);
    }

    #[test]
    fn what_does_not_parse_is_said() {
        for (text, message) in [
            ("}", "Single '}' encountered in format string"),
            ("a{", "Single '{' encountered in format string"),
            ("{a", "expected '}' before end of string"),
            ("{a[", "expected '}' before end of string"),
            ("{a!", "end of string while looking for conversion specifier"),
            ("{a!rr}", "expected ':' after conversion specifier"),
            ("{a:{b}", "unmatched '{' in format spec"),
            ("{a{", "unexpected '{' in field name"),
        ] {
            assert_eq!(split(text).unwrap_err(), message, "{text}");
        }
    }
}
