//! Puts the functions that runs call beside each other, so that their code lies in few pages.

use std::cmp::Reverse;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Function, FunctionSection, Instruction, MemArg, MemorySection, MemoryType,
    Module,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, ExportSectionReader, FunctionBody, FunctionSectionReader,
    MemorySectionReader, Parser, Payload, TypeRef,
};
use wasmtime::error::Context as _;
use wasmtime::{Result, bail};

/// The memory of a traced module that has a byte for each of its functions: 1 once it has been called.
pub const CALLED: &str = "taipan_called";

type Encoded<T = ()> = std::result::Result<T, reencode::Error>;

/// The module with a note of each function that is called.
pub fn traced(wasm: &[u8]) -> Result<Vec<u8>> {
    let functions = u64::from(Functions::of(wasm)?.own);
    encoded(&mut Traced { bytes: functions, number: 0 }, wasm)
}

/// The module with its functions in this order; `order` has the number of each once, those that are imported left out.
pub fn ordered(wasm: &[u8], order: &[u32]) -> Result<Vec<u8>> {
    let Functions { imported, own } = Functions::of(wasm)?;
    let mut places = vec![None; own as usize];
    for (place, old) in (imported..).zip(order) {
        let slot = places.get_mut(*old as usize).context("the order has a function that the module has not")?;
        if slot.replace(place).is_some() {
            bail!("the order has function {old} twice");
        }
    }
    let places = places.into_iter().collect::<Option<Vec<u32>>>().context("the order lacks a function")?;
    encoded(&mut Ordered { imported, order, places }, wasm)
}

/// An order by what runs of programs called, each with a byte for each function, and the boot before them: what most of
/// them called comes first, and what the same of them called comes together.
pub fn by_calls(boot: &[u8], runs: &[Vec<u8>]) -> Vec<u32> {
    let callers = |function: usize| runs.iter().map(move |called| called[function] != 0);
    let mut order: Vec<u32> = (0..boot.len() as u32).collect();
    order.sort_by_cached_key(|function| {
        let function = *function as usize;
        let called: Vec<bool> = callers(function).collect();
        let count = called.iter().filter(|called| **called).count();
        (Reverse(count), Reverse(called), boot[function] == 0)
    });
    order
}

/// How many functions the module has of its own.
pub fn functions(wasm: &[u8]) -> Result<usize> {
    Ok(Functions::of(wasm)?.own as usize)
}

fn encoded(encoder: &mut impl Reencode<Error = std::convert::Infallible>, wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    encoder.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// How many functions a module has.
struct Functions {
    imported: u32,
    own: u32,
}

impl Functions {
    fn of(wasm: &[u8]) -> Result<Functions> {
        let mut functions = Functions { imported: 0, own: 0 };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => functions.own = types.count(),
                Payload::CodeSectionStart { .. } => break,
                _ => {}
            }
        }
        Ok(functions)
    }
}

struct Traced {
    /// Bytes of the memory with the notes.
    bytes: u64,
    /// How many bodies there were so far.
    number: u32,
}

impl Reencode for Traced {
    type Error = std::convert::Infallible;

    fn parse_memory_section(&mut self, memories: &mut MemorySection, section: MemorySectionReader<'_>) -> Encoded {
        utils::parse_memory_section(self, memories, section)?;
        let minimum = self.bytes.div_ceil(1 << 16);
        let (maximum, page_size_log2) = (Some(minimum), None);
        memories.memory(MemoryType { minimum, maximum, memory64: false, shared: false, page_size_log2 });
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader<'_>) -> Encoded {
        utils::parse_export_section(self, exports, section)?;
        exports.export(CALLED, ExportKind::Memory, 1);
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Encoded {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let note = MemArg { offset: u64::from(self.number), align: 0, memory_index: 1 };
        for instruction in [Instruction::I32Const(0), Instruction::I32Const(1), Instruction::I32Store8(note)] {
            function.instruction(&instruction);
        }
        let start = body.get_operators_reader()?.original_position();
        let rest = body.range().end - start;
        let bytes = body.as_bytes();
        function.raw(bytes[bytes.len() - rest..].iter().copied());
        code.function(&function);
        self.number += 1;
        Ok(())
    }

    fn parse_custom_section(&mut self, _module: &mut Module, _section: CustomSectionReader<'_>) -> Encoded {
        Ok(())
    }
}

struct Ordered<'a> {
    imported: u32,
    /// Which function comes to each place.
    order: &'a [u32],
    /// The number that each function gets.
    places: Vec<u32>,
}

impl Reencode for Ordered<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Encoded<u32> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Encoded {
        let types = section.into_iter().collect::<std::result::Result<Vec<u32>, _>>()?;
        for old in self.order {
            functions.function(types[*old as usize]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Encoded {
        let bodies = section.into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
        for old in self.order {
            self.parse_function_body(code, bodies[*old as usize].clone())?;
        }
        Ok(())
    }

    /// They name functions by their numbers of before.
    fn parse_custom_section(&mut self, _module: &mut Module, _section: CustomSectionReader<'_>) -> Encoded {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
