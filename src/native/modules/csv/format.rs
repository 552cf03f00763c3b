//! What a CSV dialect says, read from a dialect's attributes and from named options.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt, PyStr, PyStrRef};
use rustpython_vm::common::wtf8::CodePoint;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// When a field is quoted, as CPython numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    Minimal,
    All,
    NonNumeric,
    None,
    Strings,
    NotNull,
}

impl Quoting {
    pub(super) const ALL: [Quoting; 6] =
        [Quoting::Minimal, Quoting::All, Quoting::NonNumeric, Quoting::None, Quoting::Strings, Quoting::NotNull];
}

#[derive(Clone, Debug)]
pub(super) struct Format {
    pub(super) delimiter: CodePoint,
    pub(super) quote: Option<CodePoint>,
    pub(super) escape: Option<CodePoint>,
    pub(super) double_quote: bool,
    pub(super) skip_space: bool,
    pub(super) terminator: PyStrRef,
    pub(super) quoting: Quoting,
    pub(super) strict: bool,
}

const NAMES: [&str; 9] = [
    "dialect",
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict",
];

/// The arguments of `Dialect`, in the order of [`NAMES`].
pub(super) struct Options([Option<PyObjectRef>; 9]);

impl Options {
    pub(super) fn from_args(args: FuncArgs, vm: &VirtualMachine) -> PyResult<Options> {
        let mut options = Options([const { None }; 9]);
        let given = args.args.len();
        if given > NAMES.len() {
            return Err(vm.new_type_error(format!("function takes at most 9 arguments ({given} given)")));
        }
        for (slot, value) in options.0.iter_mut().zip(args.args) {
            *slot = Some(value);
        }
        for (name, value) in args.kwargs {
            let Some(at) = NAMES.iter().position(|known| name.as_str() == Ok(*known)) else {
                let message = format!("this function got an unexpected keyword argument '{name}'");
                return Err(vm.new_type_error(message));
            };
            if at < given {
                let message = format!("argument for function given by name ('{name}') and position ({})", at + 1);
                return Err(vm.new_type_error(message));
            }
            options.0[at] = Some(value);
        }
        Ok(options)
    }

    pub(super) fn dialect(&self) -> Option<&PyObjectRef> {
        self.0[0].as_ref()
    }

    pub(super) fn set_dialect(&mut self, dialect: PyObjectRef) {
        self.0[0] = Some(dialect);
    }

    /// Whether nothing is said beside the dialect.
    pub(super) fn is_dialect_alone(&self) -> bool {
        self.0[1..].iter().all(Option::is_none)
    }

    /// Reads what is not said from the dialect.
    pub(super) fn read(mut self, vm: &VirtualMachine) -> PyResult<Format> {
        if let Some(dialect) = self.0[0].clone() {
            for (slot, name) in self.0.iter_mut().zip(NAMES).skip(1) {
                if slot.is_none() {
                    *slot = attribute(&dialect, name, vm)?;
                }
            }
        }
        let [_, delimiter, double_quote, escape, terminator, quote, quoting, skip_space, strict] = &self.0;
        let format = Format {
            delimiter: match delimiter {
                Some(value) => character("delimiter", "a unicode character", value, vm)?,
                None => CodePoint::from_char(','),
            },
            double_quote: flag(double_quote.as_ref(), true, vm)?,
            escape: optional("escapechar", escape.as_ref(), None, vm)?,
            terminator: match terminator {
                Some(value) => text("lineterminator", value, vm)?,
                None => vm.ctx.new_str("\r\n"),
            },
            quote: optional("quotechar", quote.as_ref(), Some('"'), vm)?,
            quoting: match (quoting, quote) {
                (Some(value), _) => style(value, vm)?,
                (None, Some(quote)) if vm.is_none(quote) => Quoting::None,
                (None, _) => Quoting::Minimal,
            },
            skip_space: flag(skip_space.as_ref(), false, vm)?,
            strict: flag(strict.as_ref(), false, vm)?,
        };
        format.check(vm)?;
        Ok(format)
    }
}

/// An attribute, or nothing where reading it fails: CPython drops the error, whatever it is.
fn attribute(dialect: &PyObject, name: &'static str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    match dialect.get_attr(name, vm) {
        Ok(value) => Ok(Some(value)),
        Err(error) if crate::native::budget::is_stop(&error) => Err(error),
        Err(_) => Ok(None),
    }
}

fn wrong(name: &str, wanted: &str, found: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_type_error(format!("\"{name}\" must be {wanted}, not {}", found.class().name()))
}

fn character(name: &str, wanted: &str, value: &PyObject, vm: &VirtualMachine) -> PyResult<CodePoint> {
    let Some(text) = value.downcast_ref::<PyStr>() else { return Err(wrong(name, wanted, value, vm)) };
    let mut points = text.as_wtf8().code_points();
    match (points.next(), points.next()) {
        (Some(point), None) => Ok(point),
        _ => {
            let length = text.char_len();
            Err(vm.new_type_error(format!("\"{name}\" must be {wanted}, not a string of length {length}")))
        }
    }
}

fn optional(
    name: &str,
    value: Option<&PyObjectRef>,
    default: Option<char>,
    vm: &VirtualMachine,
) -> PyResult<Option<CodePoint>> {
    match value {
        None => Ok(default.map(CodePoint::from_char)),
        Some(value) if vm.is_none(value) => Ok(None),
        Some(value) => character(name, "a unicode character or None", value, vm).map(Some),
    }
}

fn flag(value: Option<&PyObjectRef>, default: bool, vm: &VirtualMachine) -> PyResult<bool> {
    value.map_or(Ok(default), |value| value.clone().try_to_bool(vm))
}

fn text(name: &str, value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    if vm.is_none(value) {
        return Err(vm.new_type_error(format!("{name} must be set")));
    }
    value.clone().downcast::<PyStr>().map_err(|value| wrong(name, "a string", &value, vm))
}

fn style(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Quoting> {
    let Some(number) = value.downcast_ref_if_exact::<PyInt>(vm) else {
        return Err(wrong("quoting", "an integer", value, vm));
    };
    let number: i32 =
        number.try_to_primitive(vm).map_err(|_| vm.new_overflow_error("Python int too large to convert to C int"))?;
    let style = usize::try_from(number).ok().and_then(|number| Quoting::ALL.get(number));
    style.copied().ok_or_else(|| vm.new_type_error("bad \"quoting\" value"))
}

impl Format {
    fn check(&self, vm: &VirtualMachine) -> PyResult<()> {
        if self.quoting != Quoting::None && self.quote.is_none() {
            return Err(vm.new_type_error("quotechar must be set if quoting enabled"));
        }
        let space_is_bad = self.skip_space;
        let named = [
            ("delimiter", Some(self.delimiter), false),
            ("escapechar", self.escape, space_is_bad),
            ("quotechar", self.quote, space_is_bad),
        ];
        let is = |point: CodePoint, char: char| point == CodePoint::from_char(char);
        for (name, point, space_is_bad) in named {
            let Some(point) = point else { continue };
            if is(point, '\r') || is(point, '\n') || is(point, ' ') && space_is_bad {
                return Err(vm.new_value_error(format!("bad {name} value")));
            }
            if self.terminator.as_wtf8().code_points().any(|other| other == point) {
                return Err(vm.new_value_error(format!("bad {name} or lineterminator value")));
            }
        }
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            let (a, b) = (named[first], named[second]);
            if a.1.is_some() && a.1 == b.1 {
                return Err(vm.new_value_error(format!("bad {} or {} value", a.0, b.0)));
            }
        }
        Ok(())
    }
}
