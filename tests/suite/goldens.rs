//! Each case against its golden, in both isolations.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use taipan::snap::{Case, Suite, Unreferenced};
use taipan::{EngineBuilder, Isolation, Outcome};

use crate::case;
use crate::walled::walled;

/// A test for each area, so that its name says where a case gave something else; one isolation after the other, so that both
/// may accept.
macro_rules! areas {
    ($($area:ident)*) => {
        /// The areas whose cases have goldens. Escapes and exhaustion have suites of their own.
        pub(crate) const AREAS: [&str; [$(stringify!($area)),*].len()] = [$(stringify!($area)),*];

        $(
            #[test]
            fn $area() {
                suite(stringify!($area)).isolation(Isolation::Native).assert();
                if walled(EngineBuilder::default()).is_some() {
                    // That fuel depends on the compiler which made the guest.
                    suite(stringify!($area)).isolation(Isolation::Wasm).keep_fuel(false).assert();
                }
            }
        )*
    };
}

areas! { denials errors exactness files language library limits programs }

fn suite(area: &str) -> Suite {
    let suite = case::suite(area);
    if std::env::var_os("TAIPAN_CASES").is_some() { suite } else { suite.unreferenced(Unreferenced::Reject) }
}

/// A golden without it would let any fuel pass.
#[test]
fn every_golden_holds_its_fuel() {
    for case in cases() {
        let golden = Path::new("snapshots").join(format!("{}.snap", case::id(&case)));
        let text = fs::read_to_string(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
        let fuel = text.lines().any(|line| line.starts_with("fuel:   ") && line.ends_with(" native"));
        let clocked = ["timeout", "memory"].iter().any(|status| text.contains(&format!("\nstatus: {status}\n")));
        assert!(clocked != fuel, "{}", golden.display());
    }
}

/// The cases that have goldens, for the native isolation.
pub(crate) fn cases() -> Vec<Case> {
    case::cases(&AREAS, Isolation::Native)
}

/// What [`cases`] gave, run once for all the tests that look at it.
pub(crate) fn results() -> &'static [Outcome] {
    static RESULTS: OnceLock<Vec<Outcome>> = OnceLock::new();
    RESULTS.get_or_init(|| {
        let engine = case::engine();
        case::run_all(&cases(), |case| case.prepare(&engine).run().unwrap_or_else(|e| panic!("{}: {e}", case.id())))
    })
}
