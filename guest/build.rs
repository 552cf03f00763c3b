//! How the guest is linked.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // The stack lies below the data, so that an overflow is a trap; its pointer is put back after each run.
    for argument in ["-zstack-size=8388608", "--stack-first", "--export=__stack_pointer"] {
        println!("cargo:rustc-link-arg-cdylib={argument}");
    }
}
