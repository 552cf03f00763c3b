//! One connection that asks and waits, as an agent's client does.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A request that has no answer after this hangs.
pub(crate) const HUNG: Duration = Duration::from_secs(30);

/// A connection that is kept from one request to the next.
pub(crate) struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

/// The bytes of a run request.
pub(crate) fn request(code: &str) -> Vec<u8> {
    let body = serde_json::json!({"code": code}).to_string();
    let length = body.len();
    let head = "POST /v1/run HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    format!("{head}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// The bytes of a request that the server has nothing to do for.
pub(crate) fn health() -> Vec<u8> {
    b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec()
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> io::Result<Connection> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, read: Vec::with_capacity(4096) })
    }

    /// Sends a request and reads its answer: the status and the body.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> io::Result<(u16, &[u8])> {
        match timeout(HUNG, self.exchange(request)).await {
            Ok(Ok((status, from))) => Ok((status, &self.read[from..])),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(io::Error::from(io::ErrorKind::TimedOut)),
        }
    }

    async fn exchange(&mut self, request: &[u8]) -> io::Result<(u16, usize)> {
        self.stream.write_all(request).await?;
        self.read.clear();
        loop {
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
            let Some(head) = self.read.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let text = String::from_utf8_lossy(&self.read[..head]).to_ascii_lowercase();
            let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
            let length =
                text.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
            let end = head + 4 + length.unwrap_or(0);
            while self.read.len() < end {
                if self.stream.read_buf(&mut self.read).await? == 0 {
                    return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
                }
            }
            return Ok((status, head + 4));
        }
    }
}

/// What a closed loop over some connections gave.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    /// Requests a second.
    pub(crate) rate: f64,
    /// Microseconds of each, the least first.
    pub(crate) times: Vec<u32>,
    pub(crate) failed: usize,
}

impl Sample {
    /// The time below which so many of a thousand lie, in milliseconds.
    pub(crate) fn ms(&self, thousandths: usize) -> f64 {
        let at = (self.times.len() * thousandths).div_ceil(1000).max(1) - 1;
        self.times.get(at).map_or(f64::NAN, |us| f64::from(*us) / 1000.0)
    }
}

/// Each connection asks the same again and again for a time; an answer without `expected` in it is a failure.
pub(crate) async fn closed_loop(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    (bytes, expected): (Vec<u8>, &'static str),
) -> Sample {
    let began = Instant::now();
    let until = began + time;
    let tasks: Vec<_> = (0..connections)
        .map(|_| {
            let bytes = bytes.clone();
            tokio::spawn(async move {
                let (mut times, mut failed) = (Vec::new(), 0);
                let Ok(mut connection) = Connection::open(address).await else { return (times, 1) };
                while Instant::now() < until {
                    let asked = Instant::now();
                    match connection.ask(&bytes).await {
                        Ok((200, body)) if body.windows(expected.len()).any(|part| part == expected.as_bytes()) => {
                            times.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
                        }
                        Ok(_) => failed += 1,
                        Err(_) => return (times, failed + 1),
                    }
                }
                (times, failed)
            })
        })
        .collect();
    let mut sample = Sample::default();
    for task in tasks {
        let (times, failed) = task.await.unwrap_or((Vec::new(), 1));
        sample.times.extend(times);
        sample.failed += failed;
    }
    sample.rate = sample.times.len() as f64 / began.elapsed().as_secs_f64();
    sample.times.sort_unstable();
    sample
}
