//! Makes an object of the interpreter from a `Value`.

use rustpython_vm::builtins::{PyFrozenSet, PySet};
use rustpython_vm::common::wtf8::{CodePoint, Wtf8Buf};
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use malachite_bigint::BigInt;

use crate::value::{Moment, Value, points_of};

/// The module for what takes Python code to make.
const HELPER: &str = "_host_values";

/// Makes an object; what the interpreter has no type for, such as another object's repr, becomes text.
pub(crate) fn to_python(value: &Value, vm: &VirtualMachine) -> PyResult {
    let ctx = &vm.ctx;
    Ok(match value {
        Value::None => ctx.none(),
        Value::Bool(b) => ctx.new_bool(*b).into(),
        Value::Int(i) => ctx.new_int(*i).into(),
        Value::BigInt(digits) => ctx.new_bigint(&big(digits, vm)?).into(),
        Value::Float(f) => ctx.new_float(*f).into(),
        Value::Complex { re, im } => {
            let class = vm.builtins.as_object().get_attr("complex", vm)?;
            class.call((ctx.new_float(*re), ctx.new_float(*im)), vm)?
        }
        Value::Str(text) => ctx.new_str(text.as_str()).into(),
        Value::Surrogates(text) => {
            let points = points_of(text).unwrap_or_default().into_iter();
            ctx.new_str(points.filter_map(CodePoint::from_u32).collect::<Wtf8Buf>()).into()
        }
        Value::Bytes(bytes) => ctx.new_bytes(bytes.clone()).into(),
        Value::ByteArray(bytes) => ctx.new_bytearray(bytes.clone()).into(),
        Value::List(items) => ctx.new_list(all(items, vm)?).into(),
        Value::Tuple(items) => ctx.new_tuple(all(items, vm)?).into(),
        Value::Set(items) => {
            let set = PySet::default().into_ref(ctx);
            for item in all(items, vm)? {
                set.add(item, vm)?;
            }
            set.into()
        }
        Value::FrozenSet(items) => PyFrozenSet::from_iter(vm, all(items, vm)?)?.into_ref(ctx).into(),
        Value::Dict(pairs) => {
            let dict = ctx.new_dict();
            for (key, item) in pairs {
                let key = to_python(key, vm)?;
                dict.set_item(key.as_object(), to_python(item, vm)?, vm)?;
            }
            dict.into()
        }
        Value::Decimal(text) => library(vm, "decimal", "Decimal")?.call((text.as_str(),), vm)?,
        Value::Fraction { numerator, denominator } => {
            let parts = (ctx.new_bigint(&big(numerator, vm)?), ctx.new_bigint(&big(denominator, vm)?));
            library(vm, "fractions", "Fraction")?.call(parts, vm)?
        }
        Value::Date(text) => from_iso(vm, "date", text)?,
        Value::Time(text) => from_iso(vm, "time", text)?,
        Value::DateTime(text) => from_iso(vm, "datetime", text)?,
        Value::TimeDelta { days, seconds, microseconds } => {
            library(vm, "datetime", "timedelta")?.call((*days, *seconds, *microseconds), vm)?
        }
        Value::Dataclass { name, fields } => {
            let dict = ctx.new_dict();
            for (name, item) in fields {
                dict.set_item(name.as_str(), to_python(item, vm)?, vm)?;
            }
            library(vm, HELPER, "dataclass")?.call((name.as_str(), dict), vm)?
        }
        Value::Other { repr, .. } => ctx.new_str(repr.as_str()).into(),
    })
}

fn all(items: &[Value], vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    items.iter().map(|item| to_python(item, vm)).collect()
}

fn big(digits: &str, vm: &VirtualMachine) -> PyResult<BigInt> {
    digits.parse().map_err(|_| vm.new_value_error(format!("`{digits}` is not a whole number")))
}

fn library(vm: &VirtualMachine, module: &'static str, name: &'static str) -> PyResult {
    vm.import(module, 0)?.get_attr(name, vm)
}

fn from_iso(vm: &VirtualMachine, class: &'static str, text: &str) -> PyResult {
    let moment = Moment::read(text).unwrap_or(Moment { iso: text, zone: None, fold: false });
    let class = library(vm, "datetime", class)?;
    let made = vm.call_method(&class, "fromisoformat", (moment.iso,))?;
    if moment.zone.is_none() && !moment.fold {
        return Ok(made);
    }
    let zone = moment.zone.map_or_else(|| vm.ctx.none(), |zone| vm.ctx.new_str(zone).into());
    library(vm, HELPER, "placed")?.call((made, zone, moment.fold), vm)
}
