//! Bounds regular expressions: a match that may backtrack is rehearsed on a text that counts how often it is read.
//!
//! RustPython's matcher has no step limit and no hook, but its engine takes any kind of text. One that counts gives
//! the cost of a match before it is made in earnest, and can end one that costs more than the run has left.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use rustpython_sre_engine::{Request, SearchIter, SreOpcode, State, StrDrive, StringCursor};
use rustpython_vm::builtins::{PyBytes, PyStr, PyWeak};
use rustpython_vm::common::wtf8::Wtf8;
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef};
use rustpython_vm::{AsObject, Py, PyRef, PyResult, VirtualMachine};

use super::prices::{argument, number, weight};
use crate::native::{budget, collapse};
#[cfg(not(target_family = "wasm"))]
use crate::ticks;

/// Reads of a character in a unit of fuel.
const READS: u64 = 16;

/// Reads between two checks whether the run has to stop for another reason.
const CHECK_EVERY: u64 = 1 << 12;

/// A match that cannot cost more reads than this is not rehearsed.
const CHEAP: u64 = 20_000;

/// How many patterns are known before the dead ones are swept out.
const SWEEP_AT: usize = 2048;

struct Compiled {
    object: PyRef<PyWeak>,
    codes: Vec<u32>,
    bytes: bool,
    tame: bool,
}

thread_local! {
    static COMPILED: RefCell<HashMap<usize, Rc<Compiled>>> = RefCell::default();
    static READ: Cell<u64> = const { Cell::new(0) };
    static ALLOWED: Cell<u64> = const { Cell::new(u64::MAX) };
}

/// What unwinds out of a rehearsal that may not go on.
struct Spent;

/// `_sre.compile`, which from here on also keeps what each pattern compiled to.
pub(super) fn compiling(method: &PyMethodDef) -> PyMethodDef {
    let original = method.func;
    let func = move |vm: &VirtualMachine, args: FuncArgs, callee: Callee| {
        let codes = argument(&args, 2, "code").and_then(|codes| codes.try_to_value::<Vec<u32>>(vm).ok());
        let bytes =
            argument(&args, 0, "pattern").is_some_and(|source| !vm.is_none(source) && !source.downcastable::<PyStr>());
        let pattern = original(vm, args, callee)?;
        let codes = codes.unwrap_or_default();
        let compiled = Compiled { object: pattern.downgrade(None, vm)?, tame: is_tame(&codes), codes, bytes };
        budget::charge(compiled.codes.len() as u64 / 64, vm)?;
        COMPILED.with(|known| {
            let mut known = known.borrow_mut();
            if known.len() >= SWEEP_AT {
                known.retain(|_, compiled| compiled.object.upgrade().is_some());
            }
            known.insert(pattern.get_id(), Rc::new(compiled));
        });
        Ok(pattern)
    };
    PyMethodDef { func: Box::leak(Box::new(func)), ..method.clone() }
}

/// Forgets the patterns of an interpreter.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn forget() {
    let known = COMPILED.with(|known| std::mem::take(&mut *known.borrow_mut()));
    drop(known);
}

/// One loop at most, and no choice: the words of a code are looked through without regard to what they stand for,
/// so this errs on the side of a rehearsal.
fn is_tame(codes: &[u32]) -> bool {
    let one_of = |set: &[SreOpcode], code: u32| set.iter().any(|opcode| *opcode as u32 == code);
    let choices = [SreOpcode::BRANCH, SreOpcode::GROUPREF, SreOpcode::GROUPREF_EXISTS, SreOpcode::ASSERT];
    let loops = [
        SreOpcode::REPEAT,
        SreOpcode::REPEAT_ONE,
        SreOpcode::MIN_REPEAT_ONE,
        SreOpcode::POSSESSIVE_REPEAT,
        SreOpcode::POSSESSIVE_REPEAT_ONE,
    ];
    !codes.iter().any(|code| one_of(&choices, *code)) && codes.iter().filter(|code| one_of(&loops, **code)).count() <= 1
}

/// How far a call of the engine goes.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    Here,
    Whole,
    First,
    All,
}

pub(super) fn match_here(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 1, Reach::Here, None, vm)
}

pub(super) fn match_whole(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 1, Reach::Whole, None, vm)
}

pub(super) fn search(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 1, Reach::First, None, vm)
}

pub(super) fn all(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 1, Reach::All, None, vm)
}

pub(super) fn replace(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 2, Reach::All, Some(most(number(args, 3, "count"))), vm)
}

pub(super) fn split(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    call(args, 1, Reach::All, Some(most(number(args, 2, "maxsplit"))), vm)
}

fn most(count: Option<u64>) -> u64 {
    count.filter(|count| *count > 0).unwrap_or(u64::MAX)
}

fn call(args: &FuncArgs, subject_at: usize, reach: Reach, most: Option<u64>, vm: &VirtualMachine) -> PyResult<()> {
    let (Some(pattern), Some(subject)) = (args.args.first(), argument(args, subject_at, "string")) else {
        return Ok(());
    };
    let Some(compiled) = COMPILED.with(|known| known.borrow().get(&pattern.get_id()).cloned()) else { return Ok(()) };
    // Only what takes no count takes a range of the text.
    let (ranged, most) = (most.is_none(), most.unwrap_or(u64::MAX));
    let size = weight(subject, vm);
    budget::charge(size >> 8, vm)?;
    let from = if ranged { number(args, 2, "pos").unwrap_or(0) } else { 0 };
    let to = if ranged { number(args, 3, "endpos").unwrap_or(u64::MAX) } else { u64::MAX };
    if compiled.tame && size.saturating_mul(size).saturating_mul(compiled.codes.len() as u64) <= CHEAP {
        return Ok(());
    }
    let bounds = (usize::try_from(from).unwrap_or(usize::MAX), usize::try_from(to).unwrap_or(usize::MAX));
    if compiled.bytes {
        match subject.downcast_ref::<PyBytes>() {
            Some(bytes) => rehearse(Counted(bytes.as_bytes()), &compiled, bounds, reach, most, vm),
            None => match subject.try_bytes_like(vm, <[u8]>::to_vec) {
                Ok(bytes) => rehearse(Counted(bytes.as_slice()), &compiled, bounds, reach, most, vm),
                Err(_) => Ok(()),
            },
        }
    } else {
        match subject.downcast_ref::<PyStr>() {
            Some(text) if text.kind().is_ascii() => {
                rehearse(Counted(text.as_bytes()), &compiled, bounds, reach, most, vm)
            }
            Some(text) => rehearse(Counted(Indexed(text)), &compiled, bounds, reach, most, vm),
            None => Ok(()),
        }
    }
}

fn rehearse<S: StrDrive>(
    text: S,
    compiled: &Compiled,
    (from, to): (usize, usize),
    reach: Reach,
    most: u64,
    vm: &VirtualMachine,
) -> PyResult<()> {
    // Behind the wall the host counts every instruction.
    if cfg!(target_family = "wasm") {
        return Ok(());
    }
    READ.set(0);
    ALLOWED.set(budget::remaining().saturating_add(1).saturating_mul(READS));
    let run = || {
        let mut request = Request::new(text, from, to, &compiled.codes, reach == Reach::Whole);
        let mut state = State::default();
        match reach {
            Reach::Here | Reach::Whole => drop(state.py_match(&request)),
            Reach::First => drop(state.search(request)),
            Reach::All => {
                request.must_advance = false;
                let mut found = 0;
                let mut matches = SearchIter { req: request, state };
                while found < most && matches.next().is_some() {
                    found += 1;
                }
            }
        }
    };
    let ended = catch_unwind(AssertUnwindSafe(run));
    budget::charge(READ.get() / READS, vm)?;
    match ended {
        Ok(()) => Ok(()),
        Err(panic) if panic.is::<Spent>() => budget::charge(0, vm),
        Err(panic) if collapse::is_out_of_memory(&*panic) => Err(budget::out_of_memory(vm)),
        Err(panic) => resume_unwind(panic),
    }
}

/// Whether a bound asks for a look. Behind the wall none does: the host ends a run wherever it is.
fn hurried() -> bool {
    #[cfg(not(target_family = "wasm"))]
    return ticks::hurried();
    #[cfg(target_family = "wasm")]
    false
}

#[inline]
fn count(reads: u64) {
    let read = READ.get() + reads;
    READ.set(read);
    if read % CHECK_EVERY < reads && (read > ALLOWED.get() || hurried()) {
        resume_unwind(Box::new(Spent));
    }
}

/// A text that counts its reads.
#[derive(Clone, Copy)]
struct Counted<S>(S);

impl<S: StrDrive> StrDrive for Counted<S> {
    fn count(&self) -> usize {
        self.0.count()
    }

    fn create_cursor(&self, n: usize) -> StringCursor {
        count(1);
        self.0.create_cursor(n)
    }

    fn adjust_cursor(&self, cursor: &mut StringCursor, n: usize) {
        count(1);
        self.0.adjust_cursor(cursor, n);
    }

    #[inline]
    fn advance(cursor: &mut StringCursor) -> u32 {
        count(1);
        S::advance(cursor)
    }

    #[inline]
    fn peek(cursor: &StringCursor) -> u32 {
        count(1);
        S::peek(cursor)
    }

    fn skip(cursor: &mut StringCursor, n: usize) {
        count(n as u64 / 8 + 1);
        S::skip(cursor, n);
    }

    #[inline]
    fn back_advance(cursor: &mut StringCursor) -> u32 {
        count(1);
        S::back_advance(cursor)
    }

    #[inline]
    fn back_peek(cursor: &StringCursor) -> u32 {
        count(1);
        S::back_peek(cursor)
    }

    fn back_skip(cursor: &mut StringCursor, n: usize) {
        count(n as u64 / 8 + 1);
        S::back_skip(cursor, n);
    }
}

/// Text beyond ASCII, which finds a character by its index without a walk from the start.
#[derive(Clone, Copy)]
struct Indexed<'a>(&'a Py<PyStr>);

impl StrDrive for Indexed<'_> {
    fn count(&self) -> usize {
        self.0.char_len()
    }

    fn create_cursor(&self, n: usize) -> StringCursor {
        let rest = &self.0.as_wtf8()[self.0.char_index_to_byte(n)..];
        let mut cursor = <&Wtf8 as StrDrive>::create_cursor(&rest, 0);
        cursor.position = n;
        cursor
    }

    fn adjust_cursor(&self, cursor: &mut StringCursor, n: usize) {
        *cursor = self.create_cursor(n);
    }

    fn advance(cursor: &mut StringCursor) -> u32 {
        <&Wtf8 as StrDrive>::advance(cursor)
    }

    fn peek(cursor: &StringCursor) -> u32 {
        <&Wtf8 as StrDrive>::peek(cursor)
    }

    fn skip(cursor: &mut StringCursor, n: usize) {
        <&Wtf8 as StrDrive>::skip(cursor, n);
    }

    fn back_advance(cursor: &mut StringCursor) -> u32 {
        <&Wtf8 as StrDrive>::back_advance(cursor)
    }

    fn back_peek(cursor: &StringCursor) -> u32 {
        <&Wtf8 as StrDrive>::back_peek(cursor)
    }

    fn back_skip(cursor: &mut StringCursor, n: usize) {
        <&Wtf8 as StrDrive>::back_skip(cursor, n);
    }
}
