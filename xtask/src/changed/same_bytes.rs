//! What has two builds of the guest give the same bytes.

use super::Place;

pub(super) const SAME_BYTES: [Place; 6] = [
    // The properties of a class, and frozen modules, are written in the order of a map, which is drawn anew in each process.
    Place {
        name: "rustpython-derive-impl",
        file: "src/pyclass.rs",
        from: r"map: HashMap<(String, Vec<Attribute>), GetSetEntry>,",
        to: r"map: HashMap<(String, Vec<Attribute>), GetSetEntry, std::hash::BuildHasherDefault<std::hash::DefaultHasher>>,",
    },
    Place {
        name: "rustpython-derive-impl",
        file: "src/compile_bytecode.rs",
        from: r"    let data = frozen::FrozenLib::encode(",
        to: r"    let code_map: std::collections::BTreeMap<_, _> = code_map.into_iter().collect();
    let data = frozen::FrozenLib::encode(",
    },
    // A file that is not there would have it compiled anew each time.
    Place {
        name: "rustpython-vm",
        file: "build.rs",
        from: r#"    println!("cargo:rerun-if-changed=../../Lib/importlib/_bootstrap.py");
"#,
        to: r"",
    },
    // What it says of its build is the same everywhere and at any time.
    Place {
        name: "rustpython-vm",
        file: "build.rs",
        from: r#"command("git", args)"#,
        to: r#"command("no-git", args)"#,
    },
    Place { name: "rustpython-vm", file: "build.rs", from: r"SystemTime::now()", to: r"SystemTime::UNIX_EPOCH" },
    Place { name: "rustpython-vm", file: "build.rs", from: r"TimeZone::system()", to: r"TimeZone::UTC" },
];
