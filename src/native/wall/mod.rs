//! The engine behind the wall: one interpreter in a snapshot, one run on it, and no host but what is imported.

mod fill;
pub(crate) mod imports;
mod keep;
pub(crate) mod shelf;
mod warm;
pub(crate) mod width;

use std::alloc::{Layout, set_alloc_error_hook};
use std::cell::RefCell;
use std::panic;
use std::sync::Arc;

use rustpython_vm::vm::Interpreter;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::{boot, budget, execute, files, ids, names};
use crate::alloc;
use crate::job::Job;
use crate::wire::{self, Answer};

/// Memory that a run can take before its instance grows, in bytes, beside its parser's stack; an instance that grew can't be
/// used again.
const ROOM: usize = 4 << 20;

thread_local! {
    static INTERPRETER: RefCell<Option<Interpreter>> = const { RefCell::new(None) };
}

/// Panics of those who ask for more than 32 bits address, or who ask the allocator by themselves.
const OUT_OF_MEMORY: [&str; 3] = ["capacity overflow", "Hash table capacity overflow", "unable to allocate stack"];

/// Builds the interpreter that the snapshot keeps.
pub fn boot() {
    panic::set_hook(Box::new(|info| {
        let told = info.payload_as_str().unwrap_or("a panic without a message");
        if OUT_OF_MEMORY.contains(&told) {
            memory_is_gone();
        }
        match info.location() {
            Some(at) => imports::panic(&format!("{told}, at {}:{}:{}", at.file(), at.line(), at.column())),
            None => imports::panic(told),
        }
    }));
    set_alloc_error_hook(refused);
    let interpreter = boot::boot();
    interpreter.enter(|vm| demand("the shelf", shelf::install(vm)));
    ids::unseen(|| warm::up(&interpreter, &[warm::FIRST, warm::AGAIN]));
    interpreter.enter(|vm| {
        tidy(vm);
        // Before what remembers where things lie in them is warmed again.
        demand("the packages", shelf::rewrite_packages(vm));
        vm.state.gc.collect_force(2);
    });
    // A collection forgets where attributes were found.
    ids::unseen(|| warm::up(&interpreter, &[warm::AGAIN]));
    interpreter.enter(|vm| {
        tidy(vm);
        // What is here now outlives every run: the collector need not look at it.
        keep::for_ever(vm);
        vm.state.gc.freeze();
    });
    alloc::seal(ROOM + alloc::PARSER_STACK.size());
    // Behind the seal, so that it lies with what a run writes.
    interpreter.enter(|vm| demand("the names", names::prepare(vm)));
    INTERPRETER.set(Some(interpreter));
}

/// Runs a program of those that a snapshot is warmed with, as a job of the host's; whether there is one of this number.
///
/// # Panics
/// Where there is no interpreter.
pub fn practise(number: usize) -> bool {
    let Some((job, status)) = warm::job(number) else { return false };
    let answer: Answer = wire::decode(&run(&wire::encode(&job))).expect("the answer of a run");
    if answer.status != status {
        imports::panic(&format!("practising {:?}: {:?} {:?}", job.source, answer.status, answer.error));
    }
    INTERPRETER.with_borrow(|interpreter| {
        interpreter.as_ref().expect("the snapshot was taken after `boot`").enter(tidy);
    });
    true
}

/// Puts away what the last run had out.
fn tidy(vm: &VirtualMachine) {
    demand("the shelf", shelf::put_back(vm));
    files::forget(vm);
}

/// There is no snapshot of an interpreter in which this went wrong.
fn demand(what: &str, done: PyResult<()>) {
    if let Err(error) = done {
        imports::panic(&format!("{what}: {}", error.class().name()));
    }
}

fn refused(_layout: Layout) {
    memory_is_gone();
}

/// Ends the run: a request for memory was refused.
pub(crate) fn memory_is_gone() -> ! {
    budget::memory_is_gone()
}

/// Reads a job, runs it, and gives the answer as a message.
///
/// # Panics
/// Where the job is malformed, for the host made it, or there is no interpreter.
pub fn run(job: &[u8]) -> Vec<u8> {
    let job: Arc<Job> = Arc::new(wire::decode(job).expect("the host's own message"));
    let (outcome, _) = INTERPRETER.with_borrow(|interpreter| {
        let interpreter = interpreter.as_ref().expect("the snapshot was taken after `boot`");
        execute::execute(interpreter, &job, Arc::default())
    });
    wire::encode(&Answer::from(outcome))
}

/// The most bytes that the run has held so far.
pub fn memory_peak() -> u64 {
    alloc::peak()
}
