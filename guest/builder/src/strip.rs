//! Takes the data out of a module, for the image has it, and checks that the image is all of its state.

use wasmtime::{Result, bail};
use wasm_encoder::{MemorySection, MemoryType, Module, RawSection};
use wasmparser::{Operator, Parser, Payload};

/// The module without its data, with a memory of `memory` bytes from the start.
pub fn strip(wasm: &[u8], memory: usize) -> Result<Vec<u8>> {
    let mut stripped = Module::new();
    let mut mutable = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::MemorySection(_) => {
                let mut section = MemorySection::new();
                section.memory(MemoryType {
                    minimum: (memory >> 16) as u64,
                    maximum: None,
                    memory64: false,
                    shared: false,
                    page_size_log2: None,
                });
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
            }
            Payload::StartSection { .. } => bail!("the guest starts by itself"),
            Payload::DataSection(_) | Payload::DataCountSection { .. } | Payload::CustomSection(_) => continue,
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            stripped.section(&RawSection { id, data: &wasm[range] });
        }
    }
    if mutable != 1 {
        bail!("the guest has {mutable} mutable globals; the stack pointer alone is put back after a run");
    }
    Ok(stripped.finish())
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
