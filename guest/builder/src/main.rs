//! From the guest's module to what the program carries: a snapshot of its memory, and its code, compiled.
//!
//! `taipan-guest-builder GUEST.wasm FOLDER` writes `guest.cwasm`, `guest.image`, `guest.rs` and `guest.sums` into it.

#[path = "../../../src/wasm/config.rs"]
mod config;
mod meter;
mod order;
mod snapshot;
mod strip;

use std::path::Path;
use std::{env, fs};

use sha2::{Digest as _, Sha256};
use wasmtime::error::Context as _;
use wasmtime::{Config, Engine, OptLevel};
use wasmtime::{Result, bail};

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = args.as_slice() else { bail!("usage: taipan-guest-builder GUEST.wasm FOLDER") };
    let wasm = fs::read(module).with_context(|| module.clone())?;
    // The boot runs once: what it saves by better code it pays twice for in the making of it.
    let booting = Engine::new(compiling().cranelift_opt_level(OptLevel::None))?;
    let snapshot = snapshot::take(&booting, &wasm)?;
    let engine = Engine::new(&compiling())?;
    let stripped = strip::strip(&order::ordered(&wasm, &snapshot.order)?, snapshot.memory)?;
    let code = engine.precompile_module(&stripped)?;
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    fs::write(folder.join("guest.cwasm"), &code)?;
    fs::write(folder.join("guest.image"), &snapshot.image)?;
    let hash = Sha256::new().chain_update(&stripped).chain_update(&snapshot.image).finalize();
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let facts = format!(
        "const MEMORY: usize = {};\nconst STACK_POINTER: i32 = {};\nconst HASH: &str = \"{hash}\";\n",
        snapshot.memory, snapshot.stack_pointer
    );
    fs::write(folder.join("guest.rs"), facts)?;
    let (code_sum, image_sum) = (crc32fast::hash(&code), crc32fast::hash(&snapshot.image));
    fs::write(folder.join("guest.sums"), format!("guest.cwasm {code_sum:08x}\nguest.image {image_sum:08x}\n"))?;
    println!(
        "guest {}: code {} KiB, image {} KiB of {} KiB",
        &hash[..12],
        code.len() >> 10,
        snapshot.image.len() >> 10,
        snapshot.memory >> 10
    );
    Ok(())
}

/// What the compiler may expect of an x86-64 processor: the level that others call x86-64-v2. Shuffles and roundings are calls
/// without.
const X86_64_V2: [&str; 5] = ["has_sse3", "has_ssse3", "has_sse41", "has_sse42", "has_popcnt"];

/// The settings that the program loads the code with, and what the compiler alone is told: code for nearly every processor of
/// this kind, and the same bits in every NaN.
fn compiling() -> Config {
    let mut config = config::base();
    config.cranelift_opt_level(OptLevel::Speed).cranelift_nan_canonicalization(true).wasm_branch_hinting(true);
    let target = format!("{}-unknown-linux-gnu", env::consts::ARCH);
    config.target(&target).expect("the compiler knows the machine that it runs on");
    if cfg!(target_arch = "x86_64") {
        for feature in X86_64_V2 {
            // SAFETY: who loads the code asks the processor for each, and refuses the code where one is not there.
            unsafe { config.cranelift_flag_enable(feature) };
        }
    }
    config
}
