//! The HTTP door.

mod accept;
mod body;
mod events;
mod files;
mod guard;
mod mcp;
mod openapi;
mod page;
mod past;
mod paths;
mod problem;
mod routes;
mod shape;
mod snapshots;
mod state;
mod tokens;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use super::Service;
use super::hall::Hall;
pub(crate) use tokens::{Token, minted};

/// How the door is set up; every bound has a default in the configuration.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) listen: SocketAddr,
    /// Who may come in; empty only where the address is loopback.
    pub(crate) tokens: Vec<Token>,
    /// Bytes of a request's body.
    pub(crate) body: u64,
    /// How long a client may take to send it.
    pub(crate) body_time: Duration,
    /// How long runs may go on once the server is told to stop.
    pub(crate) grace: Duration,
    /// Connections at one time.
    pub(crate) connections: usize,
    /// Bytes of a session's snapshot, out and in.
    pub(crate) snapshot: u64,
    /// Clients of MCP at one time.
    pub(crate) clients: usize,
    /// How long one of them may be silent.
    pub(crate) idle: Duration,
}

/// Serves until the process is told to stop. `started` hears the address that is bound.
pub(crate) fn serve(service: Service, setup: Setup, started: impl FnOnce(SocketAddr)) -> Result<(), String> {
    for token in &setup.tokens {
        if let Some(policy) = &token.policy {
            service.named(policy).map_err(|error| format!("token `{}`: {error}", token.name))?;
        }
    }
    if !setup.listen.ip().is_loopback() && setup.tokens.is_empty() {
        return Err(format!(
            "{} can be reached by others, and no token is set; `taipan token NAME` makes one, or listen on 127.0.0.1",
            setup.listen
        ));
    }
    let no_threads = |error| format!("no threads for the server: {error}");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(no_threads)?;
    let hall = Hall::new(service).map_err(no_threads)?;
    let done = runtime.block_on(accept::serve(Arc::new(state::App::new(hall, setup)), started));
    // What did not end within the grace has been cancelled; nothing may hold the process.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}
