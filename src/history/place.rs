//! Where the history lies and how large it may be, by a configuration.

use std::path::PathBuf;

use crate::config::Config;
use crate::files::state_folder;

/// The bounds of a history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// The most rows.
    pub(crate) rows: u64,
    /// The most bytes of the file, its log apart.
    pub(crate) bytes: u64,
}

impl Bounds {
    /// What a configuration says.
    pub(crate) fn of(config: &Config) -> Bounds {
        Bounds { rows: config.number_of("history.rows").max(1), bytes: config.number_of("history.bytes") }
    }

    /// The largest row that is kept with all that its run depended on.
    pub(crate) fn record(self) -> usize {
        usize::try_from(self.bytes / 8).unwrap_or(usize::MAX)
    }
}

/// The file where nothing else is said; none where the user has no folder.
pub(crate) fn default_file(environment: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    Some(state_folder(environment)?.join("history.db"))
}
