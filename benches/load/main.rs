//! What `taipan serve` bears: `2+2` a second beside a server that does nothing, and minutes of good and hostile load.
//!
//! `cargo bench --bench load` measures, and writes docs/load.md where `TAIPAN_WRITE_DOCS` is set. `cargo bench --bench load --
//! mixed 600` loads a server for as many seconds, and ends with an error if a good request failed, a connection hung or
//! memory grew.

mod client;
mod mixed;
mod rates;
mod server;

use std::env;
use std::process::ExitCode;
use std::time::Duration;

#[allow(clippy::print_stdout, reason = "a bench prints its figures")]
fn tell(text: &str) {
    println!("{text}");
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["nothing"] => return server::do_nothing(),
        ["mixed", seconds] => {
            let Ok(seconds) = seconds.parse() else {
                tell(&format!("`{seconds}` is no number of seconds"));
                return ExitCode::FAILURE;
            };
            return mixed::load(Duration::from_secs(seconds));
        }
        _ => {}
    }
    rates::measure()
}
