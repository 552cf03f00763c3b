//! The servers that are loaded: each a process of its own.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitCode, Stdio};

use axum::Router;
use axum::http::header;
use axum::routing::post;

use crate::tell;

/// What the server that does nothing answers: an outcome, so that as many bytes go back.
const ANSWER: &str = r#"{"id":"5d1ae6a22a7a9b6c","status":"ok","value":4,"repr":"4","stdout":"","stderr":"","error":null,"limit":null,"denials":[],"warnings":[],"files":[],"truncated":{"stdout":false,"stderr":false,"value":false},"usage":{"fuel":90,"wall_us":20,"memory_peak_bytes":65536,"output_bytes":0},"isolation":"wasm"}"#;

/// A process that serves on a free port of loopback.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// The server that reads a request, and answers without doing anything.
    pub(crate) fn nothing() -> Result<Server, String> {
        let mut command = Command::new(env::current_exe().map_err(|error| error.to_string())?);
        Server::started(command.arg("nothing"))
    }

    /// `taipan serve` with a folder of its own for what it keeps.
    pub(crate) fn taipan(home: &std::path::Path, flags: &[&str]) -> Result<Server, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(flags).env_clear().env("HOME", home);
        Server::started(&mut command)
    }

    fn started(command: &mut Command) -> Result<Server, String> {
        let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
        let mut line = String::new();
        if let Some(talk) = child.stderr.take() {
            let mut talk = BufReader::new(talk);
            talk.read_line(&mut line).map_err(|error| error.to_string())?;
            // What it says later is told, and never fills its pipe.
            std::thread::spawn(move || talk.lines().map_while(Result::ok).for_each(|line| tell(&line)));
        }
        let address = line.trim().rsplit("http://").next().and_then(|address| address.parse().ok());
        match address {
            Some(address) => Ok(Server { child, address }),
            None => {
                let _ = child.kill();
                Err(line.trim().to_owned())
            }
        }
    }

    /// KiB resident, open files and threads.
    pub(crate) fn held(&self) -> Option<[i64; 3]> {
        let folder = format!("/proc/{}", self.child.id());
        let pages: i64 = std::fs::read_to_string(format!("{folder}/statm")).ok()?.split(' ').nth(1)?.parse().ok()?;
        let count = |name: &str| Some(std::fs::read_dir(format!("{folder}/{name}")).ok()?.count() as i64);
        Some([pages * 4, count("fd")?, count("task")?])
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves until it is killed.
#[allow(clippy::print_stderr, reason = "the parent reads the address there")]
pub(crate) fn do_nothing() -> ExitCode {
    let answer = |_body: String| async { ([(header::CONTENT_TYPE, "application/json")], ANSWER) };
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread().enable_all().build() else {
        return ExitCode::FAILURE;
    };
    runtime.block_on(async {
        let Ok(listener) = tokio::net::TcpListener::bind("127.0.0.1:0").await else { return ExitCode::FAILURE };
        let Ok(address) = listener.local_addr() else { return ExitCode::FAILURE };
        eprintln!("http://{address}");
        let served = axum::serve(listener, Router::new().route("/v1/run", post(answer))).await;
        if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    })
}
