//! Small modules, counted and run.

use wasm_encoder::{
    BlockType, CodeSection, ExportKind, ExportSection, Function, FunctionSection, GlobalSection, GlobalType,
    Instruction as I, MemArg, MemorySection, MemoryType, Module, TypeSection, ValType,
};
use wasmtime::{Engine, Instance, Memory, Result, Store, Trap, TypedFunc};

use crate::config::COUNT;
use crate::strip;

/// A module of functions from a number to nothing, the last of which is exported, and what it has taken off a count.
struct Program {
    store: Store<()>,
    count: Memory,
    run: TypedFunc<i32, ()>,
}

impl Program {
    fn new(functions: &[&[I<'_>]]) -> Program {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut numbers = FunctionSection::new();
        for _ in functions {
            numbers.function(0);
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut globals = GlobalSection::new();
        let mutable = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(mutable, &wasm_encoder::ConstExpr::i32_const(0));
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, functions.len() as u32 - 1);
        let mut code = CodeSection::new();
        for body in functions {
            let mut function = Function::new([(1, ValType::I32)]);
            for instruction in *body {
                function.instruction(instruction);
            }
            code.function(function.instruction(&I::End));
        }
        module.section(&types).section(&numbers).section(&memories).section(&globals).section(&exports).section(&code);
        let engine = Engine::default();
        let module = wasmtime::Module::new(&engine, strip::strip(&module.finish(), 1 << 16).unwrap()).unwrap();
        let mut store = Store::new(&engine, ());
        let instance = Instance::new(&mut store, &module, &[]).unwrap();
        let count = instance.get_memory(&mut store, COUNT).unwrap();
        let run = instance.get_typed_func(&mut store, "run").unwrap();
        Program { store, count, run }
    }

    /// How it ended that had so much, and what was left.
    fn run(&mut self, argument: i32, given: i64) -> (Result<()>, i64) {
        self.count.write(&mut self.store, 0, &given.to_le_bytes()).unwrap();
        let ended = self.run.call(&mut self.store, argument);
        let mut left = [0; 8];
        self.count.read(&self.store, 0, &mut left).unwrap();
        (ended, i64::from_le_bytes(left))
    }

    fn cost(&mut self, argument: i32) -> i64 {
        let (ended, left) = self.run(argument, 1 << 40);
        ended.unwrap();
        (1 << 40) - left
    }
}

fn plain(instructions: usize) -> Vec<I<'static>> {
    (0..instructions).flat_map(|_| [I::I32Const(1), I::Drop]).collect()
}

/// Counts its argument down to nothing, with something to do in each turn.
fn turns(body: &[I<'static>]) -> Vec<I<'static>> {
    let down = [I::LocalGet(0), I::I32Const(1), I::I32Sub, I::LocalTee(0), I::BrIf(0), I::End];
    [&[I::Loop(BlockType::Empty)], body, &down].concat()
}

#[test]
fn each_turn_costs_what_it_does() {
    let mut program = Program::new(&[&turns(&plain(3))]);
    assert_eq!([1, 2, 1000].map(|turns| program.cost(turns)), [9, 17, 8001]);
}

#[test]
fn a_turn_that_there_is_nothing_for_does_not_begin() {
    let mut program = Program::new(&[&turns(&plain(3))]);
    assert_eq!(program.run(1000, 8001).1, 0);
    for given in [8000, 0, 100] {
        let (ended, left) = program.run(1000, given);
        assert_eq!(ended.unwrap_err().downcast::<Trap>().unwrap(), Trap::UnreachableCodeReached);
        assert!((-8..0).contains(&left), "{left}");
    }
}

#[test]
fn a_function_is_asked_where_it_begins_and_a_small_one_is_paid_by_its_caller() {
    let call = |callee| [I::LocalGet(0), I::Call(callee)];
    // Too large to be paid by its own caller.
    let from = |callee| [&call(callee)[..], &plain(70)].concat();
    let mut program = Program::new(&[&plain(5), &from(0)]);
    assert_eq!(program.cost(0), 1 + 2 + 70 + 5);
    let mut program = Program::new(&[&plain(100), &from(0)]);
    assert_eq!(program.cost(0), 1 + 2 + 70 + 101);
    let (ended, left) = program.run(0, 80);
    assert!(ended.is_err());
    assert_eq!(left, 80 - 73 - 101);
    // Between the two a small one that calls a large one.
    let mut program = Program::new(&[&plain(100), &call(0), &from(1)]);
    assert_eq!(program.cost(0), 1 + 2 + 70 + 2 + 101);
}

#[test]
fn small_functions_that_call_each_other_are_asked() {
    let call = |callee| [I::LocalGet(0), I::Call(callee)];
    for functions in [&[&call(0)[..]][..], &[&call(1), &call(0)], &[&call(1), &call(2), &call(0)]] {
        let mut program = Program::new(functions);
        assert_eq!(program.run(0, 3000).0.unwrap_err().downcast::<Trap>().unwrap(), Trap::UnreachableCodeReached);
    }
}

#[test]
fn a_long_stretch_is_paid_by_those_who_come_by_and_a_short_one_by_all() {
    let branch = |arm: &[I<'static>]| [&[I::LocalGet(0), I::If(BlockType::Empty)], arm, &[I::End]].concat();
    let mut long = Program::new(&[&branch(&[plain(200), turns(&[])].concat())]);
    assert_eq!([0, 1].map(|argument| long.cost(argument)), [3, 3 + 200 + 5]);
    for (instructions, paid) in [(10, 10), (100, 48)] {
        let mut short = Program::new(&[&[branch(&plain(instructions)), turns(&[])].concat()]);
        assert_eq!(short.cost(1), 3 + paid + 5);
    }
}

#[test]
fn what_is_copied_or_filled_at_once_is_counted_by_its_size() {
    let fill = [I::I32Const(0), I::I32Const(7), I::LocalGet(0), I::MemoryFill(0)];
    let mut program = Program::new(&[&fill]);
    assert_eq!([0, 16, 65_536].map(|bytes| program.cost(bytes)), [5, 6, 5 + 4096]);
    let copy = [I::I32Const(0), I::I32Const(64), I::LocalGet(0), I::MemoryCopy { src_mem: 0, dst_mem: 0 }];
    let mut program = Program::new(&[&copy]);
    assert_eq!([0, 16, 32_768].map(|bytes| program.cost(bytes)), [5, 6, 5 + 2048]);
}

/// The program's own memory is the first, and stays so.
#[test]
fn the_count_is_out_of_the_programs_reach() {
    let place = MemArg { offset: 0, align: 3, memory_index: 0 };
    let mut program = Program::new(&[&[I::I32Const(0), I::I64Const(-1), I::I64Store(place)]]);
    assert_eq!(program.run(0, 100).1, 100);
}
