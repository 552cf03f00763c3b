//! A stand-in for a model's API: it gives scripted answers and keeps what it was asked.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;

/// What it will answer, and what it was asked: each path and body.
type Script = (VecDeque<Value>, Vec<(String, Value)>);

pub(crate) struct Standin {
    pub(crate) address: SocketAddr,
    script: Arc<Mutex<Script>>,
}

impl Standin {
    /// Answers one request after the other with these; then with an error.
    pub(crate) fn start(answers: &[Value]) -> Standin {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let script = Arc::new(Mutex::new((answers.iter().cloned().collect(), Vec::new())));
        let shared: Arc<Mutex<Script>> = script.clone();
        // It ends with the process of the tests.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let script = shared.clone();
                thread::spawn(move || serve(stream, &script));
            }
        });
        Standin { address, script }
    }

    /// What it was asked.
    pub(crate) fn asked(&self) -> Vec<(String, Value)> {
        self.script.lock().unwrap().1.clone()
    }
}

/// Answers the requests of a connection until its client closes it.
fn serve(stream: TcpStream, script: &Mutex<Script>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut stream = stream;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|bytes| *bytes > 0)?;
        let path = line.split(' ').nth(1)?.to_owned();
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let answer = {
            let mut script = script.lock().ok()?;
            script.1.push((path, serde_json::from_slice(&body).unwrap_or_default()));
            script.0.pop_front()
        };
        let (status, text) = match answer {
            Some(answer) => ("200 OK", answer.to_string()),
            None => ("400 Bad Request", String::from("{\"error\": {\"message\": \"the script is over\"}}")),
        };
        let head =
            format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", text.len());
        stream.write_all((head + &text).as_bytes()).ok()?;
    }
}
