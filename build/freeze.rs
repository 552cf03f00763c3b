//! Compiles the library's frozen modules and the shims, with the allowlist's edits, into one block of bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse};
use ruff_source_file::SourceFileBuilder;
use rustpython_codegen::compile::compile_top;
use rustpython_compiler::{CompileError, CompileOpts, Mode, compile};
use rustpython_compiler_core::bytecode::CodeObject;
use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
use serde::Deserialize;

use crate::instrument;
use crate::list::{List, Provided};

/// What taipan changes in the source of a library module, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edits {
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    #[serde(rename = "why")]
    _why: String,
    old: String,
    new: String,
}

/// Sorted by name, so that a second build gives the same bytes.
pub(crate) fn freeze(list: &List, folder: &Path) -> Vec<u8> {
    let mut frozen = BTreeMap::new();
    for (name, module) in &list.modules {
        let (path, package) = match module.provided {
            Provided::Frozen => source_of(Path::new(rustpython_pylib::LIB_PATH), name),
            Provided::Shim => source_of(&folder.join("shims"), name),
            Provided::Native | Provided::Replaced | Provided::Alias => continue,
        };
        let source = edited(read(&path), &folder.join("edits").join(format!("{name}.toml")));
        let code = compiled(&source, &format!("<frozen {name}>")).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        frozen.insert(name.as_str(), FrozenModule { code: FrozenCodeObject::encode(&code), package });
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
    assert!(file.is_file(), "`{name}` has no source {}", file.display());
    (file, false)
}

/// Each edit must match exactly once, so that a newer library cannot pass by one unnoticed.
fn edited(mut source: String, file: &Path) -> String {
    if !file.is_file() {
        return source;
    }
    let edits: Edits = toml::from_str(&read(file)).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    for Edit { old, new, .. } in edits.edit {
        let matches = source.matches(&old).count();
        assert!(matches == 1, "{}: an edit matches {matches} times, not once: {old}", file.display());
        source = source.replacen(&old, &new, 1);
    }
    source
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Compiled once as it is, for the compiler's own checks, and then with the meter's charges in it.
fn compiled(source: &str, file: &str) -> Result<CodeObject, CompileError> {
    let checked = compile(source, Mode::Exec, file, CompileOpts::default())?;
    let Ok(parsed) = parse(source, ParseOptions::from(ParserMode::Module)) else { return Ok(checked) };
    let mut tree = parsed.into_syntax();
    instrument::instrument(&mut tree, false);
    let source_file = SourceFileBuilder::new(file, source).finish();
    compile_top(tree, source_file, Mode::Exec, CompileOpts::default()).map_err(CompileError::from)
}
