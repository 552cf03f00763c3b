//! Gives the messages of built-in exceptions CPython's words, wherever `str` reads them.
//!
//! RustPython makes these messages deep in its own code; the one place that all of them pass is the exceptions'
//! `__str__`. `args` and `repr` keep RustPython's words.

use std::cell::Cell;

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyStr, PyType};
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags};
use rustpython_vm::{Py, PyPayload, PyResult, VirtualMachine};

/// The longest literal that a message of `int` quotes, in characters.
const MAX_LITERAL: usize = 200;

thread_local! {
    static DONE: Cell<bool> = const { Cell::new(false) };
}

/// Puts the method into the classes whose messages differ. The interpreters of a thread share the classes; the first
/// one does it for all.
pub(crate) fn install(vm: &VirtualMachine) {
    if DONE.replace(true) {
        return;
    }
    let zoo = &vm.ctx.exceptions;
    for class in [zoo.type_error, zoo.value_error, zoo.name_error, zoo.runtime_error, zoo.overflow_error] {
        set_str(class, vm);
    }
}

fn set_str(class: &'static Py<PyType>, vm: &VirtualMachine) {
    let name = vm.ctx.intern_str("__str__");
    let Some(original) = vm.ctx.exceptions.base_exception_type.attributes.get(name) else { return };
    let func = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| -> PyResult {
        let text = original.call(args, vm)?;
        let reworded = text.downcast_ref::<PyStr>().and_then(|text| reworded(text.to_str()?));
        Ok(reworded.map_or(text, |reworded| vm.ctx.new_str(reworded).into()))
    };
    // Both live as long as the thread's types.
    let func = Box::leak(Box::new(func));
    let method = Box::leak(Box::new(PyMethodDef { name: "__str__", func, flags: PyMethodFlags::METHOD, doc: None }));
    let descriptor = PyMethodDescriptor::new(method, class, &vm.ctx);
    class.attributes.set(name, descriptor.into_ref(&vm.ctx).into());
    class.modified();
}

fn reworded(text: &str) -> Option<String> {
    if let Some(name) = between(text, "local variable '", "' referenced before assignment") {
        return Some(format!("cannot access local variable '{name}' where it is not associated with a value"));
    }
    if let Some(name) = between(text, "free variable '", "' referenced before assignment in enclosing scope") {
        return Some(format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        ));
    }
    if text.starts_with("class ") && text.contains(" without an implementation for abstract method") {
        return Some(format!("Can't instantiate abstract {text}"));
    }
    if text.starts_with("exceptions must be classes or instances deriving from BaseException, not ") {
        return Some(String::from("exceptions must derive from BaseException"));
    }
    if let Some(other) = text.strip_prefix("Cannot add list and ") {
        return Some(format!("can only concatenate list (not \"{other}\") to list"));
    }
    if let Some(other) = between(text, "can only concatenate tuple (not '", "') to tuple") {
        return Some(format!("can only concatenate tuple (not \"{other}\") to tuple"));
    }
    if let Some(other) = text.strip_prefix("expected string got ") {
        return Some(format!("expected string or bytes-like object, got {other}"));
    }
    if let Some(given) = text.strip_prefix("maximum recursion depth exceeded").filter(|rest| rest.trim().is_empty()) {
        return (!given.is_empty()).then(|| String::from("maximum recursion depth exceeded"));
    }
    if let Some((function, given)) = text.split_once(" expected 1 argument, got ")
        && ONE_ARGUMENT.contains(&function)
    {
        return Some(format!("{function}() takes exactly one argument ({given} given)"));
    }
    if text.starts_with("invalid literal for int() with base ") {
        let literal = text.find(": ")? + 2;
        let (cut, _) = text[literal..].char_indices().nth(MAX_LITERAL)?;
        return Some(text[..literal + cut].to_owned());
    }
    if let Some(word) = text.strip_prefix("Python int too large to convert to Rust ") {
        let (_, theirs) = WORDS.iter().find(|(ours, _)| *ours == word)?;
        return Some(format!("Python int too large to convert to C {theirs}"));
    }
    match text {
        "maxlen must be non-negative." => Some(String::from("maxlen must be non-negative")),
        "multiple bases have instance layout conflict" => {
            Some(String::from("multiple bases have instance lay-out conflict"))
        }
        "map expected 1 argument, got 0" => Some(String::from("map() must have at least two arguments.")),
        "sort expected 0 arguments, got 1" => Some(String::from("sort() takes no positional arguments")),
        _ => None,
    }
}

/// What CPython calls the numbers that fit into so many bits.
const WORDS: [(&str, &str); 10] = [
    ("isize", "ssize_t"),
    ("usize", "size_t"),
    ("i64", "long"),
    ("u64", "unsigned long"),
    ("i32", "int"),
    ("u32", "unsigned int"),
    ("i16", "short"),
    ("u16", "unsigned short"),
    ("i8", "char"),
    ("u8", "unsigned char"),
];

/// The functions whose one argument CPython's argument clinic counts.
const ONE_ARGUMENT: [&str; 15] =
    ["abs", "all", "any", "ascii", "bin", "callable", "chr", "hash", "hex", "id", "len", "oct", "ord", "repr", "exec"];

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.strip_prefix(before)?.strip_suffix(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_messages_are_reworded() {
        for (theirs, cpython) in [
            (
                "local variable 'x' referenced before assignment",
                "cannot access local variable 'x' where it is not associated with a value",
            ),
            (
                "class A without an implementation for abstract method 'f'",
                "Can't instantiate abstract class A without an implementation for abstract method 'f'",
            ),
            ("maximum recursion depth exceeded ", "maximum recursion depth exceeded"),
            ("len expected 1 argument, got 2", "len() takes exactly one argument (2 given)"),
            ("Python int too large to convert to Rust isize", "Python int too large to convert to C ssize_t"),
        ] {
            assert_eq!(reworded(theirs).as_deref(), Some(cpython));
        }
    }

    #[test]
    fn other_messages_stay() {
        for text in [
            "",
            "maximum recursion depth exceeded",
            "my len expected 1 argument, got 2",
            "invalid literal for int() with base 10: 'x'",
        ] {
            assert_eq!(reworded(text), None, "{text}");
        }
    }

    #[test]
    fn long_literals_are_cut() {
        let text = format!("invalid literal for int() with base 10: '{}'", "é".repeat(300));
        let expected = format!("invalid literal for int() with base 10: '{}", "é".repeat(199));
        assert_eq!(reworded(&text), Some(expected));
    }
}
