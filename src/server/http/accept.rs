//! Accepts connections, bounds them, and stops in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use super::routes;
use super::state::App;
use crate::server::hall::Stop;

/// How long a client may take for the head of a request, and how long a connection may idle.
const HEAD: Duration = Duration::from_secs(10);

/// The largest head of a request, in bytes.
const MAX_HEAD: usize = 32 << 10;

pub(super) async fn serve(app: Arc<App>, started: impl FnOnce(SocketAddr)) -> Result<(), String> {
    let listener = TcpListener::bind(app.setup.listen)
        .await
        .map_err(|error| format!("{}: {}", app.setup.listen, crate::files::plain(&error)))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let mut signals = Signals::new().map_err(|error| format!("no signals: {error}"))?;
    started(address);
    let router = routes::router(app.clone());
    let connections = Arc::new(Semaphore::new(app.setup.connections));
    let graceful = GracefulShutdown::new();
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                // Out of files or a peer that left: the next one may do better.
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
            },
            () = signals.any() => break,
        };
        // Beyond the bound a connection is closed unread, which costs least.
        let Ok(place) = connections.clone().try_acquire_owned() else { continue };
        let _ = stream.set_nodelay(true);
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(MAX_HEAD);
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is its peer's affair.
            let _ = watched.await;
            drop(place);
        });
    }
    drop(listener);
    app.hall.stop(Stop::Finish);
    let finished = graceful.shutdown();
    tokio::pin!(finished);
    tokio::select! {
        () = &mut finished => return Ok(()),
        () = tokio::time::sleep(app.setup.grace) => {}
        // Told twice: at once.
        () = signals.any() => {}
    }
    app.hall.stop(Stop::Cancel);
    let _ = tokio::time::timeout(Duration::from_secs(1), finished).await;
    Ok(())
}

/// The signals that end the server.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn any(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Signals> {
        Ok(Signals {})
    }

    async fn any(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}
