//! What can be typed that is no Python.

use std::path::PathBuf;

use crate::file::shown;
use crate::nearest::nearest;

/// A line that begins with a colon.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    Help,
    Limits,
    Files,
    Reset,
    Save(PathBuf),
    Load(PathBuf),
    Quit,
}

const NAMES: [&str; 7] = [":help", ":limits", ":files", ":reset", ":save", ":load", ":quit"];

/// What `:help` prints.
pub(super) const HELP: &str = "\
:help        this list
:limits      what each run may use, and what the session has used
:files       the files in the session's folder, /sandbox
:reset       begin a new session
:save FILE   write the session to a file
:load FILE   go on with a session that was saved
:quit        end, as Ctrl-D does

A block ends with an empty line. Ctrl-C drops what is typed, or ends the run.
";

impl Command {
    /// Reads a line that begins with a colon.
    pub(super) fn parse(line: &str) -> Result<Command, String> {
        let (name, rest) = line.trim_end().split_once(char::is_whitespace).unwrap_or((line.trim_end(), ""));
        let rest = rest.trim_start();
        let file = |command: fn(PathBuf) -> Command| match rest {
            "" => Err(format!("{name} needs a file, such as {name} work.taipan")),
            file => Ok(command(PathBuf::from(file))),
        };
        let command = match name {
            ":save" => return file(Command::Save),
            ":load" => return file(Command::Load),
            ":help" => Command::Help,
            ":limits" => Command::Limits,
            ":files" => Command::Files,
            ":reset" => Command::Reset,
            ":quit" => Command::Quit,
            _ => {
                let hint = match nearest(name, NAMES) {
                    Some(near) => format!("did you mean {near}?"),
                    None => String::from(":help lists them"),
                };
                return Err(format!("there is no command {}; {hint}", shown(name)));
            }
        };
        if rest.is_empty() { Ok(command) } else { Err(format!("{name} takes nothing after it")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read() {
        assert_eq!(Command::parse(":help"), Ok(Command::Help));
        assert_eq!(Command::parse(":quit  \n"), Ok(Command::Quit));
        assert_eq!(Command::parse(":save  a b.taipan "), Ok(Command::Save(PathBuf::from("a b.taipan"))));
        assert_eq!(Command::parse(":load\tx"), Ok(Command::Load(PathBuf::from("x"))));
    }

    #[test]
    fn mistakes_are_explained() {
        let error = |line: &str| Command::parse(line).unwrap_err();
        assert_eq!(error(":save"), ":save needs a file, such as :save work.taipan");
        assert_eq!(error(":load  "), ":load needs a file, such as :load work.taipan");
        assert_eq!(error(":reset now"), ":reset takes nothing after it");
        assert_eq!(error(":qiut"), "there is no command :qiut; did you mean :quit?");
        assert_eq!(error(":"), "there is no command :; :help lists them");
        assert_eq!(error(": help"), "there is no command :; :help lists them");
        assert_eq!(error(":\u{1b}[2J"), "there is no command :\\u{1b}[2J; :help lists them");
        assert!(error(&format!(":{}", "x".repeat(1 << 20))).len() < 300);
    }

    #[test]
    fn help_names_each_command() {
        for name in NAMES {
            assert!(HELP.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name}");
        }
    }
}
