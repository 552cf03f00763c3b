//! The crates of RustPython that are changed in some places for the guest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::files::{edit, read};
use crate::licences::packages;

/// A published crate, and what its copy says in some places.
struct Change {
    name: &'static str,
    places: &'static [Place],
}

struct Place {
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

const CHANGES: [Change; 5] = [
    // It writes the properties of a class, and frozen modules, in the order of a map, which is drawn anew in each process: no
    // two builds of the guest would have the same bytes.
    Change {
        name: "rustpython-derive-impl",
        places: &[
            Place {
                file: "src/pyclass.rs",
                from: "map: HashMap<(String, Vec<Attribute>), GetSetEntry>,",
                to: "map: HashMap<(String, Vec<Attribute>), GetSetEntry, std::hash::BuildHasherDefault<std::hash::DefaultHasher>>,",
            },
            Place {
                file: "src/compile_bytecode.rs",
                from: "    let data = frozen::FrozenLib::encode(",
                to: "    let code_map: std::collections::BTreeMap<_, _> = code_map.into_iter().collect();
    let data = frozen::FrozenLib::encode(",
            },
        ],
    },
    // It begins each of three lists a code object with this many instructions, and writes them all: each a page and a half
    // that a small program has no use for.
    Change {
        name: "rustpython-codegen",
        places: &[Place {
            file: "src/ir.rs",
            from: "const INITIAL_INSTR_SEQUENCE_SIZE: usize = 100;",
            to: "const INITIAL_INSTR_SEQUENCE_SIZE: usize = 16;",
        }],
    },
    // The hash of a text begins with its length, as a word: here one of 64 bits, as elsewhere.
    Change {
        name: "rustpython-common",
        places: &[Place {
            file: "src/hash.rs",
            from: "            self.hash_value(value)\n        }\n    }\n\n    #[must_use]\n    pub fn hash_str",
            to: "            let mut hasher = self.build_hasher();
            hasher.write_u64(value.len() as u64);
            hasher.write(value);
            fix_sentinel(mod_int(hasher.finish() as _))
        }
    }

    #[must_use]
    pub fn hash_str",
        }],
    },
    // A number that a word of 64 bits holds is no error where it says how far or how many: it is more than there is.
    Change {
        name: "rustpython-vm",
        places: &[
            Place {
                file: "src/builtins/int.rs",
                from: "        I::try_from(self.as_bigint()).map_err(|_| {\n",
                to: "        I::try_from(self.as_bigint()).ok().or_else(|| {
            let near = || I::try_from(&BigInt::from(isize::MAX)).ok();
            match core::any::type_name::<I>() {
                \"isize\" => self.as_bigint().to_i64().and_then(|value| if value < 0 { Some(I::min_value()) } else { near() }),
                \"usize\" => self.as_bigint().to_u64().and_then(|value| if value >> 63 == 1 { Some(I::max_value()) } else { near() }),
                _ => None,
            }
        }).ok_or_else(|| {\n",
            },
            Place {
                file: "src/stdlib/itertools.rs",
                from: "Ok(i) => int::get_value(i.as_object()).to_usize(),",
                to: "Ok(i) => int::get_value(i.as_object()).to_i64().filter(|value| *value >= 0).map(|value| value.min(isize::MAX as i64) as usize),",
            },
            Place {
                file: "src/vm/vm_ops.rs",
                from: "        let count = index.as_bigint().to_isize().ok_or_else(|| {\n",
                to: "        let near = |count: i64| count.clamp(isize::MIN as i64, isize::MAX as i64) as isize;
        let count = index.as_bigint().to_i64().map(near).ok_or_else(|| {\n",
            },
            Place {
                file: "src/bytes_inner.rs",
                from: "            .to_isize()\n            .ok_or_else(|| vm.new_overflow_error(\"cannot fit 'int' into an index-sized integer\"))?;\n",
                to: "            .to_i64()
            .map(|size| size.clamp(isize::MIN as i64, isize::MAX as i64) as isize)
            .ok_or_else(|| vm.new_overflow_error(\"cannot fit 'int' into an index-sized integer\"))?;\n",
            },
            // What `struct` calls long, a size or a pointer has 64 bits on Linux.
            Place {
                file: "src/buffer.rs",
                from: "native_info!(raw::c_long),
                Self::ULong => native_info!(raw::c_ulong),
                Self::SSizeT => native_info!(isize), // ssize_t == isize
                Self::SizeT => native_info!(usize),  //  size_t == usize\n",
                to: "native_info!(i64),
                Self::ULong => native_info!(u64),
                Self::SSizeT => native_info!(i64),
                Self::SizeT => native_info!(u64),\n",
            },
            Place { file: "src/buffer.rs", from: "Self::VoidP => native_info!(*mut raw::c_void)", to: "Self::VoidP => native_info!(u64)" },
            // A file that is not there would have it compiled anew each time.
            Place {
                file: "build.rs",
                from: "    println!(\"cargo:rerun-if-changed=../../Lib/importlib/_bootstrap.py\");\n",
                to: "",
            },
            // What it says of its build is the same everywhere and at any time.
            Place { file: "build.rs", from: "command(\"git\", args)", to: "command(\"no-git\", args)" },
            Place { file: "build.rs", from: "SystemTime::now()", to: "SystemTime::UNIX_EPOCH" },
            Place { file: "build.rs", from: "TimeZone::system()", to: "TimeZone::UTC" },
        ],
    },
    Change {
        name: "rustpython-stdlib",
        places: &[
            // Each encoder asks for its own module: it is there as a rule, and importing it costs more than to look.
            Place {
                file: "src/json.rs",
                from: "        let module = vm.import(\"_json\", 0)?;\n",
                to: "        let modules = vm.sys_module.get_attr(\"modules\", vm)?;
        let module = modules.get_item(\"_json\", vm).or_else(|_| vm.import(\"_json\", 0))?;\n",
            },
            // Items of `l` and `L` have 64 bits on Linux.
            Place {
                file: "src/array.rs",
                from: "        (SignedLong, raw::c_long, 'l', \"l\"),\n        (UnsignedLong, raw::c_ulong, 'L', \"L\"),\n",
                to: "        (SignedLong, i64, 'l', \"l\"),\n        (UnsignedLong, u64, 'L', \"L\"),\n",
            },
        ],
    },
];

/// Puts the crates into the files of a tree, beside the engine's, and has the tree's manifest and lock file take them from
/// there.
pub fn plant(root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    let packages = packages(&root.join("guest"))?;
    let (mut excluded, mut patch) = (String::from("\"taipan\""), String::from("[patch.crates-io]\n"));
    for Change { name, places } in CHANGES {
        let published = packages.iter().find(|package| package.name == name).ok_or_else(|| format!("no {name}"))?;
        let parts = ["Cargo.toml", "build.rs", "src", "Lib"].map(|part| (part, published.folder().join(part)));
        for (part, path) in parts.iter().filter(|(_, path)| path.exists()) {
            read(path, &Path::new(name).join(part), files)?;
        }
        // As cargo does with what is not the project's own.
        let library =
            files.get_mut(&Path::new(name).join("src/lib.rs")).ok_or_else(|| format!("no library in {name}"))?;
        library.splice(..0, *b"#![allow(warnings)]\n");
        for Place { file, from, to } in places {
            edit(files, &format!("{name}/{file}"), from, to)?;
        }
        let lock = files.get_mut(Path::new("Cargo.lock")).ok_or("the guest has no lock file")?;
        *lock = without_source(std::str::from_utf8(lock)?, name)?.into_bytes();
        excluded += &format!(", \"{name}\"");
        patch += &format!("{name} = {{ path = \"{name}\" }}\n");
    }
    edit(files, "Cargo.toml", "[workspace]", &format!("{patch}\n[workspace]\nexclude = [{excluded}]"))
}

/// A lock file as cargo writes it where a crate is a folder of the tree.
fn without_source(lock: &str, name: &str) -> Result<String, Error> {
    let head = format!("[[package]]\nname = \"{name}\"\n");
    let (before, entry) = lock.split_once(&head).ok_or_else(|| format!("Cargo.lock does not know {name}"))?;
    let (entry, after) = entry.split_once("\n\n").unwrap_or((entry, ""));
    let kept = entry.lines().filter(|line| !line.starts_with("source = ") && !line.starts_with("checksum = "));
    Ok(format!("{before}{head}{}\n\n{after}", kept.collect::<Vec<_>>().join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_loses_the_source_of_one_crate() {
        let other = "[[package]]\nname = \"other\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"00\"\n";
        let locked = |source| {
            format!(
                "{other}\n[[package]]\nname = \"changed\"\nversion = \"0.6.0\"\n{source}dependencies = [\n \"a\",\n]\n\n{other}"
            )
        };
        let changed = without_source(&locked("source = \"registry\"\nchecksum = \"01\"\n"), "changed").unwrap();
        assert_eq!(changed, locked(""));
        assert_eq!(without_source(other, "changed").unwrap_err().to_string(), "Cargo.lock does not know changed");
    }
}
