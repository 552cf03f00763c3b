//! Runs the binary in a terminal of its own, and gives what is to be seen there.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::blocking::{Command, Pty, open};
use vt100::Screen;

/// Rows and columns.
const SIZE: (u16, u16) = (80, 120);

/// How long anything may take to show. What works shows at once.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Terminal {
    pty: Arc<Pty>,
    child: Child,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

impl Terminal {
    /// Starts `taipan` with arguments, in a folder, with nothing but these variables in its environment.
    pub(crate) fn start(args: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Terminal {
        let (pty, pts) = open().unwrap();
        pty.resize(pty_process::Size::new(SIZE.0, SIZE.1)).unwrap();
        let command = Command::new(env!("CARGO_BIN_EXE_taipan")).args(args).current_dir(folder).env_clear();
        let child = command.env("TERM", "xterm").envs(environment.iter().copied()).spawn(pts).unwrap();
        let pty = Arc::new(pty);
        let (sender, output) = mpsc::channel();
        let reader = pty.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // At the end of the last program in a terminal, reading fails.
            while let Ok(read @ 1..) = (&*reader).read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(SIZE.0.try_into().unwrap(), SIZE.1.try_into().unwrap(), 0);
        Terminal { pty, child, output, screen }
    }

    /// Waits until the line editor has given the terminal back, for a run.
    #[track_caller]
    pub(crate) fn runs(&mut self) {
        // The editor has let go of the terminal, and ended its line.
        self.waits("a run", |screen| !screen.bracketed_paste() && screen.cursor_position().1 == 0);
    }

    /// Presses keys.
    pub(crate) fn types(&mut self, keys: impl AsRef<[u8]>) {
        (&*self.pty).write_all(keys.as_ref()).unwrap();
    }

    /// Waits until the screen shows a text, and nothing else.
    #[track_caller]
    pub(crate) fn shows(&mut self, expected: &str) {
        self.waits(expected, |screen| seen(screen) == expected);
    }

    /// Waits until the screen shows one of some texts, and nothing else; gives which.
    #[track_caller]
    pub(crate) fn shows_one_of(&mut self, expected: &[String]) -> usize {
        self.waits(&expected.join("\nor\n"), |screen| expected.contains(&seen(screen)));
        let shown = seen(self.screen.screen());
        expected.iter().position(|text| *text == shown).expect("it was among them")
    }

    /// Waits until the screen ends in a text.
    #[track_caller]
    pub(crate) fn ends_in(&mut self, expected: &str) {
        self.waits(expected, |screen| seen(screen).ends_with(expected));
    }

    #[track_caller]
    fn waits(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !is_so(self.screen.screen()) {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(error) => panic!("{error:?}; shows\n{}\ninstead of\n{what}", seen(self.screen.screen())),
            }
        }
    }

    /// Waits for the end; gives the exit status and what the screen shows then.
    #[track_caller]
    pub(crate) fn ends(mut self) -> (Option<i32>, String) {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("goes on, and shows\n{}", seen(self.screen.screen())),
            }
        }
        (self.child.wait().unwrap().code(), seen(self.screen.screen()))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn seen(screen: &Screen) -> String {
    without_measures(&screen.contents())
}

/// A text without what a machine measures, and without the space at the ends of lines.
pub(crate) fn without_measures(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| measured(line.trim_end())).collect();
    lines.join("\n").trim_end().to_owned()
}

/// A line with `#` for the numbers before certain units.
fn measured(line: &str) -> String {
    let mut words: Vec<&str> = line.split(' ').collect();
    for at in 1..words.len() {
        let unit = words[at].trim_end_matches([';', ',']);
        let is_number = words[at - 1].starts_with(|c: char| c.is_ascii_digit());
        if is_number && ["ms", "KiB", "bytes", "fuel"].contains(&unit) {
            words[at - 1] = "#";
        }
    }
    let line = words.join(" ");
    if line.starts_with("  age  ") { String::from("  age         # of 24:00:00") } else { line }
}
