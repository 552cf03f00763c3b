//! Engines behind the wall, where the build has a guest.

use std::io::Write as _;

use taipan::{Engine, EngineBuilder, ErrorKind, Isolation};

/// An engine of each isolation; one alone in a build without a guest, which says so aloud.
pub(crate) fn both(builder: &EngineBuilder) -> Vec<Engine> {
    let native = builder.clone().isolation(Isolation::Native).build().unwrap();
    std::iter::once(native).chain(walled(builder.clone())).collect()
}

/// The engine, its runs behind the wall; none in a build without a guest, which says so aloud.
pub(crate) fn walled(builder: EngineBuilder) -> Option<Engine> {
    match builder.isolation(Isolation::Wasm).build() {
        Ok(engine) => Some(engine),
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            let _ = writeln!(std::io::stderr(), "SKIPPED, for {error}");
            None
        }
        Err(error) => panic!("{error}"),
    }
}
