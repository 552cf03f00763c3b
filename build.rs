//! Freezes the library modules of the allowlist and writes the allowlist itself as a Rust table.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

#[path = "build/freeze.rs"]
mod freeze;
#[path = "build/guest.rs"]
mod guest;
#[path = "src/native/instrument.rs"]
mod instrument;
#[path = "build/list.rs"]
mod list;

/// The allowlist's data and shims.
const FOLDER: &str = "stdlib-allowlist";

fn main() {
    for path in ["build.rs", "build", "src/native/instrument.rs", FOLDER] {
        println!("cargo:rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    probe_alloc_error_hook(&out);
    find_guest(&out);
    let list = list::read(Path::new(FOLDER));
    write(&out.join("allowlist.rs"), list.table().as_bytes());
    if env::var_os("CARGO_FEATURE_NATIVE").is_some() {
        write(&out.join("frozen.bin"), &freeze::freeze(&list, Path::new(FOLDER)));
    }
}

/// The guest that `cargo xtask guest` left here goes into the program; without one there is no wasm isolation.
fn find_guest(out: &Path) {
    println!("cargo:rustc-check-cfg=cfg(taipan_guest)");
    if env::var_os("CARGO_FEATURE_WASM").is_none() {
        return;
    }
    println!("cargo:rerun-if-changed=guest");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let folder = root.join("guest/out");
    let Some(guest) = guest::Guest::read(&folder) else { return };
    let facts =
        guest.facts().unwrap_or_else(|error| panic!("{}: {error}; build it with `make guest`", folder.display()));
    write(&out.join("guest.rs"), facts.as_bytes());
    let files =
        [("CODE", folder.join("guest.cwasm")), ("IMAGE", folder.join("guest.image")), ("FACTS", out.join("guest.rs"))];
    for (name, path) in files {
        println!("cargo:rustc-env=TAIPAN_GUEST_{name}={}", path.display());
    }
    println!("cargo:rustc-cfg=taipan_guest");
}

/// Only a nightly toolchain lets a program say what happens when memory is refused.
fn probe_alloc_error_hook(out: &Path) {
    println!("cargo:rustc-check-cfg=cfg(alloc_error_hook)");
    let probe = out.join("probe.rs");
    write(&probe, b"#![feature(alloc_error_hook)] pub fn f() { std::alloc::set_alloc_error_hook(|_| {}) }");
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let args = ["--crate-type=lib", "--emit=metadata", "--edition=2024", "--out-dir"];
    let built = Command::new(rustc).args(args).arg(out).arg(&probe).stderr(Stdio::null()).status();
    if built.is_ok_and(|status| status.success()) {
        println!("cargo:rustc-cfg=alloc_error_hook");
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}
