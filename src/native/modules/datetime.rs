//! `_datetime` on the clock that policy sets, with UTC for local time whatever the host's zone is.

use std::cell::RefCell;

use rustpython_vm::builtins::{PyModule, PyType, PyTypeRef};
use rustpython_vm::common::wtf8::Wtf8Buf;
use rustpython_vm::function::{FuncArgs, IntoPyNativeFn, ItemDoc, KwArgs, OptionalArg, PyMethodDef, PyMethodFlags};
use rustpython_vm::{AsObject, FromArgs, Py, PyObjectRef, PyResult, VirtualMachine};

use super::Patch;
use super::time_tuple::{Tm, civil_from_days, days_from_civil, whole_seconds};
use crate::native::clock;

pub(super) const PATCH: Patch = Patch { name: "_datetime", functions: Vec::new, without: &[], finish };

const MICROS: i128 = 1_000_000;

/// RustPython's own methods and `timezone.utc`, which the interpreters of a thread share.
#[derive(Clone)]
struct Stock {
    from_timestamp: PyObjectRef,
    timestamp: PyObjectRef,
    as_timezone: PyObjectRef,
    utc: PyObjectRef,
}

thread_local! {
    static STOCK: RefCell<Option<Stock>> = const { RefCell::new(None) };
}

fn finish(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
    if STOCK.with(|stock| stock.borrow().is_some()) {
        return Ok(());
    }
    let module = module.as_object();
    let class = |name: &'static str| -> PyResult<&'static Py<PyType>> {
        let class: PyTypeRef = module.get_attr(name, vm)?.try_into_value(vm)?;
        // A native class lives as long as its thread.
        Ok(&**Box::leak(Box::new(class)))
    };
    let (date, datetime) = (class("date")?, class("datetime")?);
    let stock = |name: &'static str| match datetime.attributes.get(vm.ctx.intern_str(name)) {
        Some(method) => Ok(method),
        None => Err(vm.new_attribute_error(name)),
    };
    let kept = Stock {
        from_timestamp: stock("fromtimestamp")?,
        timestamp: stock("timestamp")?,
        as_timezone: stock("astimezone")?,
        utc: module.get_attr("timezone", vm)?.get_attr("utc", vm)?,
    };
    STOCK.with(|stock| *stock.borrow_mut() = Some(kept));
    set(vm, date, "fromtimestamp", PyMethodFlags::CLASS, date_from_timestamp);
    set(vm, datetime, "now", PyMethodFlags::CLASS, now);
    set(vm, datetime, "utcnow", PyMethodFlags::CLASS, utcnow);
    set(vm, datetime, "fromtimestamp", PyMethodFlags::CLASS, from_timestamp);
    set(vm, datetime, "timestamp", PyMethodFlags::METHOD, timestamp);
    set(vm, datetime, "astimezone", PyMethodFlags::METHOD, as_timezone);
    Ok(())
}

fn set<K>(
    vm: &VirtualMachine,
    class: &'static Py<PyType>,
    name: &'static str,
    flags: PyMethodFlags,
    function: impl IntoPyNativeFn<K>,
) {
    let method: &'static PyMethodDef =
        Box::leak(Box::new(PyMethodDef::new_const(name, function, flags, ItemDoc::NONE)));
    class.attributes.insert(vm.ctx.intern_str(name), method.to_proper_method(class, &vm.ctx));
    class.modified();
}

fn stock(vm: &VirtualMachine) -> PyResult<Stock> {
    STOCK.with(|stock| stock.borrow().clone()).ok_or_else(|| vm.new_runtime_error("_datetime is not imported"))
}

/// What the clock shows, as the arguments of `datetime`.
fn fields(vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    let micros = clock::wall().div_euclid(1000);
    let seconds = i64::try_from(micros.div_euclid(MICROS)).ok();
    let Some(tm) = seconds.and_then(Tm::at) else {
        return Err(vm.new_errno_error(75, "Value too large for defined data type").upcast());
    };
    let micros = micros.rem_euclid(MICROS) as i64;
    let fields = [tm.year, tm.month + 1, tm.day, tm.hour, tm.minute, tm.second, micros];
    Ok(fields.map(|field| vm.ctx.new_int(field).into()).to_vec())
}

#[derive(FromArgs)]
struct Zone {
    #[pyarg(any, optional)]
    tz: OptionalArg<PyObjectRef>,
}

impl Zone {
    fn given(self, vm: &VirtualMachine) -> Option<PyObjectRef> {
        self.tz.into_option().filter(|tz| !vm.is_none(tz))
    }
}

fn now(class: PyTypeRef, zone: Zone, vm: &VirtualMachine) -> PyResult {
    let mut arguments = fields(vm)?;
    let Some(tz) = zone.given(vm) else { return class.as_object().call(arguments, vm) };
    arguments.push(tz.clone());
    let utc = class.as_object().call(arguments, vm)?;
    vm.call_method(&tz, "fromutc", (utc,))
}

fn utcnow(class: PyTypeRef, vm: &VirtualMachine) -> PyResult {
    let text = "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use \
                timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).";
    let category = vm.ctx.exceptions.deprecation_warning.to_owned();
    rustpython_vm::warn::warn(vm.ctx.new_str(text).into(), Some(category), 1, None, vm)?;
    class.as_object().call(fields(vm)?, vm)
}

fn date_from_timestamp(class: PyTypeRef, timestamp: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let Some(tm) = Tm::at(whole_seconds(&timestamp, vm)?) else {
        return Err(vm.new_errno_error(75, "Value too large for defined data type").upcast());
    };
    class.as_object().call((tm.year, tm.month + 1, tm.day), vm)
}

#[derive(FromArgs)]
struct Timestamp {
    #[pyarg(any)]
    timestamp: PyObjectRef,
    #[pyarg(flatten)]
    zone: Zone,
}

fn from_timestamp(class: PyTypeRef, given: Timestamp, vm: &VirtualMachine) -> PyResult {
    let stock = stock(vm)?;
    let method = vm.call_method(&stock.from_timestamp, "__get__", (vm.ctx.none(), class))?;
    match given.zone.given(vm) {
        Some(tz) => method.call((given.timestamp, tz), vm),
        None => naive(&method.call((given.timestamp, stock.utc), vm)?, None, vm),
    }
}

/// The same fields with another zone.
fn naive(datetime: &PyObjectRef, zone: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let replace = datetime.get_attr("replace", vm)?;
    let zone = zone.unwrap_or_else(|| vm.ctx.none());
    let zone = [(Wtf8Buf::from("tzinfo"), zone)].into_iter().collect();
    replace.call(FuncArgs::new(Vec::new(), KwArgs::new(zone)), vm)
}

fn timestamp(datetime: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let zone = datetime.get_attr("tzinfo", vm)?;
    if !vm.is_none(&zone) {
        return stock(vm)?.timestamp.call((datetime,), vm);
    }
    let field = |name: &'static str| -> PyResult<i64> { datetime.get_attr(name, vm)?.try_into_value(vm) };
    let days = days_from_civil(field("year")?, field("month")?, field("day")?);
    let seconds = days * 86_400 + field("hour")? * 3600 + field("minute")? * 60 + field("second")?;
    // CPython looks a day back, or ahead in a fold, for a change of the local zone, and finds no date there.
    let probed = (days + if field("fold")? == 0 { -1 } else { 1 })
        .clamp(days_from_civil(0, 12, 31), days_from_civil(10_000, 1, 1));
    match civil_from_days(probed).0 {
        year @ (0 | 10_000) => Err(vm.new_value_error(format!("year must be in 1..9999, not {year}"))),
        _ => Ok(vm.ctx.new_float(seconds as f64 + field("microsecond")? as f64 / 1e6).into()),
    }
}

fn as_timezone(datetime: PyObjectRef, zone: Zone, vm: &VirtualMachine) -> PyResult {
    let stock = stock(vm)?;
    let own = datetime.get_attr("tzinfo", vm)?;
    let is_naive = vm.is_none(&own);
    let datetime = if is_naive { naive(&datetime, Some(stock.utc), vm)? } else { datetime };
    let zone = zone.given(vm).unwrap_or_else(|| vm.ctx.none());
    stock.as_timezone.call((datetime, zone), vm)
}
