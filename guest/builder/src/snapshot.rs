//! Boots the guest once and keeps its memory.

use wasmtime::error::Context as _;
use wasmtime::{Caller, Engine, Extern, Linker, Memory, Module, Store};
use wasmtime::{Result, bail};

use crate::order;

/// WASI's number for a file descriptor that is not open.
const BAD_FD: i32 = 8;

/// What a fresh interpreter starts from.
pub struct Snapshot {
    /// Bytes of the whole memory.
    pub memory: usize,
    /// The memory up to its last byte that is not zero, in whole pages.
    pub image: Vec<u8>,
    pub stack_pointer: i32,
    /// The module's own functions, those that runs call first.
    pub order: Vec<u32>,
}

/// Boots the guest without clock or entropy: whatever it asks of them is the same in each build, or an error. Has it run its
/// programs then, to see what they call.
pub fn take(engine: &Engine, wasm: &[u8]) -> Result<Snapshot> {
    let module = Module::new(engine, order::traced(wasm)?)?;
    let mut linker = Linker::new(engine);
    linker.func_wrap(
        "taipan",
        "panic",
        |mut caller: Caller<'_, ()>, at: u32, length: u32| -> wasmtime::Result<()> {
            Err(wasmtime::Error::msg(format!("the guest panicked: {}", text(&mut caller, at, length))))
        },
    )?;
    // What the programs print and make, at which nobody looks.
    linker.func_wrap("taipan", "write", |_stream: u32, _at: u32, _length: u32| {})?;
    linker.func_wrap("taipan", "file", |_path: u32, _path_length: u32, _part: u32, _length: u32| {})?;
    // Seeds the hash maps of Rust's own library; nothing that guest code draws comes from here.
    linker.func_wrap("wasi_snapshot_preview1", "random_get", |mut caller: Caller<'_, ()>, at: u32, length: u32| {
        let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return 1 };
        let bytes: Vec<u8> = (0..length).map(|i| i as u8).collect();
        i32::from(memory.write(&mut caller, at as usize, &bytes).is_err())
    })?;
    // The C library looks for open folders when it starts; there are none.
    linker.func_wrap("wasi_snapshot_preview1", "fd_prestat_get", |_fd: i32, _at: i32| BAD_FD)?;
    for list in ["args", "environ"] {
        let sizes = |mut caller: Caller<'_, ()>, count: u32, bytes: u32| {
            let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return 1 };
            let written = [count, bytes].map(|at| memory.write(&mut caller, at as usize, &[0; 4]).is_ok());
            i32::from(written != [true; 2])
        };
        linker.func_wrap("wasi_snapshot_preview1", &format!("{list}_sizes_get"), sizes)?;
        linker.func_wrap("wasi_snapshot_preview1", &format!("{list}_get"), |_list: u32, _bytes: u32| 0)?;
    }
    linker.define_unknown_imports_as_traps(&module)?;
    let mut store = Store::new(engine, ());
    let instance = linker.instantiate(&mut store, &module)?;
    for name in ["_initialize", "taipan_boot"] {
        let function = instance.get_typed_func::<(), ()>(&mut store, name)?;
        function.call(&mut store, ()).with_context(|| format!("`{name}` of the guest"))?;
    }
    let stack_pointer = instance.get_global(&mut store, "__stack_pointer").context("the guest's stack pointer")?;
    let stack_pointer = stack_pointer.get(&mut store).i32().context("the guest's stack pointer is no number")?;
    let memory = instance.get_memory(&mut store, "memory").context("the guest's memory")?;
    let bytes = memory.data(&store);
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1).next_multiple_of(4096);
    if end == 0 {
        bail!("the guest's memory is empty");
    }
    let (memory, image) = (bytes.len(), bytes[..end].to_vec());
    let called = instance.get_memory(&mut store, order::CALLED).context("the memory with what was called")?;
    let functions = order::functions(wasm)?;
    let boot = taken(called, functions, &mut store);
    let practise = instance.get_typed_func::<u32, u32>(&mut store, "taipan_practise")?;
    let mut runs = Vec::new();
    while practise.call(&mut store, runs.len() as u32).context("`taipan_practise` of the guest")? != 0 {
        runs.push(taken(called, functions, &mut store));
    }
    Ok(Snapshot { memory, image, stack_pointer, order: order::by_calls(&boot, &runs) })
}

/// Which of so many functions were called since this was asked for the last time.
fn taken(called: Memory, functions: usize, store: &mut Store<()>) -> Vec<u8> {
    let notes = &mut called.data_mut(store)[..functions];
    let taken = notes.to_vec();
    notes.fill(0);
    taken
}

fn text(caller: &mut Caller<'_, ()>, at: u32, length: u32) -> String {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return String::new() };
    let bytes = memory.data(&caller).get(at as usize..).and_then(|rest| rest.get(..length as usize));
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}
