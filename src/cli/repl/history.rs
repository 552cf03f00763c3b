//! Where the lines of earlier times are kept: a file that is the user's alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::{make_private_folder, plain, state_folder};

/// The file in the user's folder for states, whose folder is made if it is missing; none where the user has none.
pub(super) fn file(environment: &dyn Fn(&str) -> Option<String>) -> Result<Option<PathBuf>, String> {
    let Some(folder) = state_folder(environment) else { return Ok(None) };
    let file = folder.join("repl_history");
    let fail = |path: &Path, error: &io::Error| format!("{}: {}", path.display(), plain(error));
    make_private_folder(&folder).map_err(|error| fail(&folder, &error))?;
    match fs::metadata(&file) {
        // What is no file may never end.
        Ok(found) if !found.is_file() => Err(format!("{} is no file", file.display())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(fail(&file, &error)),
        _ => Ok(Some(file)),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn found(variables: &[(&str, &Path)]) -> Result<Option<PathBuf>, String> {
        file(&|name| {
            let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(value.display().to_string())
        })
    }

    #[test]
    fn it_lies_in_the_folder_for_states() {
        let folder = tempfile::tempdir().unwrap();
        let (home, states) = (folder.path().join("home"), folder.path().join("states"));
        assert_eq!(found(&[]), Ok(None));
        assert_eq!(found(&[("HOME", &home)]), Ok(Some(home.join(".local/state/taipan/repl_history"))));
        let both = found(&[("HOME", &home), ("XDG_STATE_HOME", &states)]);
        assert_eq!(both, Ok(Some(states.join("taipan/repl_history"))));
        let mode = fs::metadata(states.join("taipan")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn what_is_in_the_way_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let states = folder.path().join("states");
        fs::write(&states, "").unwrap();
        let taipan = states.join("taipan");
        assert_eq!(found(&[("XDG_STATE_HOME", &states)]), Err(format!("{}: not a directory", taipan.display())));
        let history = folder.path().join("taipan/repl_history");
        fs::create_dir_all(&history).unwrap();
        assert_eq!(found(&[("XDG_STATE_HOME", folder.path())]), Err(format!("{} is no file", history.display())));
    }
}
