//! How the guest is linked.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // The stack lies below the data, so that an overflow is a trap; its pointer is put back after each run. RustPython takes
    // it for 8 MiB from where it starts, so the rest is room for what happens after its last check.
    for argument in ["-zstack-size=8912896", "--stack-first", "--export=__stack_pointer"] {
        println!("cargo:rustc-link-arg-cdylib={argument}");
    }
}
