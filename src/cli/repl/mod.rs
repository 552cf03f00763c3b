//! `taipan repl`.

mod args;
mod block;
mod command;
mod console;
mod history;
mod interrupt;
mod lines;
mod shown;

use std::io::{self, IsTerminal as _, Write as _};

pub(crate) use args::ReplArgs;
use block::Block;
use command::{Command, HELP};
use console::Console;
use interrupt::Interrupt;
use lines::{Line, Lines};
pub(crate) use shown::Shown;

use super::{report, talk};
use crate::units::size;
use crate::{Cancel, Outcome, Status, format};

/// What becomes of the loop after a line.
enum Then {
    GoOn,
    /// It ends with an exit status.
    End(u8),
}

/// Reads lines and runs them until there are no more; gives the exit status, or the host's error.
pub(crate) fn repl(args: &ReplArgs) -> Result<u8, String> {
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let mut console = Console::open(args)?;
    let mut lines = if is_terminal {
        write(&format!(
            "taipan {}, Python 3.14, isolation {}; :help lists commands, Ctrl-D ends\n",
            env!("CARGO_PKG_VERSION"),
            console.engine().isolation()
        ))?;
        Lines::of_terminal(!args.no_history)?
    } else {
        Lines::of_stream()
    };
    let mut block = Block::new(console.engine().limits().source);
    loop {
        // In force before the keys are the terminal's again, so that no Ctrl-C is lost.
        let cancel = Cancel::new();
        let _interrupt = is_terminal.then(|| Interrupt::of(&cancel)).transpose()?;
        let run = |program: &str, console: &mut Console| run(console, program, &cancel, is_terminal);
        let line = lines.next(if block.is_empty() { ">>> " } else { "... " })?;
        let then = match line {
            Line::Text(line) if block.is_empty() && line.starts_with(':') => {
                lines.keep(&line);
                match Command::parse(&line).and_then(|command| obey(&mut console, &command)) {
                    Ok(then) => then,
                    Err(error) => {
                        talk::error(&error);
                        Then::GoOn
                    }
                }
            }
            Line::Text(line) => match block.push(&line) {
                Some(program) => {
                    lines.keep(&program);
                    run(&program, &mut console)?
                }
                None => Then::GoOn,
            },
            Line::Interrupted => {
                if let Some(dropped) = block.take() {
                    lines.keep(&dropped);
                }
                talk::plain("KeyboardInterrupt");
                Then::GoOn
            }
            Line::Malformed(why) => {
                block.take();
                talk::error(&why);
                Then::GoOn
            }
            Line::End if is_terminal && !block.is_empty() => {
                block.take().iter().for_each(|dropped| lines.keep(dropped));
                talk::note("the open block is dropped; Ctrl-D again ends");
                Then::GoOn
            }
            Line::End => match block.take() {
                // The end of a file ends its last block too.
                Some(program) => run(&program, &mut console)?,
                None => Then::End(0),
            },
        };
        if let Then::End(status) = then {
            return Ok(status);
        }
    }
}

/// Does what a command says.
fn obey(console: &mut Console, command: &Command) -> Result<Then, String> {
    match command {
        Command::Help => write(HELP)?,
        Command::Limits => write(&console.limits())?,
        Command::Files => write(&console.listing()?)?,
        Command::Reset => {
            console.reset()?;
            talk::note("a new session begins");
        }
        Command::Save(path) => {
            let bytes = console.save(path)?;
            talk::note(&format!("saved to {}: {}", path.display(), size(bytes)));
        }
        Command::Load(path) => {
            console.load(path)?;
            talk::note(&format!("loaded from {}: {}", path.display(), console.progress()));
        }
        Command::Quit => return Ok(Then::End(0)),
    }
    Ok(Then::GoOn)
}

/// Runs a program, shows what it writes, and prints what came of it.
fn run(console: &mut Console, program: &str, cancel: &Cancel, is_terminal: bool) -> Result<Then, String> {
    if program.trim().is_empty() {
        return Ok(Then::GoOn);
    }
    let (outcome, shown) = match console.run(program, cancel) {
        Ok(done) => done,
        Err(error) => {
            talk::error(&error);
            return Ok(Then::GoOn);
        }
    };
    if let Err(error) = report::print_in_session(&outcome, shown, is_terminal) {
        return ended(&error).map(Then::End);
    }
    if outcome.status == Status::Exit {
        return Ok(Then::End(format::exit_status(&outcome)));
    }
    if !outcome.came_to_its_end() {
        talk::note(after_a_stop(console)?);
    } else if asks_to_end(program, &outcome) {
        talk::note("hint: Ctrl-D or :quit ends");
    }
    Ok(Then::GoOn)
}

/// What has become of the session after a run that was stopped; one that is over is followed by another.
fn after_a_stop(console: &mut Console) -> Result<&'static str, String> {
    if !console.is_over() {
        return Ok("the session is what it was before this run");
    }
    console.reset()?;
    Ok("a new session begins")
}

/// Whether a program is the word that ends Python's own prompt, and has not been given another meaning.
fn asks_to_end(program: &str, outcome: &Outcome) -> bool {
    let word = program.trim();
    matches!(word, "exit" | "quit") && outcome.repr == format!("<built-in function {word}>")
}

fn write(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| format!("standard output: {error}"))
}

/// The exit status where standard output takes no more; the error where that is not its reader's wish.
fn ended(error: &io::Error) -> Result<u8, String> {
    if error.kind() == io::ErrorKind::BrokenPipe { Ok(0) } else { Err(format!("standard output: {error}")) }
}
