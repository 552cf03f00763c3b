//! The totals of a session.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};

/// The totals of a session, beside the limits of each run. Every one is a number with a finite default.
///
/// ```
/// use taipan::SessionLimits;
///
/// let limits = SessionLimits { runs: 10, ..SessionLimits::default() };
/// assert_eq!(limits.memory, 512 << 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionLimits {
    /// Fuel units of all runs. Default 2,500,000,000, a hundred times what a run gets by default.
    pub fuel: u64,
    /// Bytes that the session may hold between two runs. A run that would leave more ends as `memory`. Default 512 MiB, at
    /// least 1 MiB.
    pub memory: u64,
    /// Runs. Default 10,000, at least 1.
    pub runs: u64,
    /// Time from the opening on; of a restored session, without the time that it was a snapshot. A run that goes on for
    /// longer ends as `timeout`. Default 24 h, at least 1 s.
    pub lifetime: Duration,
}

impl Default for SessionLimits {
    fn default() -> Self {
        SessionLimits { fuel: 2_500_000_000, memory: 512 << 20, runs: 10_000, lifetime: Duration::from_secs(86_400) }
    }
}

impl SessionLimits {
    /// Checks each bound against its range.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidLimits`], naming the bound and the range.
    ///
    /// ```
    /// use taipan::SessionLimits;
    ///
    /// let limits = SessionLimits { runs: 0, ..SessionLimits::default() };
    /// assert_eq!(limits.validate().unwrap_err().to_string(), "invalid limits: runs is 0; it must be at least 1");
    /// ```
    pub fn validate(&self) -> Result<(), Error> {
        let fail = |text: String| Err(Error::new(ErrorKind::InvalidLimits, text));
        if self.fuel == 0 {
            return fail(String::from("fuel is 0; it must be at least 1"));
        }
        if self.runs == 0 {
            return fail(String::from("runs is 0; it must be at least 1"));
        }
        if self.memory < 1 << 20 {
            return fail(format!("memory is {} bytes; it must be at least 1048576 (1 MiB)", self.memory));
        }
        if self.lifetime < Duration::from_secs(1) {
            return fail(format!("lifetime is {:?}; it must be at least 1s", self.lifetime));
        }
        Ok(())
    }

    /// The smaller of each bound.
    ///
    /// ```
    /// use taipan::SessionLimits;
    ///
    /// let few = SessionLimits { runs: 3, ..SessionLimits::default() };
    /// assert_eq!(SessionLimits::default().tightened_by(&few), few);
    /// ```
    #[must_use]
    pub fn tightened_by(&self, other: &SessionLimits) -> SessionLimits {
        SessionLimits {
            fuel: self.fuel.min(other.fuel),
            memory: self.memory.min(other.memory),
            runs: self.runs.min(other.runs),
            lifetime: self.lifetime.min(other.lifetime),
        }
    }
}

/// What a session has used.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let session = taipan::Engine::builder().build()?.session()?;
/// session.run("1")?;
/// assert!(session.usage().fuel > 0);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SessionUsage {
    /// Fuel units of all runs so far, those that were rolled back included.
    pub fuel: u64,
    /// Runs so far, those that were rolled back included.
    pub runs: u64,
    /// Bytes that the session holds between two runs, beyond a fresh one. In the `native` isolation 0 without the
    /// [`CountingAllocator`](crate::CountingAllocator).
    pub memory_bytes: u64,
    /// Time that the session has lived.
    pub age: Duration,
}
