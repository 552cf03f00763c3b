//! Builds the guest: its module, the snapshot of its memory, and its code, compiled.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use crate::files::{edit, read};
use crate::{Error, Verb, changed, locked, root};

pub const VERB: Verb = Verb {
    name: "guest",
    usage: "guest [--check | --test]",
    about: "build what stands behind the wall into guest/out, where it is not up to date; or check that a copy of the \
            sources elsewhere gives the same bytes; or test what makes it",
    run,
};

/// What the build leaves in `guest/out`.
const PARTS: [&str; 4] = ["guest.cwasm", "guest.image", "guest.rs", "guest.sums"];

fn run(arguments: &[String]) -> Result<(), Error> {
    let root = root()?;
    let target = match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root.join(folder),
        None => root.join("target"),
    };
    let target = target.join("guest");
    match arguments {
        [] => build(&root, &target, &target.join("tree"), &root.join("guest/out")),
        [flag] if flag == "--check" => check(&root, &target),
        [flag] if flag == "--test" => finish(&mut builder(&root, &target, "test")),
        _ => Err("it takes no arguments but --check or --test".into()),
    }
}

/// What the guest is built from, beside its own folder.
const SOURCES: [&str; 6] = ["Cargo.toml", "build.rs", "build", "benches", "src", "stdlib-allowlist"];

/// Builds the guest into a folder, where that is not up to date.
///
/// It is built from a copy with the engine's sources and RustPython's changed crates below the guest's: cargo names a package by
/// where it lies below the top of the tree, so that its code is the same bytes wherever the checkout is.
fn build(root: &Path, target: &Path, tree: &Path, out: &Path) -> Result<(), Error> {
    plant(root, tree)?;
    let mut build = Command::new(root.join("tools/guest-toolchain"));
    build.args(["cargo", "build", "--release", "--target", "wasm32-wasip1", "--manifest-path"]);
    build.arg(tree.join("Cargo.toml")).args(locked()).env("CARGO_TARGET_DIR", target).current_dir(root);
    // Linking the guest takes minutes of one processor; the builder is made beside it.
    let beside = thread::scope(|scope| {
        let builder = scope.spawn(|| finish(&mut builder(root, target, "build")).map_err(|error| error.to_string()));
        finish(&mut build)?;
        builder.join().map_err(|_| Error::from("the builder's thread panicked"))
    });
    beside??;
    let module = target.join("wasm32-wasip1/release/taipan_guest.wasm");
    let builder = target.join("builder/release/taipan-guest-builder");
    if is_newer(out, &[&module, &builder])? {
        return Ok(());
    }
    finish(Command::new(builder).arg(&module).arg(out))
}

/// Cargo at work on what makes the guest.
fn builder(root: &Path, target: &Path, verb: &str) -> Command {
    let mut command = Command::new(root.join("tools/toolchain"));
    command.args(["cargo", verb, "--release", "--manifest-path", "guest/builder/Cargo.toml"]);
    command.args(locked()).env("CARGO_TARGET_DIR", target.join("builder")).current_dir(root);
    command
}

/// Makes a tree what the guest is built from, and touches no file that is right already.
fn plant(root: &Path, tree: &Path) -> Result<(), Error> {
    let mut files = BTreeMap::new();
    for name in SOURCES {
        read(&root.join(name), &Path::new("taipan").join(name), &mut files)?;
    }
    for name in ["Cargo.toml", "Cargo.lock", "build.rs", "src"] {
        read(&root.join("guest").join(name), Path::new(name), &mut files)?;
    }
    edit(&mut files, "Cargo.toml", "path = \"..\"", "path = \"taipan\"")?;
    changed::plant(root, &mut files)?;
    let mut old = BTreeMap::new();
    if tree.exists() {
        read(tree, Path::new(""), &mut old)?;
    }
    for name in old.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(tree.join(name))?;
    }
    for (name, bytes) in files.iter().filter(|(name, bytes)| old.get(*name) != Some(bytes)) {
        let file = tree.join(name);
        fs::create_dir_all(file.parent().unwrap_or(tree))?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// Builds the guest again in another folder, and compares; not where this guest has passed before.
fn check(root: &Path, target: &Path) -> Result<(), Error> {
    let passed = target.join("passed");
    let guest = fs::read_to_string(root.join("guest/out/guest.sums"))?;
    if fs::read_to_string(&passed).is_ok_and(|before| before == guest) {
        println!("this guest was built twice before, with the same bytes");
        return Ok(());
    }
    let elsewhere = target.join("elsewhere");
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere)?;
    }
    let out = elsewhere.join("out");
    build(root, target, &elsewhere.join("tree"), &out)?;
    for part in PARTS {
        if fs::read(root.join("guest/out").join(part))? != fs::read(out.join(part))? {
            return Err(format!("a second build gives another {part}").into());
        }
    }
    println!("a second build, from another folder, gives the same bytes");
    fs::remove_dir_all(&elsewhere)?;
    Ok(fs::write(passed, guest)?)
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
