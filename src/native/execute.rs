//! One run on one fresh interpreter, from source text to outcome.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PySet, PyStr};
use rustpython_vm::bytecode::CodeFlags;
use rustpython_vm::scope::Scope;
use rustpython_vm::vm::Interpreter;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::budget::{self, Stop, Watch};
use super::convert::{Bounds, Failure, Shown, from_python, preview, to_python};
use super::raised::{self, Source};
use super::{
    Job, clock, collapse, entropy, files, finalizers, gate, ids, modules, names, scrub, session, source, stdio, tools,
};
use crate::alloc;
use crate::outcome::{Exhausted, Isolation, LimitKind, Outcome, Raised, Status};
use crate::value::Value;

/// Where a module keeps annotations that are text.
const ANNOTATIONS: &str = "__annotations__";

/// Where a module with other annotations notes which of them it has come by.
const CONDITIONAL_ANNOTATIONS: &str = "__conditional_annotations__";

/// The warning of an outcome whose error is not whole.
const ERROR_CUT: &str = "the error's text is cut: its messages, notes and names take more than 512 KiB";

/// What the guest's part of a run gave.
struct Ended {
    status: Status,
    value: Value,
    repr: String,
    error: Option<Raised>,
    limit: Option<Exhausted>,
    value_cut: bool,
    error_cut: bool,
}

impl Ended {
    fn blank(status: Status) -> Ended {
        Ended {
            status,
            value: Value::None,
            repr: String::new(),
            error: None,
            limit: None,
            value_cut: false,
            error_cut: false,
        }
    }
}

/// Runs a job; whatever guest code does is in the outcome.
///
/// The flag says that the run ended in the middle of native code: the interpreter is in no known state.
pub(crate) fn execute(interpreter: &Interpreter, job: &Arc<Job>, watch: Arc<Watch>) -> (Outcome, bool) {
    let streams = watch.streams().clone();
    stdio::start(job.limits.output, &streams);
    if !(job.session && session::is_open()) {
        clock::start(job.policy.clock);
        entropy::start(job.policy.seed);
    }
    ids::start();
    modules::show_source(Some(job.clone()));
    let (ended, fuel, denials, broken) = interpreter.enter(|vm| {
        let prepared = gate::start(&job.policy, &job.file, vm);
        budget::start(&job.limits, watch);
        scrub::bound_recursion(job.limits.recursion as usize, vm);
        let ended = catch_unwind(AssertUnwindSafe(|| match prepared {
            Ok(()) => run(job, vm),
            Err(exception) => ended_by(exception, job, vm),
        }));
        let (mut ended, broken) = match ended {
            Ok(ended) => (ended, false),
            // Native code may turn a refusal into a panic of its own.
            Err(panic) if collapse::is_out_of_memory(&*panic) || alloc::refused().is_some() => {
                (Ended::blank(Status::Memory), true)
            }
            Err(panic) => resume_unwind(panic),
        };
        let (fuel, stop) = budget::finish();
        if let Some(stop) = stop {
            apply_stop(&mut ended, stop);
        }
        (ended, fuel, gate::finish(), broken)
    });
    let peak = alloc::peak();
    modules::show_source(None);
    let mut outcome = job.outcome(streams.take(), Isolation::Native);
    outcome.status = ended.status;
    outcome.value = ended.value;
    outcome.repr = ended.repr;
    outcome.error = ended.error;
    outcome.limit = ended.limit;
    outcome.denials = denials;
    outcome.warnings.extend(ended.error_cut.then(|| ERROR_CUT.to_owned()));
    outcome.truncated.value = ended.value_cut;
    outcome.usage.fuel = fuel;
    outcome.usage.memory_peak_bytes = peak;
    // A run that was stopped leaves no files: behind the wall nothing of it is left to ask.
    if outcome.came_to_its_end() && !broken {
        outcome.files = interpreter.enter(files::changed);
    }
    (outcome, broken)
}

fn run(job: &Job, vm: &VirtualMachine) -> Ended {
    #[cfg(test)]
    super::crash::on_request(job, vm);
    if job.source.len() as u64 > job.limits.source {
        let used = job.source.len() as u64;
        let stop = budget::stop(LimitKind::Source, job.limits.source, used, vm);
        return ended_by(stop, job, vm);
    }
    let kept = if job.session { session::scope() } else { None };
    let scope = match kept.map_or_else(|| names::begin(vm), Ok) {
        Ok(scope) => scope,
        Err(exception) => return ended_by(exception, job, vm),
    };
    if let Err(exception) = files::receive(job, vm) {
        return ended_by(exception, job, vm);
    }
    let main = scope.globals.clone();
    if job.session {
        session::keep(&main, job);
    }
    let ended = match evaluate(job, scope, vm) {
        Ok(value) => ended_with(value, job, vm),
        Err(exception) => ended_by(exception, job, vm),
    };
    tools::forget();
    if !job.session {
        finalizers::run_exit_functions(vm);
        names::forget(&main, vm);
    }
    ended
}

fn evaluate(job: &Job, scope: Scope, vm: &VirtualMachine) -> PyResult {
    tools::install(job, &scope, vm)?;
    for (name, value) in &job.inputs {
        scope.globals.set_item(name.as_str(), to_python(value, vm)?, vm)?;
    }
    budget::charge(1, vm)?;
    let code = source::compile(&job.source, &job.file, vm)?;
    // Code for a block expects these names of its module, and sets them up only as a whole module.
    let uses = |wanted: &str| code.code.names.iter().any(|name| name.as_str() == wanted);
    if uses(CONDITIONAL_ANNOTATIONS) {
        scope.globals.set_item(CONDITIONAL_ANNOTATIONS, PySet::default().into_ref(&vm.ctx).into(), vm)?;
    }
    if code.flags.contains(CodeFlags::FUTURE_ANNOTATIONS) && uses(ANNOTATIONS) {
        scope.globals.set_item(ANNOTATIONS, vm.ctx.new_dict().into(), vm)?;
    }
    vm.run_code_obj(code, scope)
}

fn ended_with(object: PyObjectRef, job: &Job, vm: &VirtualMachine) -> Ended {
    let mut ended = Ended::blank(Status::Ok);
    if vm.is_none(&object) {
        return ended;
    }
    let bounds = Bounds { bytes: job.limits.value_bytes, depth: job.limits.value_depth };
    // Whether the value is within its bounds comes first: the text of one that is not may be without end.
    let read = from_python(&object, bounds, vm).and_then(|value| {
        let within = |used: u64| match used {
            _ if used > bounds.bytes => Err(Failure::Bound(LimitKind::ValueBytes, bounds.bytes, used)),
            _ => Ok(()),
        };
        if is_what_it_seems(&object, vm) {
            // Behind the wall the host says what it shows.
            if cfg!(target_family = "wasm") && Shown::is_within(&value, bounds.bytes) {
                return Ok((value, String::new()));
            }
            if let Some(shown) = Shown::of(&value) {
                within(shown.len() as u64)?;
                let repr = shown.text();
                return Ok((value, repr));
            }
        }
        let repr = match &value {
            Value::Other { repr, .. } => repr.clone(),
            _ => raised::escaped(&*object.repr(vm)?),
        };
        within(repr.len() as u64)?;
        Ok((value, repr))
    });
    match read {
        Ok((value, repr)) => {
            ended.value = value;
            ended.repr = repr;
        }
        Err(Failure::Raised(exception)) => return ended_by(exception, job, vm),
        Err(Failure::Bound(kind, limit, used)) => {
            ended.repr = match preview(&object, vm) {
                Ok(start) => start,
                Err(exception) => return ended_by(exception, job, vm),
            };
            ended.status = Status::Output;
            ended.limit = Some(Exhausted { kind, limit, used });
            ended.value_cut = true;
        }
    }
    ended
}

/// Whether an object is a text or bytes of which its value says all.
fn is_what_it_seems(object: &PyObject, vm: &VirtualMachine) -> bool {
    match object.downcast_ref_if_exact::<PyStr>(vm) {
        Some(text) => text.to_str().is_some(),
        None => object.downcast_ref_if_exact::<PyBytes>(vm).is_some(),
    }
}

fn ended_by(exception: PyBaseExceptionRef, job: &Job, vm: &VirtualMachine) -> Ended {
    let mut ended = Ended::blank(Status::Error);
    if budget::is_stop(&exception) {
        return ended;
    }
    let (mut error, short) = session::with_sources(|earlier| {
        raised::describe(&exception, &Source { file: &job.file, text: &job.source, earlier }, vm)
    });
    ended.error_cut = short;
    if exception.fast_isinstance(vm.ctx.exceptions.system_exit) {
        ended.status = Status::Exit;
        error.exit_code = Some(exit_code(&exception, vm));
    } else if gate::is_denial(&exception) {
        ended.status = Status::Denied;
    }
    ended.error = Some(error);
    ended
}

fn exit_code(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> u8 {
    let Ok(code) = exception.as_object().get_attr("code", vm) else { return 1 };
    if vm.is_none(&code) {
        return 0;
    }
    match code.downcast_ref::<rustpython_vm::builtins::PyInt>() {
        Some(int) => i64::try_from(int.as_bigint()).map_or(255, |code| (code & 0xff) as u8),
        None => {
            if let Ok(text) = code.str(vm) {
                let _ = stdio::append(stdio::Stream::Err, &format!("{}\n", raised::escaped(&text)), vm);
            }
            1
        }
    }
}

/// A stop outranks whatever the guest made of it.
fn apply_stop(ended: &mut Ended, stop: Stop) {
    ended.value = Value::None;
    ended.repr = String::new();
    ended.error = None;
    ended.error_cut = false;
    match stop {
        Stop::Cancelled => ended.status = Status::Cancelled,
        Stop::Exhausted(limit) => {
            ended.status = limit.kind.status();
            ended.limit = Some(limit);
        }
    }
}
