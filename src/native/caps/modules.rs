//! Prices of the functions of native modules.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use rustpython_vm::builtins::{PyInt, PyModuleDef, PyModuleSlots};
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{PyResult, VirtualMachine};

use super::guard::{self, Price};
use super::integers::{product, quotient, words};
use super::prices::{chars, copy, free, items, number, scan, slow};
use super::regex;
use crate::native::budget;

type Row = (&'static str, &'static str, Price);

const FUNCTIONS: &[Row] = &[
    ("math", "factorial", factorial),
    ("math", "comb", choose),
    ("math", "perm", choose),
    ("math", "gcd", gcd),
    ("math", "lcm", gcd),
    ("math", "isqrt", root),
    ("math", "prod", items),
    ("math", "fsum", items),
    ("math", "sumprod", items),
    ("math", "ldexp", free),
    ("_operator", "concat", copy),
    ("_operator", "countOf", items),
    ("_operator", "indexOf", items),
    ("_functools", "reduce", free),
    ("_bisect", "insort_left", free),
    ("_bisect", "insort_right", free),
    ("_heapq", "heapify", items),
    ("_heapq", "heapify_max", items),
    ("_struct", "pack", free),
    ("_struct", "unpack", scan),
    ("_struct", "unpack_from", scan),
    ("_struct", "iter_unpack", free),
    ("zlib", "compress", slow),
    ("zlib", "decompress", slow),
    ("zlib", "crc32", copy),
    ("zlib", "adler32", copy),
    ("binascii", "hexlify", chars),
    ("binascii", "b2a_hex", chars),
    ("binascii", "unhexlify", chars),
    ("binascii", "a2b_hex", chars),
    ("binascii", "a2b_base64", chars),
    ("binascii", "b2a_base64", chars),
    ("binascii", "a2b_qp", chars),
    ("binascii", "b2a_qp", chars),
    ("binascii", "crc32", copy),
    ("binascii", "crc_hqx", chars),
    ("_hashlib", "pbkdf2_hmac", pbkdf2),
    ("_hashlib", "scrypt", scrypt),
    ("_hashlib", "hmac_digest", scan),
    ("_hashlib", "hmac_new", scan),
    ("_hashlib", "new", scan),
    ("_hashlib", "openssl_md5", scan),
    ("_hashlib", "openssl_sha1", scan),
    ("_hashlib", "openssl_sha224", scan),
    ("_hashlib", "openssl_sha256", scan),
    ("_hashlib", "openssl_sha384", scan),
    ("_hashlib", "openssl_sha512", scan),
    ("_hashlib", "openssl_sha3_224", scan),
    ("_hashlib", "openssl_sha3_256", scan),
    ("_hashlib", "openssl_sha3_384", scan),
    ("_hashlib", "openssl_sha3_512", scan),
    ("_md5", "md5", scan),
    ("_sha1", "sha1", scan),
    ("_sha256", "sha256", scan),
    ("_sha256", "sha224", scan),
    ("_sha512", "sha512", scan),
    ("_sha512", "sha384", scan),
    ("_sha3", "sha3_256", scan),
    ("_json", "encode_basestring", chars),
    ("_json", "encode_basestring_ascii", chars),
    ("_json", "scanstring", free),
    ("_codecs", "encode", chars),
    ("_codecs", "decode", chars),
    ("_codecs", "escape_encode", chars),
    ("_codecs", "escape_decode", chars),
    ("_codecs", "unicode_escape_encode", chars),
    ("_codecs", "unicode_escape_decode", chars),
    ("_codecs", "charmap_encode", slow),
    ("_codecs", "charmap_decode", slow),
    ("_codecs", "utf_8_encode", chars),
    ("_codecs", "utf_8_decode", chars),
    ("_codecs", "utf_16_encode", chars),
    ("_codecs", "utf_16_decode", chars),
    ("_codecs", "utf_32_encode", chars),
    ("_codecs", "utf_32_decode", chars),
    ("time", "strftime", slow),
    ("_sha3", "shake_128", scan),
    ("_sha3", "shake_256", scan),
];

thread_local! {
    static PRICED: RefCell<HashMap<&'static str, &'static PyModuleDef>> = RefCell::default();
}

/// Puts priced modules into the table of native modules.
pub(crate) fn price(natives: &mut BTreeMap<&'static str, &'static PyModuleDef>) {
    PRICED.with(|priced| {
        let mut priced = priced.borrow_mut();
        for (name, module) in natives.iter_mut() {
            if *name == "_sre" || FUNCTIONS.iter().any(|(owner, _, _)| owner == name) {
                *module = priced.entry(name).or_insert_with(|| Box::leak(Box::new(with_prices(name, module))));
            }
        }
    });
}

fn with_prices(name: &str, module: &PyModuleDef) -> PyModuleDef {
    let methods: Vec<PyMethodDef> = module
        .methods
        .iter()
        .map(|method| match FUNCTIONS.iter().find(|(owner, function, _)| *owner == name && *function == method.name) {
            Some((_, _, price)) => guard::priced(method, *price),
            None if name == "_sre" && method.name == "compile" => regex::compiling(method),
            None => method.clone(),
        })
        .collect();
    PyModuleDef {
        name: module.name,
        doc: module.doc,
        methods: Box::leak(methods.into_boxed_slice()),
        slots: PyModuleSlots { create: module.slots.create, exec: module.slots.exec },
    }
}

/// The words of the product of the `count` numbers up to `n`, near enough.
fn product_words(n: u64, count: u64) -> u64 {
    let each = u64::from(u64::BITS - n.leading_zeros());
    count.saturating_mul(each) / 64
}

fn factorial(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let n = number(args, 0, "n").unwrap_or(0);
    let words = product_words(n, n);
    budget::reserve(words.saturating_mul(8), vm)?;
    budget::charge(product(words / 2, words / 2).saturating_mul(4), vm)
}

fn choose(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let n = number(args, 0, "n").unwrap_or(0);
    let k = number(args, 1, "k").unwrap_or(n).min(n);
    let words = product_words(n, k);
    budget::reserve(words.saturating_mul(8), vm)?;
    budget::charge(k.saturating_mul(words) / 40, vm)
}

fn gcd(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let mut total = 0_u64;
    let mut fuel = 0_u64;
    for arg in &args.args {
        let words = words(arg);
        fuel = fuel.saturating_add(product(total.max(words), words));
        total = total.saturating_add(words);
    }
    budget::charge(fuel, vm)
}

fn root(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let words = args.args.first().map_or(0, |int| words(int));
    budget::charge(quotient(words, words / 2), vm)
}

/// Rounds of a hash, about a unit each.
fn pbkdf2(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let rounds = number(args, 3, "iterations").unwrap_or(0);
    let length = number(args, 4, "dklen").unwrap_or(0);
    budget::reserve(length, vm)?;
    budget::charge(rounds.saturating_mul(length / 64 + 1).saturating_mul(2), vm)
}

fn scrypt(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let named = |name: &str| args.kwargs.get(name)?.downcast_ref::<PyInt>().map(|int| int.as_bigint().clone());
    let value = |name: &str| named(name).map_or(0, |int| u64::try_from(int).unwrap_or(u64::MAX));
    let blocks = value("n").saturating_mul(value("r"));
    budget::reserve(blocks.saturating_mul(128), vm)?;
    budget::charge(blocks.saturating_mul(value("p")).saturating_mul(2), vm)
}

#[cfg(test)]
mod tests {
    use super::FUNCTIONS;
    use crate::native::boot::boot;

    #[test]
    fn every_row_names_a_function() {
        let names = || {
            boot().enter(|vm| {
                let there = |owner: &str, function: &str| {
                    vm.state.module_defs.get(owner).is_some_and(|m| m.methods.iter().any(|f| f.name == function))
                };
                let lost = FUNCTIONS.iter().filter(|(owner, function, _)| !there(owner, function));
                lost.map(|(owner, function, _)| format!("{owner}.{function}")).collect::<Vec<_>>()
            })
        };
        let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(names);
        assert_eq!(thread.unwrap().join().unwrap(), Vec::<String>::new());
    }
}
