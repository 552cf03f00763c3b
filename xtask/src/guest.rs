//! Builds the guest: its module, the snapshot of its memory, and its code, compiled.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Error, Verb, root};

pub const VERB: Verb = Verb {
    name: "guest",
    usage: "guest",
    about: "build what stands behind the wall into guest/out, where it is not up to date",
    run,
};

/// What the build leaves in `guest/out`.
const PARTS: [&str; 3] = ["guest.cwasm", "guest.image", "guest.rs"];

fn run(arguments: &[String]) -> Result<(), Error> {
    if !arguments.is_empty() {
        return Err("it takes no arguments".into());
    }
    let root = root()?;
    let target = match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => root.join("target"),
    }
    .join("guest");
    let locked = env::var_os("CI").map(|_| "--locked");
    let mut build = Command::new(root.join("tools/guest-toolchain"));
    build.args(["cargo", "build", "--release", "--target", "wasm32-wasip1", "--manifest-path", "guest/Cargo.toml"]);
    finish(build.args(locked).env("CARGO_TARGET_DIR", &target).current_dir(&root))?;
    let module = target.join("wasm32-wasip1/release/taipan_guest.wasm");
    let mut build = Command::new(root.join("tools/toolchain"));
    build.args(["cargo", "build", "--release", "--manifest-path", "guest/builder/Cargo.toml"]);
    finish(build.args(locked).env("CARGO_TARGET_DIR", target.join("builder")).current_dir(&root))?;
    let builder = target.join("builder/release/taipan-guest-builder");
    let out = root.join("guest/out");
    if is_newer(&out, &[&module, &builder])? {
        return Ok(());
    }
    finish(Command::new(builder).arg(&module).arg(&out))
}

/// Whether every part is there and younger than what it was made from.
fn is_newer(out: &Path, sources: &[&Path]) -> Result<bool, Error> {
    for part in PARTS {
        let Ok(made) = fs::metadata(out.join(part)).and_then(|data| data.modified()) else { return Ok(false) };
        for source in sources {
            if fs::metadata(source)?.modified()? > made {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Runs a step. The toolchain that cargo chose for this program is not the step's.
fn finish(command: &mut Command) -> Result<(), Error> {
    for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(name);
    }
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}").into()) }
}
