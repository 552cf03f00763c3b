//! Makes of the guest's module what runs: without its data, for the image has it, and with a count of its work.
//!
//! Checks that the image is all of its state.

use wasm_encoder::{
    BranchHint, BranchHints, CodeSection, ExportKind, ExportSection, MemorySection, MemoryType, Module, RawSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator, Parser, Payload, TypeRef};
use wasmtime::error::Context as _;
use wasmtime::{Result, bail};

use crate::config;
use crate::meter::{self, Counted};

/// The functions of a module.
#[derive(Default)]
struct Functions<'a> {
    /// How many parameters each type has.
    types: Vec<u32>,
    imported: u32,
    /// The types of those that the module has.
    own: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

/// The module without its data, with a memory of `memory` bytes from the start, and another with the count.
pub fn strip(wasm: &[u8], memory: usize) -> Result<Vec<u8>> {
    let mut stripped = Module::new();
    let mut mutable = 0;
    let mut functions = Functions::default();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::TypeSection(types) => {
                for ty in types.clone().into_iter_err_on_gc_types() {
                    functions.types.push(ty?.params().len() as u32);
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(types) => {
                for ty in types.clone() {
                    functions.own.push(ty?);
                }
            }
            Payload::MemorySection(memories) => {
                if memories.count() != 1 {
                    bail!("the guest has {} memories; all but one would outlive a run", memories.count());
                }
                let mut section = MemorySection::new();
                section.memory(of_bytes(memory));
                section.memory(of_bytes(config::COUNT_BYTES));
                stripped.section(&section);
                continue;
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports.clone() {
                    let export = export?;
                    let kind = match export.kind {
                        ExternalKind::Func => ExportKind::Func,
                        ExternalKind::Table => ExportKind::Table,
                        ExternalKind::Memory => ExportKind::Memory,
                        ExternalKind::Global => ExportKind::Global,
                        other => bail!("the guest exports a {other:?}"),
                    };
                    section.export(export.name, kind, export.index);
                }
                section.export(config::COUNT, ExportKind::Memory, meter::MEMORY);
                stripped.section(&section);
                continue;
            }
            Payload::GlobalSection(globals) => {
                for global in globals.clone() {
                    mutable += usize::from(global?.ty.mutable);
                }
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    refuse_hidden_state(&operator?)?;
                }
                functions.bodies.push(body.clone());
            }
            Payload::StartSection { .. } => bail!("the guest starts by itself"),
            Payload::CodeSectionStart { .. }
            | Payload::DataSection(_)
            | Payload::DataCountSection { .. }
            | Payload::CustomSection(_) => continue,
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            stripped.section(&RawSection { id, data: &wasm[range] });
        }
    }
    if mutable != 1 {
        bail!("the guest has {mutable} mutable globals; the stack pointer alone is put back after a run");
    }
    // What follows the code in a module has been left out.
    functions.add_counted(&mut stripped)?;
    Ok(stripped.finish())
}

fn of_bytes(bytes: usize) -> MemoryType {
    MemoryType { minimum: (bytes >> 16) as u64, maximum: None, memory64: false, shared: false, page_size_log2: None }
}

impl Functions<'_> {
    fn add_counted(&self, module: &mut Module) -> Result<()> {
        let leaves = meter::leaves(self.imported, &self.bodies)?;
        let (mut code, mut hints) = (CodeSection::new(), BranchHints::new());
        for (number, (body, ty)) in (self.imported..).zip(self.bodies.iter().zip(&self.own)) {
            if leaves[number as usize].is_some() {
                code.raw(body.as_bytes());
                continue;
            }
            let params = *self.types.get(*ty as usize).context("a function of no type")?;
            let Counted { body, questions } = meter::count(body, params, &leaves)?;
            let unlikely = |at| BranchHint { branch_func_offset: at, branch_hint_value: 0 };
            hints.function_hints(number, questions.into_iter().map(unlikely));
            code.raw(&body);
        }
        module.section(&hints).section(&code);
        Ok(())
    }
}

/// Tables and segments that change would outlive a run.
fn refuse_hidden_state(operator: &Operator<'_>) -> Result<()> {
    match operator {
        Operator::TableSet { .. }
        | Operator::TableGrow { .. }
        | Operator::TableFill { .. }
        | Operator::TableCopy { .. }
        | Operator::TableInit { .. }
        | Operator::ElemDrop { .. }
        | Operator::DataDrop { .. }
        | Operator::MemoryInit { .. } => bail!("the guest changes a table or a segment: {operator:?}"),
        _ => Ok(()),
    }
}
