//! The first part of a value's text, when all of it would be too much.

use rustpython_vm::builtins::{PyBytes, PyDict, PyInt, PyList, PySet, PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::native::raised::escaped;

/// Bytes of text that a preview has at most, before the mark that it was cut.
const LONGEST: usize = 1024;

/// Bits of an int beyond which its digits take too long to find.
const LONGEST_INT: u64 = 1 << 16;

/// The start of the text that Python's `repr` would give, closed with `…`.
pub(crate) fn preview(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    let mut writer = Writer { vm, text: String::new() };
    writer.write(object)?;
    let mut text = writer.text;
    if text.len() > LONGEST {
        text.truncate(text.floor_char_boundary(LONGEST));
    }
    text.push('…');
    Ok(text)
}

struct Writer<'a> {
    vm: &'a VirtualMachine,
    text: String,
}

impl Writer<'_> {
    fn is_full(&self) -> bool {
        self.text.len() > LONGEST
    }

    /// Each level writes a bracket, so that the bound on the text is one on the depth too.
    fn write(&mut self, object: &PyObject) -> PyResult<()> {
        let vm = self.vm;
        if self.is_full() {
            return Ok(());
        }
        if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
            let items = list.borrow_vec().to_vec();
            return self.write_items("[", items, "]");
        }
        if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
            return self.write_items("(", tuple.to_vec(), ")");
        }
        if let Some(set) = object.downcast_ref_if_exact::<PySet>(vm) {
            return self.write_items("{", set.elements(), "}");
        }
        if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
            return self.write_entries(dict.into_iter());
        }
        if let Some(text) = object.downcast_ref_if_exact::<PyStr>(vm) {
            let start: String = escaped(text).chars().take(LONGEST).collect();
            return self.write_repr(vm.ctx.new_str(start).as_object());
        }
        if let Some(bytes) = object.downcast_ref_if_exact::<PyBytes>(vm) {
            let start = bytes.as_bytes().iter().copied().take(LONGEST).collect();
            return self.write_repr(vm.ctx.new_bytes(start).as_object());
        }
        if let Some(int) = object.downcast_ref_if_exact::<PyInt>(vm) {
            let int = int.as_bigint();
            match int.bits() {
                bits if bits > LONGEST_INT => self.text.push_str(&format!("<an int of {bits} bits>")),
                _ => self.text.push_str(&int.to_string()),
            }
            return Ok(());
        }
        self.write_repr(object)
    }

    fn write_repr(&mut self, object: &PyObject) -> PyResult<()> {
        let text = object.repr(self.vm)?;
        self.text.push_str(&escaped(&text));
        Ok(())
    }

    fn write_items(&mut self, open: &str, items: Vec<PyObjectRef>, close: &str) -> PyResult<()> {
        self.text.push_str(open);
        for (at, item) in items.iter().enumerate() {
            if self.is_full() {
                return Ok(());
            }
            if at > 0 {
                self.text.push_str(", ");
            }
            self.write(item)?;
        }
        self.text.push_str(close);
        Ok(())
    }

    fn write_entries(&mut self, entries: impl Iterator<Item = (PyObjectRef, PyObjectRef)>) -> PyResult<()> {
        self.text.push('{');
        for (at, (key, value)) in entries.enumerate() {
            if self.is_full() {
                return Ok(());
            }
            if at > 0 {
                self.text.push_str(", ");
            }
            self.write(&key)?;
            self.text.push_str(": ");
            self.write(&value)?;
        }
        self.text.push('}');
        Ok(())
    }
}
