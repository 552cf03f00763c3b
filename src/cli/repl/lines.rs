//! Where the lines come from: a terminal, in which they can be edited, or a stream.

use std::env;
use std::io::{self, BufRead as _, Read as _};
use std::path::PathBuf;

use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Cmd, Config, Editor, KeyCode, KeyEvent, Modifiers};

use super::history;
use crate::cli::program::MAX_SOURCE;
use crate::cli::talk;
use crate::files::plain;
use crate::units::size;

/// Lines of earlier times that are kept.
const KEPT: usize = 1000;

/// The longest that is kept, in bytes.
const LONGEST_KEPT: usize = 64 << 10;

/// What was typed.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    Text(String),
    /// Ctrl-C.
    Interrupted,
    /// Ctrl-D on an empty line, or the end of the stream.
    End,
    /// What is no text, and why.
    Malformed(String),
}

/// A source of lines.
pub(super) enum Lines {
    Terminal(Box<Terminal>),
    /// The number of the last line.
    Stream(u64),
}

/// A line editor, and where it keeps what was typed.
pub(super) struct Terminal {
    editor: Editor<(), FileHistory>,
    kept_in: Option<PathBuf>,
}

impl Lines {
    /// Lines of the terminal, with those of earlier times where they are wanted.
    pub(super) fn of_terminal(with_history: bool) -> Result<Lines, String> {
        let fail = |error: ReadlineError| format!("the terminal: {error}");
        let config = Config::builder().max_history_size(KEPT).map_err(fail)?.build();
        let mut editor = Editor::with_config(config).map_err(fail)?;
        let indent = Cmd::Insert(1, String::from("    "));
        editor.bind_sequence(KeyEvent(KeyCode::Tab, Modifiers::NONE), indent);
        let mut terminal = Terminal { editor, kept_in: None };
        if with_history && let Err(error) = terminal.load() {
            talk::note(&format!("lines are not kept: {error}"));
        }
        Ok(Lines::Terminal(Box::new(terminal)))
    }

    /// Lines of standard input.
    pub(super) fn of_stream() -> Lines {
        Lines::Stream(0)
    }

    /// The next line, after a prompt in a terminal; the error is the host's.
    pub(super) fn next(&mut self, prompt: &str) -> Result<Line, String> {
        match self {
            Lines::Terminal(terminal) => terminal.next(prompt),
            Lines::Stream(number) => {
                *number += 1;
                next_of_stream(*number)
            }
        }
    }

    /// Keeps what was typed for other times, in a terminal.
    pub(super) fn keep(&mut self, text: &str) {
        if let Lines::Terminal(terminal) = self
            && let Err(error) = terminal.keep(text)
        {
            terminal.kept_in = None;
            talk::note(&format!("lines are no longer kept: {error}"));
        }
    }
}

impl Terminal {
    fn load(&mut self) -> Result<(), String> {
        let Some(file) = history::file(&|name| env::var(name).ok())? else { return Ok(()) };
        match self.editor.load_history(&file) {
            Ok(()) => {}
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{}: {}", file.display(), words(error))),
        }
        self.kept_in = Some(file);
        Ok(())
    }

    fn next(&mut self, prompt: &str) -> Result<Line, String> {
        match self.editor.readline(prompt) {
            Ok(line) => Ok(Line::Text(line)),
            Err(ReadlineError::Interrupted) => Ok(Line::Interrupted),
            Err(ReadlineError::Eof) => Ok(Line::End),
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                Ok(Line::Malformed(String::from("what was typed is not UTF-8; set the terminal to it")))
            }
            Err(error) => Err(format!("the terminal: {}", words(error))),
        }
    }

    fn keep(&mut self, text: &str) -> Result<(), String> {
        let text = text.trim_end();
        if text.len() > LONGEST_KEPT || !self.editor.add_history_entry(text).map_err(words)? {
            return Ok(());
        }
        let Some(file) = &self.kept_in else { return Ok(()) };
        self.editor.append_history(file).map_err(|error| format!("{}: {}", file.display(), words(error)))
    }
}

fn words(error: ReadlineError) -> String {
    match error {
        ReadlineError::Io(error) => plain(&error),
        error => error.to_string(),
    }
}

fn next_of_stream(number: u64) -> Result<Line, String> {
    let fail = |error: io::Error| format!("standard input: {}", plain(&error));
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_SOURCE + 1).read_until(b'\n', &mut bytes).map_err(fail)?;
    if bytes.len() as u64 > MAX_SOURCE {
        return Err(format!("standard input: line {number} is longer than {}", size(MAX_SOURCE)));
    }
    if bytes.is_empty() {
        return Ok(Line::End);
    }
    let line = match String::from_utf8(bytes) {
        Ok(line) => line,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            return Ok(Line::Malformed(format!("standard input: line {number}: byte 0x{byte:02x} is not UTF-8")));
        }
    };
    let line = line.strip_suffix('\n').unwrap_or(&line);
    Ok(Line::Text(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}
