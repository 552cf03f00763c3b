//! `time` on the clock that policy sets, in UTC.

use std::cell::RefCell;

use rustpython_vm::builtins::{PyFloat, PyModule, PyStrRef, PyTypeRef, PyUtf8StrRef};
use rustpython_vm::function::{OptionalArg, OptionalOption, PyMethodDef};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::time_format::format;
use super::time_tuple::{TWO_63, Tm, whole_seconds};
use super::{Patch, function};
use crate::native::clock;

pub(super) const PATCH: Patch = Patch {
    name: "time",
    functions,
    without: &["clock_settime", "clock_settime_ns", "pthread_getcpuclockid", "tzset"],
    finish,
};

thread_local! {
    /// The thread's `struct_time`, which all its interpreters share.
    static STRUCT_TIME: RefCell<Option<PyTypeRef>> = const { RefCell::new(None) };
}

fn functions() -> Vec<PyMethodDef> {
    vec![
        function!("time", || seconds(clock::wall())),
        function!("time_ns", || clock::wall() as i64),
        function!("monotonic", || seconds(clock::monotonic())),
        function!("monotonic_ns", || clock::monotonic() as i64),
        function!("perf_counter", || seconds(clock::monotonic())),
        function!("perf_counter_ns", || clock::monotonic() as i64),
        function!("process_time", || seconds(clock::worked())),
        function!("process_time_ns", || clock::worked() as i64),
        function!("thread_time", || seconds(clock::worked())),
        function!("thread_time_ns", || clock::worked() as i64),
        function!("clock_gettime", |id: PyObjectRef, vm: &VirtualMachine| read(&id, vm).map(seconds)),
        function!("clock_gettime_ns", |id: PyObjectRef, vm: &VirtualMachine| read(&id, vm).map(|ns| ns as i64)),
        function!("clock_getres", |id: PyObjectRef, vm: &VirtualMachine| read(&id, vm).map(|_| 1e-9)),
        function!("get_clock_info", clock_info),
        function!("sleep", sleep),
        function!("gmtime", |seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine| at(seconds, "GMT", vm)),
        function!("localtime", |seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine| at(seconds, "UTC", vm)),
        function!("mktime", mktime),
        function!("asctime", asctime),
        function!("ctime", ctime),
        function!("strftime", strftime),
    ]
}

fn finish(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
    let module = module.as_object();
    let class = module.get_attr("struct_time", vm)?.try_into_value(vm)?;
    STRUCT_TIME.with(|kept| *kept.borrow_mut() = Some(class));
    for name in ["timezone", "altzone", "daylight"] {
        module.set_attr(name, vm.ctx.new_int(0), vm)?;
    }
    let names = ["UTC", "UTC"].map(|name| vm.ctx.new_str(name).into());
    module.set_attr("tzname", vm.ctx.new_tuple(names.to_vec()), vm)?;
    let clocks = [
        ("CLOCK_REALTIME", 0),
        ("CLOCK_MONOTONIC", 1),
        ("CLOCK_PROCESS_CPUTIME_ID", 2),
        ("CLOCK_THREAD_CPUTIME_ID", 3),
        ("CLOCK_MONOTONIC_RAW", 4),
        ("CLOCK_BOOTTIME", 7),
        ("CLOCK_TAI", 11),
    ];
    for (name, id) in clocks {
        module.set_attr(name, vm.ctx.new_int(id), vm)?;
    }
    Ok(())
}

fn seconds(nanos: i128) -> f64 {
    (nanos / 1_000_000_000) as f64 + (nanos % 1_000_000_000) as f64 * 1e-9
}

fn read(id: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i128> {
    let Ok(id) = id.try_index(vm) else {
        return Err(vm.new_type_error(format!("clk_id should be integer, not {}", id.class().name())));
    };
    match id.try_to_primitive::<i32>(vm)? {
        0 | 11 => Ok(clock::wall()),
        1 | 4 | 7 => Ok(clock::monotonic()),
        2 | 3 => Ok(clock::worked()),
        _ => Err(vm.new_errno_error(22, "Invalid argument").upcast()),
    }
}

fn clock_info(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult {
    let implementation = match name.as_str() {
        "time" => "clock_gettime(CLOCK_REALTIME)",
        "monotonic" | "perf_counter" => "clock_gettime(CLOCK_MONOTONIC)",
        "process_time" => "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)",
        "thread_time" => "clock_gettime(CLOCK_THREAD_CPUTIME_ID)",
        _ => return Err(vm.new_value_error("unknown clock")),
    };
    let is_wall = name.as_str() == "time";
    let info = vm.import("types", 0)?.get_attr("SimpleNamespace", vm)?.call((), vm)?;
    info.set_attr("implementation", vm.ctx.new_str(implementation), vm)?;
    info.set_attr("monotonic", vm.ctx.new_bool(!is_wall), vm)?;
    info.set_attr("adjustable", vm.ctx.new_bool(is_wall), vm)?;
    info.set_attr("resolution", vm.ctx.new_float(1e-9), vm)?;
    Ok(info)
}

fn sleep(length: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let nanos = nanoseconds(&length, vm)?;
    if nanos < 0 {
        return Err(vm.new_value_error("sleep length must be non-negative"));
    }
    clock::sleep(nanos, vm)
}

/// A length of time as CPython reads it: rounded up to nanoseconds, which must fit 64 bits.
fn nanoseconds(length: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i128> {
    let too_large = "timestamp too large to convert to C PyTime_t";
    if let Some(float) = length.downcast_ref::<PyFloat>() {
        let nanos = float.to_f64() * 1e9;
        if nanos.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        if !(-TWO_63..TWO_63).contains(&nanos) {
            return Err(vm.new_overflow_error("timestamp out of range for platform time_t"));
        }
        return Ok(if nanos < 0.0 { nanos.floor() } else { nanos.ceil() } as i128);
    }
    let Ok(number) = length.try_index(vm) else {
        return Err(vm.new_type_error(format!(
            "'{}' object cannot be interpreted as an integer or float",
            length.class().name()
        )));
    };
    let seconds: i64 = number.try_to_primitive(vm).map_err(|_| vm.new_overflow_error(too_large))?;
    match seconds.checked_mul(1_000_000_000) {
        Some(nanos) => Ok(i128::from(nanos)),
        None => Err(vm.new_overflow_error(too_large)),
    }
}

fn now_or(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Tm> {
    let seconds = match seconds.flatten() {
        Some(seconds) => whole_seconds(&seconds, vm)?,
        None => clock::wall().div_euclid(1_000_000_000) as i64,
    };
    Tm::at(seconds).ok_or_else(|| vm.new_errno_error(75, "Value too large for defined data type").upcast())
}

fn at(seconds: OptionalOption<PyObjectRef>, zone: &str, vm: &VirtualMachine) -> PyResult {
    let tm = now_or(seconds, vm)?;
    let class = STRUCT_TIME.with(|class| class.borrow().clone());
    match class {
        Some(class) => tm.to_struct(zone, &class, vm),
        None => Err(vm.new_runtime_error("time is not imported")),
    }
}

fn mktime(tuple: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
    Ok(Tm::read(&tuple, "mktime", vm)?.seconds() as f64)
}

fn given_or_now(tuple: OptionalArg<PyObjectRef>, caller: &str, vm: &VirtualMachine) -> PyResult<Tm> {
    match tuple {
        OptionalArg::Present(tuple) => Tm::read(&tuple, caller, vm)?.checked(vm),
        OptionalArg::Missing => now_or(OptionalArg::Missing, vm),
    }
}

fn asctime(tuple: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
    Ok(format("%a %b %e %H:%M:%S %Y", &given_or_now(tuple, "asctime", vm)?))
}

fn ctime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
    Ok(format("%a %b %e %H:%M:%S %Y", &now_or(seconds, vm)?))
}

fn strftime(text: PyStrRef, tuple: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let tm = given_or_now(tuple, "strftime", vm)?;
    if let Some(text) = text.to_str() {
        let formatted = format(text, &tm);
        let bound = (256 * text.len()).max(1024);
        return Ok(vm.ctx.new_str(if formatted.len() < bound { formatted } else { String::new() }).into());
    }
    // Lone surrogates stand for themselves, as every character that is not ASCII does.
    let mut out = rustpython_vm::common::wtf8::Wtf8Buf::new();
    let mut plain = String::new();
    for point in text.as_wtf8().code_points() {
        match point.to_char() {
            Some(char) => plain.push(char),
            None => {
                out.push_str(&format(&std::mem::take(&mut plain), &tm));
                out.push(point);
            }
        }
    }
    out.push_str(&format(&plain, &tm));
    Ok(vm.ctx.new_str(out).into())
}
