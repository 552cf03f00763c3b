//! What ran, a row each, in a database file of the user's.

mod entry;
mod fault;
mod keeper;
mod place;
mod read;
#[cfg(feature = "server")]
mod scribe;
mod stats;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use entry::Entry;
pub(crate) use keeper::Keeper;
pub(crate) use place::default_file;
pub(crate) use read::{Filter, History, Row};
#[cfg(feature = "server")]
pub(crate) use scribe::Scribe;
#[cfg(test)]
pub(crate) use stats::Bucket;
pub(crate) use stats::{Counted, Spread, Stats};

use crate::hex::sha256 as hash;
