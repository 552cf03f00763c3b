//! `struct.pack` raises `struct.error` for values of the wrong type.

use rustpython_vm::buffer::new_struct_error;
use rustpython_vm::builtins::{PyBytes, PyModuleDef, PyStr};
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::defs;

/// The definition of the module with its packing functions corrected.
pub(super) fn corrected(def: &'static PyModuleDef) -> &'static PyModuleDef {
    let def = defs::with_wrapped(def, &["pack", "pack_into"], pack);
    defs::with_wrapped(def, &["unpack", "unpack_from", "iter_unpack", "calcsize"], with_wide_longs)
}

fn with_wide_longs(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    defs::call(method, wide_longs(args, vm), vm)
}

/// Native sizes are those of a machine with words of 64 bits, which the engine's own may not be.
fn wide_longs(mut args: FuncArgs, vm: &VirtualMachine) -> FuncArgs {
    if size_of::<std::ffi::c_long>() == 8 {
        return args;
    }
    let Some(format) = args.args.first_mut() else { return args };
    if let Some(text) = format.downcast_ref::<PyStr>().and_then(|text| text.to_str()) {
        if let Some(wide) = widened(text) {
            *format = vm.ctx.new_str(wide).into();
        }
    } else if let Some(bytes) = format.downcast_ref::<PyBytes>()
        && let Some(wide) = std::str::from_utf8(bytes.as_bytes()).ok().and_then(widened)
    {
        *format = vm.ctx.new_bytes(wide.into_bytes()).into();
    }
    args
}

/// The format with the letters of 64 bits in the place of those that a word's size decides.
fn widened(format: &str) -> Option<String> {
    let native = !format.starts_with(['=', '<', '>', '!']);
    let wide = |letter| match letter {
        'l' | 'n' => 'q',
        'L' | 'N' | 'P' => 'Q',
        other => other,
    };
    (native && format.contains(['l', 'L', 'n', 'N', 'P'])).then(|| format.chars().map(wide).collect())
}

fn pack(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    defs::call(method, wide_longs(args, vm), vm).map_err(|error| {
        if !error.fast_isinstance(vm.ctx.exceptions.type_error) {
            return error;
        }
        let text = error.as_object().str(vm).map_or_else(|_| String::new(), |text| text.to_string_lossy().into_owned());
        if text.starts_with("Expected type 'bytes' but") {
            new_struct_error(vm, "char format requires a bytes object of length 1")
        } else if text.starts_with("a bytes-like object is required") {
            new_struct_error(vm, "argument for 's' must be a bytes object")
        } else if text.starts_with("must be real number, not") {
            new_struct_error(vm, "required argument is not a float")
        } else {
            error
        }
    })
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn native_sizes_are_those_of_64_bits() {
        assert_eq!(widened("@hhl").as_deref(), Some("@hhq"));
        assert_eq!(widened("2L n N P").as_deref(), Some("2Q q Q Q"));
        assert_eq!(widened("<hhl"), None);
        assert_eq!(widened("hhi"), None);
    }
}
