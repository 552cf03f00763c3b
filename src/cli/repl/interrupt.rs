//! Ctrl-C while a run goes on.

use signal_hook::SigId;
use signal_hook::consts::SIGINT;
use signal_hook::{flag, low_level};

use crate::Cancel;

/// As long as it lives, the signal of Ctrl-C ends the runs of a handle. From the first on it does not end the process.
#[derive(Debug)]
pub(super) struct Interrupt(SigId);

impl Interrupt {
    pub(super) fn of(cancel: &Cancel) -> Result<Interrupt, String> {
        let registered = flag::register(SIGINT, cancel.flag());
        registered.map(Interrupt).map_err(|error| format!("no handler for Ctrl-C: {error}"))
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        low_level::unregister(self.0);
    }
}
