//! Freezes the library modules of the allowlist and writes the allowlist itself as a Rust table.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
use serde::Deserialize;

const ALLOWLIST: &str = "stdlib-allowlist/modules.toml";
const SHIMS: &str = "stdlib-allowlist/shims";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowlist {
    module: Vec<Module>,
    #[serde(default)]
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Module {
    name: String,
    provided: Provided,
    tier: Tier,
    why: String,
}

#[derive(Deserialize, Clone, Copy, Debug, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Provided {
    Native,
    Frozen,
    Shim,
    Replaced,
}

#[derive(Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "lowercase")]
enum Tier {
    Standard,
    Support,
    Extra,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    why: String,
    #[serde(default)]
    instead: String,
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={ALLOWLIST}");
    println!("cargo:rerun-if-changed={SHIMS}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let text = fs::read_to_string(ALLOWLIST).unwrap_or_else(|e| panic!("{ALLOWLIST}: {e}"));
    let list: Allowlist = toml::from_str(&text).unwrap_or_else(|e| panic!("{ALLOWLIST}: {e}"));
    check(&list);
    write(&out.join("allowlist.rs"), table(&list).as_bytes());
    if env::var_os("CARGO_FEATURE_NATIVE").is_some() {
        write(&out.join("frozen.bin"), &freeze(&list));
    }
}

fn check(list: &Allowlist) {
    let mut seen = BTreeMap::new();
    let names = list.module.iter().map(|m| (&m.name, &m.why));
    for (name, why) in names.chain(list.refused.iter().map(|r| (&r.name, &r.why))) {
        assert!(seen.insert(name, ()).is_none(), "{ALLOWLIST}: `{name}` is listed twice");
        assert!(!why.trim().is_empty(), "{ALLOWLIST}: `{name}` says no reason");
    }
}

fn table(list: &Allowlist) -> String {
    let mut modules: Vec<_> = list.module.iter().collect();
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    let mut refused: Vec<_> = list.refused.iter().collect();
    refused.sort_by(|a, b| a.name.cmp(&b.name));
    let mut out = String::from("static MODULES: &[Module] = &[\n");
    for m in modules {
        writeln!(
            out,
            "Module {{ name: {:?}, provided: Provided::{:?}, tier: Tier::{:?}, why: {:?} }},",
            m.name, m.provided, m.tier, m.why
        )
        .expect("a string takes any text");
    }
    out.push_str("];\nstatic REFUSED: &[Refused] = &[\n");
    for r in refused {
        writeln!(out, "Refused {{ name: {:?}, why: {:?}, instead: {:?} }},", r.name, r.why, r.instead)
            .expect("a string takes any text");
    }
    out.push_str("];\n");
    out
}

/// Sorted by name, so that a second build gives the same bytes.
fn freeze(list: &Allowlist) -> Vec<u8> {
    let mut frozen = BTreeMap::new();
    for module in &list.module {
        let root = match module.provided {
            Provided::Frozen => Path::new(rustpython_pylib::LIB_PATH),
            Provided::Shim => Path::new(SHIMS),
            Provided::Native | Provided::Replaced => continue,
        };
        let (path, package) = source_of(root, &module.name);
        if module.provided == Provided::Shim {
            println!("cargo:rerun-if-changed={}", path.display());
        }
        let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let code = compile(&source, Mode::Exec, &format!("<frozen {}>", module.name), CompileOpts::default())
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let code = FrozenCodeObject::encode(&code);
        frozen.insert(module.name.as_str(), FrozenModule { code, package });
    }
    let modules: Vec<_> = frozen
        .iter()
        .map(|(name, m)| {
            let code = FrozenCodeObject { bytes: m.code.bytes.as_slice() };
            (*name, FrozenModule { code, package: m.package })
        })
        .collect();
    FrozenLib::encode(modules).bytes
}

fn source_of(root: &Path, name: &str) -> (PathBuf, bool) {
    let stem = root.join(name.replace('.', "/"));
    let package = stem.join("__init__.py");
    if package.is_file() {
        return (package, true);
    }
    let file = stem.with_extension("py");
    assert!(file.is_file(), "{ALLOWLIST}: `{name}` has no source {}", file.display());
    (file, false)
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}
