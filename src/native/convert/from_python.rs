//! Reads an object of the interpreter into a `Value`, within bounds.

use rustpython_vm::builtins::{
    PyByteArray, PyBytes, PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyStr, PyTuple,
};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyBaseExceptionRef};

use crate::native::budget;
use crate::native::raised::escaped;
use crate::outcome::LimitKind;
use crate::value::{FOLD, Value, escape_surrogates, is_zone};

/// How large and how deep a value may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) bytes: u64,
    pub(crate) depth: u32,
}

/// Why a value could not be read.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Guest code, such as a `__repr__`, raised.
    Raised(PyBaseExceptionRef),
    /// A bound was passed: which, and by how much.
    Bound(LimitKind, u64, u64),
}

impl From<PyBaseExceptionRef> for Failure {
    fn from(exception: PyBaseExceptionRef) -> Failure {
        Failure::Raised(exception)
    }
}

/// Bytes that a container's slot counts.
const SLOT: u64 = 8;

/// Reads an object. Text counts its bytes and every container eight bytes a slot.
pub(crate) fn from_python(object: &PyObject, bounds: Bounds, vm: &VirtualMachine) -> Result<Value, Failure> {
    Reader { vm, bounds, spent: 0, open: Vec::new() }.read(object)
}

struct Reader<'a> {
    vm: &'a VirtualMachine,
    bounds: Bounds,
    spent: u64,
    open: Vec<usize>,
}

impl Reader<'_> {
    fn read(&mut self, object: &PyObject) -> Result<Value, Failure> {
        let vm = self.vm;
        self.spend(SLOT)?;
        if vm.is_none(object) {
            return Ok(Value::None);
        }
        if object.is(&vm.ctx.true_value) || object.is(&vm.ctx.false_value) {
            return Ok(Value::Bool(object.is(&vm.ctx.true_value)));
        }
        if let Some(int) = object.downcast_ref_if_exact::<PyInt>(vm) {
            let int = int.as_bigint();
            if let Ok(small) = i64::try_from(int) {
                return Ok(Value::Int(small));
            }
            self.spend(int.bits() / 3)?;
            budget::charge(int.bits() / 64, vm)?;
            return Ok(Value::BigInt(int.to_string()));
        }
        if let Some(float) = object.downcast_ref_if_exact::<PyFloat>(vm) {
            return Ok(Value::Float(float.to_f64()));
        }
        if let Some(text) = object.downcast_ref_if_exact::<PyStr>(vm) {
            let Some(plain) = text.to_str() else {
                let text = escape_surrogates(text.as_wtf8().code_points().map(|point| point.to_u32()));
                self.spend(text.len() as u64)?;
                return Ok(Value::Surrogates(text));
            };
            self.spend(plain.len() as u64)?;
            return Ok(Value::Str(plain.to_owned()));
        }
        if let Some(bytes) = object.downcast_ref_if_exact::<PyBytes>(vm) {
            self.spend(bytes.as_bytes().len() as u64)?;
            return Ok(Value::Bytes(bytes.as_bytes().to_vec()));
        }
        if let Some(bytes) = object.downcast_ref_if_exact::<PyByteArray>(vm) {
            let bytes = bytes.borrow_buf().to_vec();
            self.spend(bytes.len() as u64)?;
            return Ok(Value::ByteArray(bytes));
        }
        if let Some(complex) = object.downcast_ref_if_exact::<PyComplex>(vm) {
            let complex = complex.to_complex();
            return Ok(Value::Complex { re: complex.re, im: complex.im });
        }
        self.read_container(object)
    }

    fn read_container(&mut self, object: &PyObject) -> Result<Value, Failure> {
        let vm = self.vm;
        let id = object.get_id();
        if self.open.contains(&id) {
            return self.other(object);
        }
        if self.open.len() as u64 >= u64::from(self.bounds.depth) {
            let depth = u64::from(self.bounds.depth);
            return Err(Failure::Bound(LimitKind::ValueDepth, depth, depth + 1));
        }
        self.open.push(id);
        let value = if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
            let items = list.borrow_vec().to_vec();
            Value::List(self.read_all(&items)?)
        } else if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
            Value::Tuple(self.read_all(tuple)?)
        } else if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
            let pairs: Vec<(PyObjectRef, PyObjectRef)> = dict.into_iter().collect();
            let mut out = Vec::new();
            for (key, value) in pairs {
                out.push((self.read(&key)?, self.read(&value)?));
            }
            Value::Dict(out)
        } else if let Some(set) = object.downcast_ref_if_exact::<PySet>(vm) {
            Value::Set(self.read_all(&set.elements())?)
        } else if let Some(set) = object.downcast_ref_if_exact::<PyFrozenSet>(vm) {
            Value::FrozenSet(self.read_all(&set.elements())?)
        } else {
            self.read_instance(object)?
        };
        self.open.pop();
        Ok(value)
    }

    fn read_all(&mut self, items: &[PyObjectRef]) -> Result<Vec<Value>, Failure> {
        items.iter().map(|item| self.read(item)).collect()
    }

    fn read_instance(&mut self, object: &PyObject) -> Result<Value, Failure> {
        let name = type_name(object, self.vm);
        let value = match name.as_str() {
            "decimal.Decimal" => Value::Decimal(self.text(object.str(self.vm))?),
            "fractions.Fraction" => Value::Fraction {
                numerator: self.attr_text(object, "numerator")?,
                denominator: self.attr_text(object, "denominator")?,
            },
            "datetime.date" => Value::Date(self.method_text(object, "isoformat")?),
            "datetime.time" => self.moment(object, Value::Time)?,
            "datetime.datetime" => self.moment(object, Value::DateTime)?,
            "datetime.timedelta" => Value::TimeDelta {
                days: self.attr_int(object, "days")?,
                seconds: self.attr_int(object, "seconds")?,
                microseconds: self.attr_int(object, "microseconds")?,
            },
            _ => match self.dataclass_fields(object) {
                Some(names) => {
                    let mut fields = Vec::new();
                    for field in names {
                        let value = object.get_attr(&self.vm.ctx.new_str(field.as_str()), self.vm)?;
                        self.spend(field.len() as u64)?;
                        fields.push((field, self.read(&value)?));
                    }
                    Value::Dataclass { name: object.class().name().to_string(), fields }
                }
                None => return self.other(object),
            },
        };
        // A class of the guest's may only bear the name of a number's or a date's.
        if value.misstatement().is_some() { self.other(object) } else { Ok(value) }
    }

    /// A time, with its time zone's name and `fold` if it is one.
    fn moment(&mut self, object: &PyObject, kind: fn(String) -> Value) -> Result<Value, Failure> {
        let mut text = self.method_text(object, "isoformat")?;
        let plain = kind(text.clone());
        if plain.misstatement().is_some() {
            return Ok(plain);
        }
        let length = text.len();
        let vm = self.vm;
        let attribute = |object: &PyObject, name| vm.get_attribute_opt(object, vm.ctx.intern_str(name));
        let zone = attribute(object, "tzinfo")?.filter(|zone| type_name(zone, vm) == "zoneinfo.ZoneInfo");
        if let Some(zone) = zone
            && let Some(key) = attribute(&zone, "key")?
            && let Some(key) = key.downcast_ref_if_exact::<PyStr>(vm).and_then(|key| key.to_str())
            && is_zone(key)
        {
            text.push_str(&format!("[{key}]"));
        }
        if let Some(fold) = attribute(object, "fold")?
            && fold
                .downcast_ref::<PyInt>()
                .is_some_and(|fold| i64::try_from(fold.as_bigint()).is_ok_and(|fold| fold == 1))
        {
            text.push_str(FOLD);
        }
        self.spend((text.len() - length) as u64)?;
        Ok(kind(text))
    }

    fn dataclass_fields(&self, object: &PyObject) -> Option<Vec<String>> {
        let fields = object.class().as_object().get_attr("__dataclass_fields__", self.vm).ok()?;
        let fields = fields.downcast_ref_if_exact::<PyDict>(self.vm)?;
        // Beside the fields there are annotations that `ClassVar` and `InitVar` make none of.
        let is_field = |field: &PyObject| -> Option<bool> {
            let kind = field.get_attr("_field_type", self.vm).ok()?.get_attr("name", self.vm).ok()?;
            Some(kind.downcast_ref::<PyStr>()?.to_str() == Some("_FIELD"))
        };
        let names = fields.into_iter().filter(|(_, field)| is_field(field) != Some(false));
        names.map(|(key, _)| Some(escaped(key.downcast_ref::<PyStr>()?))).collect()
    }

    fn other(&mut self, object: &PyObject) -> Result<Value, Failure> {
        let repr = self.text(object.repr(self.vm))?;
        Ok(Value::Other { type_name: type_name(object, self.vm), repr })
    }

    fn text(&mut self, text: PyResult<rustpython_vm::PyRef<PyStr>>) -> Result<String, Failure> {
        let text = text?;
        self.spend(text.as_bytes().len() as u64)?;
        Ok(escaped(&text))
    }

    fn attr_text(&mut self, object: &PyObject, name: &'static str) -> Result<String, Failure> {
        let value = object.get_attr(name, self.vm)?;
        self.text(value.str(self.vm))
    }

    fn attr_int(&self, object: &PyObject, name: &'static str) -> Result<i64, Failure> {
        Ok(object.get_attr(name, self.vm)?.try_into_value(self.vm)?)
    }

    fn method_text(&mut self, object: &PyObject, name: &'static str) -> Result<String, Failure> {
        let value = self.vm.call_method(object, name, ())?;
        self.text(value.str(self.vm))
    }

    fn spend(&mut self, bytes: u64) -> Result<(), Failure> {
        self.spent = self.spent.saturating_add(bytes);
        if self.spent > self.bounds.bytes {
            return Err(Failure::Bound(LimitKind::ValueBytes, self.bounds.bytes, self.spent));
        }
        Ok(())
    }
}

/// The class's name with its module, unless that is `builtins` or `__main__`.
fn type_name(object: &PyObject, vm: &VirtualMachine) -> String {
    let class = object.class();
    match class.fully_qualified_name(vm) {
        Ok(name) => name.strip_prefix("__main__.").unwrap_or(&name).to_owned(),
        Err(_) => class.name().to_string(),
    }
}
