//! What all connections share.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::Setup;
use super::mcp::Door;
use super::tokens::Doorman;
use crate::server::hall::Hall;

/// Snapshots on their way in at one time.
const SNAPSHOTS: usize = 2;

/// The server's state.
#[derive(Debug)]
pub(super) struct App {
    pub(super) hall: Arc<Hall>,
    pub(super) setup: Setup,
    pub(super) doorman: Doorman,
    pub(super) mcp: Door,
    /// Places for snapshots on their way in.
    pub(super) snapshots: Semaphore,
}

impl App {
    pub(super) fn new(hall: Hall, setup: Setup) -> App {
        let hall = Arc::new(hall);
        let mcp = Door::new(&hall, setup.clients, setup.idle);
        App { doorman: Doorman::new(setup.tokens.clone()), mcp, snapshots: Semaphore::new(SNAPSHOTS), hall, setup }
    }
}
