//! Where the history lies and how large it may be, by a configuration.

use std::path::{Path, PathBuf};

use crate::config::Config;

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

/// The file where nothing else is said: in the user's folder for what programs keep; none where the user has no folder.
pub(crate) fn default_file(environment: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |path: &String| Path::new(path).is_absolute();
    let folder = environment("XDG_STATE_HOME")
        .filter(absolute)
        .map(PathBuf::from)
        .or_else(|| environment("HOME").filter(absolute).map(|home| Path::new(&home).join(".local/state")))
        .or_else(|| environment("LOCALAPPDATA").filter(absolute).map(PathBuf::from))?;
    Some(folder.join("taipan").join("history.db"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_lies_in_the_users_folder() {
        let of = |set: &[(&str, &str)]| {
            let find = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            default_file(&find).map(|path| path.display().to_string())
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("HOME", "/h")]).unwrap(), "/h/.local/state/taipan/history.db");
        assert_eq!(of(&[("HOME", "/h"), ("XDG_STATE_HOME", "/s")]).unwrap(), "/s/taipan/history.db");
        assert_eq!(of(&[("HOME", "/h"), ("XDG_STATE_HOME", "s")]).unwrap(), "/h/.local/state/taipan/history.db");
        assert_eq!(of(&[("HOME", "")]), None);
    }
}
