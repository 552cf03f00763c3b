//! The whole of what a guest can ask of the host, held against a golden.

use std::fmt::Write as _;
use std::io::Write as _;

use wasmtime::{ExternType, FuncType, Store, ValType};

use super::*;
use crate::wasm::{NO_GUEST, image, mould};

fn list(types: impl Iterator<Item = ValType>) -> String {
    types.map(|ty| ty.to_string()).collect::<Vec<_>>().join(", ")
}

fn signature(function: &FuncType) -> String {
    let results = list(function.results());
    let results = if results.is_empty() { String::new() } else { format!(" -> {results}") };
    format!("({}){results}", list(function.params()))
}

#[test]
fn a_guest_imports_these_functions_and_nothing_else() {
    let Some(guest) = image::guest() else {
        let _ = writeln!(std::io::stderr(), "SKIPPED, for {NO_GUEST}");
        return;
    };
    // The process's own: the code lies at one address, where it is made known once.
    let mould = mould(&guest).unwrap();
    let module = mould.pre.module();
    let functions = functions(module.engine()).unwrap();
    let mut store = Store::new(module.engine(), Host::new(0));
    let mut lines: Vec<String> = Vec::new();
    let mut imported = 0;
    for import in module.imports() {
        let ExternType::Func(function) = import.ty() else { panic!("it imports what is no function: {import:?}") };
        let ours = functions.get_by_import(&mut store, &import).is_some();
        imported += usize::from(ours);
        let behind = if ours { "host" } else { "trap" };
        lines.push(format!("{behind}  {}.{} {}", import.module(), import.name(), signature(&function)));
    }
    assert_eq!(imported, functions.iter(&mut store).count(), "the host has a function that no guest imports");
    lines.sort();
    let mut text = String::new();
    for line in &lines {
        let _ = writeln!(text, "{line}");
    }
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/guest"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("imports", text));
}
