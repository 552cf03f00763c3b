//! A small module in several orders.

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, ImportSection, Instruction as I, MemorySection, MemoryType, Module, RefType,
    TableSection, TableType, TypeSection, ValType,
};
use wasmtime::{Engine, Instance, Linker, Store};

use super::{by_calls, functions, ordered, traced};

/// An imported function and four more: 0 takes 1 away, 1 doubles by the table, 2 is called by nobody, 3 is `run`: it gives
/// `(2 * x - 1) + host(x)`.
fn module() -> Vec<u8> {
    let mut module = Module::new();
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("host", "add", wasm_encoder::EntityType::Function(0));
    let mut numbers = FunctionSection::new();
    for ty in [0, 0, 1, 0] {
        numbers.function(ty);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 2,
        maximum: Some(2),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut globals = GlobalSection::new();
    globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("run", ExportKind::Func, 4);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([3, 2].as_slice().into()));
    let mut code = CodeSection::new();
    let bodies: [&[I<'_>]; 4] = [
        &[I::LocalGet(0), I::I32Const(1), I::I32Sub],
        &[I::LocalGet(0), I::LocalGet(0), I::I32Add],
        &[I::Unreachable],
        &[
            I::LocalGet(0),
            I::I32Const(1),
            I::CallIndirect { type_index: 0, table_index: 0 },
            I::Call(1),
            I::LocalGet(0),
            I::Call(0),
            I::I32Add,
        ],
    ];
    for body in bodies {
        let mut function = Function::new([(1, ValType::I64)]);
        for instruction in body {
            function.instruction(instruction);
        }
        code.function(function.instruction(&I::End));
    }
    module.section(&types).section(&imports).section(&numbers).section(&tables).section(&memories).section(&globals);
    module.section(&exports).section(&elements).section(&code);
    module.finish()
}

/// What `run` gives for 5, and the notes of what was called, if the module takes any.
fn run(module: &[u8]) -> (i32, Vec<u8>) {
    let engine = Engine::default();
    let module = wasmtime::Module::new(&engine, module).unwrap();
    let mut linker = Linker::new(&engine);
    linker.func_wrap("host", "add", |x: i32| 100 * x).unwrap();
    let mut store = Store::new(&engine, ());
    let instance: Instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<i32, i32>(&mut store, "run").unwrap();
    let result = run.call(&mut store, 5).unwrap();
    let called = instance.get_memory(&mut store, super::CALLED);
    (result, called.map_or(Vec::new(), |called| called.data(&store)[..4].to_vec()))
}

#[test]
fn an_order_changes_nothing_of_what_a_module_does() {
    let module = module();
    assert_eq!((functions(&module).unwrap(), run(&module).0), (4, 509));
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(run(&ordered(&module, &order).unwrap()).0, 509, "{order:?}");
    }
}

#[test]
fn the_functions_come_in_the_order() {
    let module = ordered(&module(), &[3, 1, 0, 2]).unwrap();
    assert_eq!(run(&traced(&module).unwrap()), (509, vec![1, 1, 1, 0]));
}

#[test]
fn each_call_is_noted() {
    assert_eq!(run(&traced(&module()).unwrap()), (509, vec![1, 1, 0, 1]));
}

#[test]
fn an_order_that_is_none_is_refused() {
    let told = |order: &[u32]| ordered(&module(), order).unwrap_err().to_string();
    assert_eq!(told(&[0, 1, 2]), "the order lacks a function");
    assert_eq!(told(&[0, 1, 2, 2]), "the order has function 2 twice");
    assert_eq!(told(&[0, 1, 2, 4]), "the order has a function that the module has not");
}

#[test]
fn what_most_runs_call_comes_first_and_what_the_same_call_together() {
    let runs: [&[u8]; 3] = [&[0, 1, 1, 0, 1, 0, 0], &[0, 1, 0, 1, 0, 0, 0], &[0, 1, 1, 1, 1, 0, 0]];
    let boot = [0, 0, 0, 0, 0, 0, 1];
    assert_eq!(by_calls(&boot, &runs.map(<[u8]>::to_vec)), [1, 2, 4, 3, 6, 0, 5]);
}
