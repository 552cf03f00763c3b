//! `__format__` of ints and complex numbers, where RustPython panics or spells a part differently.

use rustpython_vm::builtins::{PyComplex, PyInt, PyStr};
use rustpython_vm::common::wtf8::{CodePoint, Wtf8Buf};
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::defs::call;

/// A character of the private use area stands for a surrogate, which Rust has no `char` for.
const STAND_IN: u32 = 0xE000;

/// `format(0xd800, "c")` is a lone surrogate.
pub(super) fn int(method: &'static PyMethodDef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(surrogate) = surrogate_wanted(&args) else { return call(method, args, vm) };
    args.args[0] = vm.ctx.new_int(STAND_IN).into();
    let formatted = call(method, args, vm)?;
    let Some(text) = formatted.downcast_ref::<PyStr>() else { return Ok(formatted) };
    let mut result = Wtf8Buf::new();
    for point in text.as_wtf8().code_points() {
        result.push(if point.to_u32() == STAND_IN { surrogate } else { point });
    }
    Ok(vm.ctx.new_str(result).into())
}

fn surrogate_wanted(args: &FuncArgs) -> Option<CodePoint> {
    let [number, spec] = args.args.as_slice() else { return None };
    let code = u32::try_from(number.downcast_ref::<PyInt>()?.as_bigint()).ok()?;
    let wanted = (0xD800..0xE000).contains(&code) && spec.downcast_ref::<PyStr>()?.to_str()?.ends_with('c');
    if wanted { CodePoint::from_u32(code) } else { None }
}

/// Without a type and a precision the parts are spelled as by `repr`.
pub(super) fn complex(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let spec = args.args.get(1).and_then(|spec| spec.downcast_ref::<PyStr>()).and_then(|spec| spec.to_str());
    let parts = spec.and_then(Parts::of);
    let number = args.args.first().and_then(|number| number.downcast_ref::<PyComplex>()).map(|z| z.to_complex());
    let (Some(parts), Some(z)) = (parts, number) else { return call(method, args, vm) };
    // Whatever is refused is refused by the original.
    call(method, args.clone(), vm)?;
    let spelled = |x: f64, sign: &str| -> PyResult<String> {
        let spec: PyObjectRef = vm.ctx.new_str(format!("{sign}{}", parts.each)).into();
        let text = vm.call_method(vm.ctx.new_float(x).as_ref(), "__format__", (spec,))?.str(vm)?;
        let text = text.to_string_lossy().into_owned();
        let cut = if parts.alternate { "0" } else { ".0" };
        Ok(text.strip_suffix(cut).filter(|_| text.ends_with(".0")).unwrap_or(&text).to_owned())
    };
    let imaginary = spelled(z.im, "+")?;
    let text = if z.re == 0.0 && z.re.is_sign_positive() {
        format!("{}j", spelled(z.im, parts.sign)?)
    } else {
        format!("({}{imaginary}j)", spelled(z.re, parts.sign)?)
    };
    let pad: PyObjectRef = vm.ctx.new_str(parts.pad).into();
    vm.call_method(vm.ctx.new_str(text).as_ref(), "__format__", (pad,))
}

/// A format spec taken apart: what each part of the number gets, and what the whole gets.
struct Parts<'a> {
    sign: &'a str,
    each: String,
    pad: String,
    alternate: bool,
}

impl<'a> Parts<'a> {
    /// `None` for a spec that has a precision or a type, or is empty.
    fn of(spec: &'a str) -> Option<Parts<'a>> {
        let second = spec.char_indices().nth(1).filter(|(_, c)| "<>^".contains(*c)).map(|(at, c)| at + c.len_utf8());
        let first = spec.starts_with(['<', '>', '^']).then_some(1);
        let (align, rest) = spec.split_at(second.or(first).unwrap_or(0));
        let (sign, rest) = rest.split_at(usize::from(rest.starts_with(['+', '-', ' '])));
        let digits = rest.trim_start_matches(['z', '#']);
        let (flags, grouped) = rest.split_at(rest.len() - digits.len());
        let group = grouped.trim_start_matches(|c: char| c.is_ascii_digit());
        let width = &grouped[..grouped.len() - group.len()];
        if spec.is_empty() || !matches!(group, "" | "," | "_") || width.starts_with('0') {
            return None;
        }
        let align = if align.is_empty() { ">" } else { align };
        Some(Parts {
            sign,
            each: format!("{flags}{group}"),
            pad: format!("{align}{width}"),
            alternate: flags.contains('#'),
        })
    }
}
