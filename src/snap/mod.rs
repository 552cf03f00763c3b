//! Suites of cases: programs with the exact outcome that they must give.
//!
//! A case is a Python program: a `.py` file, a block of Python in a Markdown or reStructuredText document, the examples of a
//! docstring, or a line of a JSON-lines file. Its *golden* is a file that holds what the program gave when somebody last looked:
//! status, value, output and error. A suite runs every case of a folder under a fixed clock and seed, each in a fresh interpreter, and
//! compares.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let docs = folder.path().join("docs");
//! # std::fs::create_dir(&docs)?;
//! std::fs::write(docs.join("sum.py"), "sum(range(10))")?;
//! let first = taipan::snap::dir(&docs).accept(true).run()?;
//! assert_eq!((first.total(), first.exit_status()), (1, 0));
//!
//! taipan::snap::dir(&docs).assert();
//! std::fs::write(docs.join("sum.py"), "sum(range(11))")?;
//! assert_eq!(taipan::snap::dir(&docs).run()?.exit_status(), 1);
//! # Ok(()) }
//! ```
//!
//! Goldens have the format of the crate `insta`, so that `cargo insta review` shows and accepts them.

mod against;
mod blocks;
mod case;
mod causes;
mod check;
mod diff;
mod docstrings;
mod error;
mod examples;
mod files;
mod find;
mod formats;
mod golden;
mod history;
mod lines;
mod markdown;
mod name;
mod passed;
mod python;
mod read;
mod render;
mod report;
mod rst;
mod select;
mod session;
mod settings;
mod store;
mod suite;
mod unreferenced;

use std::path::PathBuf;

pub use case::Case;
pub use causes::Cause;
#[cfg(feature = "cli")]
pub(crate) use diff::{lines as difference, side_by_side};
pub use error::Error;
#[cfg(feature = "cli")]
pub(crate) use error::io as io_error;
pub use formats::Format;
#[cfg(feature = "cli")]
pub(crate) use render::{has_fuel, is_exact};
pub use report::{Checked, Report, Verdict};
#[cfg(feature = "cli")]
pub(crate) use store::{accept_pending, put, reject_pending};
pub use suite::Suite;
pub use unreferenced::Unreferenced;

/// The suite of the cases in a folder, or of one file.
///
/// ```
/// let error = taipan::snap::dir("no/such/folder").run().unwrap_err();
/// assert_eq!(error.to_string(), "no/such/folder: no such file or folder");
/// ```
pub fn dir(path: impl Into<PathBuf>) -> Suite {
    Suite::new([path])
}
