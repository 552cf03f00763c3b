//! Minutes of good and hostile load: what becomes of the good requests, of the connections and of the server's memory.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::client::{Connection, request};
use crate::server::Server;
use crate::tell;

/// Programs of users, and what their answers hold.
const GOOD: [(&str, &str); 5] = [
    ("2 + 2", r#""repr":"4""#),
    ("sum(i * i for i in range(100))", r#""repr":"328350""#),
    ("import json\njson.dumps({'a': [1, 2]})", r#""repr":"'{\"a\": [1, 2]}'""#),
    ("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(10)", r#""repr":"55""#),
    ("print('x' * 100)", r#""status":"ok""#),
];

/// Programs that want all of the machine.
const HOSTILE: [&str; 8] = [
    "while True: pass",
    "x = 'a' * 10**9",
    "x = []\nwhile True: x.append(bytes(100_000))",
    "while True: print('x' * 1000)",
    "def f(): f()\nf()",
    "import re\nre.match('(a*)*b', 'a' * 40)",
    "import time\ntime.sleep(1000)",
    "import sys\nsys.modules.clear()\n1 / 0",
];

const GOOD_CONNECTIONS: usize = 8;
const HOSTILE_CONNECTIONS: usize = 3;

/// KiB by which the least of the second half's memory may exceed the first half's.
const MOST_GROWTH: i64 = 8 << 10;

#[derive(Debug, Default)]
struct Counts {
    good: AtomicU64,
    failed: AtomicU64,
    hostile: AtomicU64,
    hung: AtomicU64,
    /// The longest that a good request took, in microseconds.
    longest: AtomicU64,
}

/// Loads a server, telling a line ten times.
pub(crate) fn load(time: Duration) -> ExitCode {
    let home = tempfile::tempdir().expect("there is a folder for temporary files");
    let flags = ["--timeout", "500ms", "--fuel", "2_000_000", "--memory", "32MiB"];
    let server = match Server::taipan(home.path(), &flags) {
        Ok(server) => server,
        Err(error) => {
            tell(&format!("SKIPPED: {error}"));
            return ExitCode::SUCCESS;
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("there are threads");
    let counts = Arc::new(Counts::default());
    let until = Instant::now() + time;
    let mut held: Vec<[i64; 3]> = Vec::new();
    runtime.block_on(async {
        let mut tasks = Vec::new();
        for at in 0..GOOD_CONNECTIONS {
            tasks.push(tokio::spawn(good(server.address, at, until, counts.clone())));
        }
        for at in 0..HOSTILE_CONNECTIONS {
            tasks.push(tokio::spawn(hostile(server.address, at, until, counts.clone())));
        }
        tasks.push(tokio::spawn(broken(server.address, until)));
        for _ in 0..10 {
            sleep(time / 10).await;
            held.extend(server.held());
            told(&counts, held.last());
        }
        for task in tasks {
            let _ = task.await;
        }
    });
    let (early, late) = held.split_at(held.len() / 2);
    let least = |half: &[[i64; 3]]| half.iter().map(|held| held[0]).min().unwrap_or(0);
    let growth = least(late) - least(early);
    let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
    let (failed, hung) = (of(&counts.failed), of(&counts.hung));
    tell(&format!("{failed} good requests failed, {hung} hung, {growth:+} KiB from half to half at the least"));
    if failed == 0 && hung == 0 && growth <= MOST_GROWTH { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn told(counts: &Counts, held: Option<&[i64; 3]>) {
    let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
    let [kib, files, threads] = held.copied().unwrap_or_default();
    tell(&format!(
        "{} good, {} failed, the longest {} ms; {} hostile, {} hung; {kib} KiB resident, {files} files, {threads} threads",
        of(&counts.good),
        of(&counts.failed),
        of(&counts.longest) / 1000,
        of(&counts.hostile),
        of(&counts.hung),
    ));
}

async fn good(address: SocketAddr, first: usize, until: Instant, counts: Arc<Counts>) {
    let asked = GOOD.map(|(code, expected)| (request(code), expected));
    let mut connection = None;
    for (bytes, expected) in asked.iter().cycle().skip(first) {
        if Instant::now() >= until {
            return;
        }
        let began = Instant::now();
        let Some(open) = open(&mut connection, address).await else {
            counts.failed.fetch_add(1, Ordering::Relaxed);
            continue;
        };
        match open.ask(bytes).await {
            Ok((200, body)) if String::from_utf8_lossy(body).contains(expected) => {
                counts.good.fetch_add(1, Ordering::Relaxed);
                counts.longest.fetch_max(began.elapsed().as_micros() as u64, Ordering::Relaxed);
            }
            Ok((status, body)) => {
                if counts.failed.fetch_add(1, Ordering::Relaxed) < 5 {
                    tell(&format!("{status}: {}", String::from_utf8_lossy(body)));
                }
            }
            Err(error) => {
                counts.failed.fetch_add(1, Ordering::Relaxed);
                count_hung(&counts, &error);
                connection = None;
            }
        }
    }
}

async fn hostile(address: SocketAddr, first: usize, until: Instant, counts: Arc<Counts>) {
    let asked = HOSTILE.map(request);
    let mut connection = None;
    for bytes in asked.iter().cycle().skip(first) {
        if Instant::now() >= until {
            return;
        }
        let Some(open) = open(&mut connection, address).await else { continue };
        let done = open.ask(bytes).await.map(|_| ());
        counts.hostile.fetch_add(1, Ordering::Relaxed);
        if let Err(error) = done {
            count_hung(&counts, &error);
            connection = None;
        }
    }
}

/// Connections that send half of something, or nothing, or what is no request, and stay for a while.
async fn broken(address: SocketAddr, until: Instant) {
    let run = request("2+2");
    let halves: [&[u8]; 4] = [b"", &run[..40], &run[..run.len() - 1], b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"];
    for half in halves.iter().cycle() {
        if Instant::now() >= until {
            return;
        }
        let Ok(mut stream) = TcpStream::connect(address).await else { continue };
        let _ = stream.write_all(half).await;
        sleep(Duration::from_millis(50)).await;
    }
}

async fn open(connection: &mut Option<Connection>, address: SocketAddr) -> Option<&mut Connection> {
    if connection.is_none() {
        *connection = Connection::open(address).await.ok();
    }
    connection.as_mut()
}

fn count_hung(counts: &Counts, error: &std::io::Error) {
    if error.kind() == std::io::ErrorKind::TimedOut {
        counts.hung.fetch_add(1, Ordering::Relaxed);
    }
}
