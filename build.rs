//! Freezes the library modules of the allowlist and writes the allowlist itself as a Rust table.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/freeze.rs"]
mod freeze;
#[path = "build/list.rs"]
mod list;

/// The allowlist's data and shims.
const FOLDER: &str = "stdlib-allowlist";

fn main() {
    for path in ["build.rs", "build", FOLDER] {
        println!("cargo:rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let list = list::read(Path::new(FOLDER));
    write(&out.join("allowlist.rs"), list.table().as_bytes());
    if env::var_os("CARGO_FEATURE_NATIVE").is_some() {
        write(&out.join("frozen.bin"), &freeze::freeze(&list, Path::new(FOLDER)));
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}
