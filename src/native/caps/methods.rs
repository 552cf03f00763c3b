//! Prices of the methods of native types.

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyList, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{Py, PyPayload, PyResult, VirtualMachine};

use super::guard::{self, Price};
use super::prices::{self, chars, copy, free, items, padded, scan, shift, shift_at, slow, to_bytes};
use super::types::Types;
use super::{regex, sequences};
use crate::native::budget;

type Row = (&'static str, Price);

const TEXT: &[Row] = &[
    ("capitalize", chars),
    ("casefold", chars),
    ("center", padded),
    ("count", scan),
    ("encode", chars),
    ("decode", chars),
    ("expandtabs", chars),
    ("find", scan),
    ("format", chars),
    ("format_map", chars),
    ("hex", scan),
    ("index", scan),
    ("isalnum", scan),
    ("isalpha", scan),
    ("isascii", scan),
    ("isdecimal", scan),
    ("isdigit", scan),
    ("isidentifier", scan),
    ("islower", scan),
    ("isnumeric", scan),
    ("isprintable", scan),
    ("isspace", scan),
    ("istitle", scan),
    ("isupper", scan),
    ("join", copy),
    ("ljust", padded),
    ("lower", chars),
    ("lstrip", scan),
    ("maketrans", slow),
    ("partition", copy),
    ("replace", chars),
    ("rfind", scan),
    ("rindex", scan),
    ("rjust", padded),
    ("rpartition", copy),
    ("rsplit", chars),
    ("rstrip", scan),
    ("split", chars),
    ("splitlines", chars),
    ("strip", scan),
    ("swapcase", chars),
    ("title", chars),
    ("translate", slow),
    ("upper", chars),
    ("zfill", padded),
    ("__format__", chars),
];

const BYTES: &[Row] = &[
    ("fromhex", scan),
    ("extend", copy),
    ("insert", copy),
    ("pop", free),
    ("remove", scan),
    ("reverse", copy),
    ("copy", copy),
];

const INT: &[Row] = &[
    ("to_bytes", to_bytes),
    ("from_bytes", scan),
    ("bit_count", scan),
    ("__format__", chars),
    ("__round__", round),
    ("as_integer_ratio", copy),
];

const FLOAT: &[Row] = &[("__format__", free), ("fromhex", chars)];

const COMPLEX: &[Row] = &[("__format__", free)];

const LIST: &[Row] = &[
    ("copy", copy),
    ("count", items),
    ("extend", items),
    ("index", items),
    ("insert", shift),
    ("pop", shift_at),
    ("remove", items),
    ("reverse", copy),
    ("sort", sort),
];

const TUPLE: &[Row] = &[("count", items), ("index", items)];

const RANGE: &[Row] = &[("count", search_range), ("index", search_range)];

const DICT: &[Row] = &[("copy", items), ("update", items), ("fromkeys", items), ("clear", items)];

const SET: &[Row] = &[
    ("copy", items),
    ("update", items),
    ("union", items),
    ("intersection", items),
    ("difference", items),
    ("symmetric_difference", items),
    ("intersection_update", items),
    ("difference_update", items),
    ("symmetric_difference_update", items),
    ("issubset", items),
    ("issuperset", items),
    ("isdisjoint", items),
];

const MEMORYVIEW: &[Row] = &[("tolist", scan), ("tobytes", copy), ("hex", scan)];

const DEQUE: &[Row] = &[
    ("extend", items),
    ("extendleft", items),
    ("copy", free),
    ("rotate", free),
    ("count", free),
    ("index", free),
    ("insert", free),
    ("remove", free),
    ("reverse", free),
];

const ARRAY: &[Row] = &[
    ("extend", copy),
    ("frombytes", copy),
    ("fromlist", items),
    ("tolist", copy),
    ("tobytes", copy),
    ("insert", free),
    ("fromunicode", copy),
];

const STREAM: &[Row] = &[
    ("write", copy),
    ("writelines", items),
    ("read", free),
    ("getvalue", free),
    ("truncate", free),
    ("readlines", free),
];

const PATTERN: &[Row] = &[
    ("match", regex::match_here),
    ("fullmatch", regex::match_whole),
    ("search", regex::search),
    ("findall", regex::all),
    ("sub", regex::replace),
    ("subn", regex::replace),
    ("split", regex::split),
    ("finditer", regex::all),
    ("scanner", regex::all),
];

const DIGEST: &[Row] = &[("update", scan), ("digest", free), ("hexdigest", free)];

const UNICODE: &[Row] = &[("normalize", slow), ("is_normalized", slow)];

const STRUCT: &[Row] = &[("pack", free), ("unpack", copy), ("unpack_from", copy)];

const CODEC: &[Row] = &[("compress", slow), ("decompress", slow), ("flush", free)];

/// Puts the prices before the methods.
pub(super) fn install(vm: &VirtualMachine, types: &Types) {
    let native = &vm.ctx.types;
    let known: [(&'static Py<PyType>, &[&[Row]]); 13] = [
        (native.str_type, &[TEXT]),
        (native.bytes_type, &[TEXT, BYTES]),
        (native.bytearray_type, &[TEXT, BYTES]),
        (native.int_type, &[INT]),
        (native.float_type, &[FLOAT]),
        (native.complex_type, &[COMPLEX]),
        (native.list_type, &[LIST]),
        (native.tuple_type, &[TUPLE]),
        (native.range_type, &[RANGE]),
        (native.dict_type, &[DICT]),
        (native.set_type, &[SET]),
        (native.frozenset_type, &[SET]),
        (native.memoryview_type, &[MEMORYVIEW]),
    ];
    for (class, tables) in known {
        price(class, tables, vm);
    }
    for (name, class) in types {
        let table = match name.as_str() {
            "collections.deque" => DEQUE,
            "array.array" => ARRAY,
            "_io.BytesIO" | "_io.StringIO" => STREAM,
            "re.Pattern" => PATTERN,
            "_struct.Struct" => STRUCT,
            "unicodedata.UCD" => UNICODE,
            name if name.starts_with("_hashlib.") => DIGEST,
            name if name.starts_with("zlib.") || name.starts_with("_bz2.") || name.starts_with("_lzma.") => CODEC,
            _ => continue,
        };
        price(class, &[table], vm);
    }
}

fn price(class: &'static Py<PyType>, tables: &[&[Row]], vm: &VirtualMachine) {
    for (name, price) in tables.iter().copied().flatten() {
        let name = vm.ctx.intern_str(*name);
        let Some(found) = class.attributes.get(name) else { continue };
        let Some(found) = found.downcast_ref::<PyMethodDescriptor>() else { continue };
        let method = Box::leak(Box::new(guard::priced(found.method, *price)));
        let descriptor = PyMethodDescriptor::new(method, found.common.typ, &vm.ctx);
        class.attributes.set(name, descriptor.into_ref(&vm.ctx).into());
    }
    class.modified();
}

fn sort(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    match args.args.first().and_then(|list| list.downcast_ref::<PyList>()) {
        Some(list) => prices::sort(&list.borrow_vec(), vm),
        None => Ok(()),
    }
}

fn search_range(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    match args.args.as_slice() {
        [range, item, ..] => sequences::search_range(range, item, vm),
        _ => Ok(()),
    }
}

/// Rounding to tens works out a power of ten and divides by it.
fn round(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let words = args.args.first().map_or(0, |int| super::integers::words(int));
    budget::charge(super::integers::quotient(words, words / 2), vm)
}
