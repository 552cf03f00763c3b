//! Copies of a session: a fork in this process, and a snapshot for another.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Inner, Interpreter, Session, SessionLimits};
use crate::engine::{Engine, Interpreters};
use crate::error::{Error, ErrorKind};
use crate::policy::Policy;

/// What the native isolation says to both.
const NATIVE: &str =
    "the native isolation cannot copy an interpreter; sessions of the wasm isolation have snapshots and forks";

/// What a snapshot says of its session.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    limits: SessionLimits,
    policy: Policy,
    fuel: u64,
    runs: u64,
    age: Duration,
}

impl Session {
    /// An independent copy of the session as it is after its last run. Waits for a run that is going on.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] in the `native` isolation; [`ErrorKind::Busy`] where that run goes on for longer than a run
    /// may wait for an interpreter, and where a tool of it asks.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// # if taipan::Engine::builder().build()?.isolation() != taipan::Isolation::Wasm { return Ok(()) }
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// session.run("x = 1")?;
    /// let fork = session.fork()?;
    /// fork.run("x += 1")?;
    /// assert_eq!((session.run("x")?.repr, fork.run("x")?.repr), ("1".into(), "2".into()));
    /// # Ok(()) }
    /// ```
    pub fn fork(&self) -> Result<Session, Error> {
        let inner = self.between_runs()?;
        match &inner.interpreter {
            Interpreter::Native(_) => Err(Error::new(ErrorKind::Unsupported, NATIVE)),
            #[cfg(feature = "wasm")]
            Interpreter::Wasm(state, left) => {
                let interpreter = Interpreter::Wasm(state.clone(), *left);
                let copy = Inner { interpreter, over: inner.over.clone(), ..*inner };
                Ok(Session::new(&self.engine, self.limits.clone(), self.policy.clone(), self.runs(), copy))
            }
        }
    }

    /// The session as it is after its last run, as bytes that [`Engine::restore`] takes, in any process of a taipan
    /// with the same guest. Waits for a run that is going on.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] in the `native` isolation; [`ErrorKind::Busy`] as for [`fork`](Session::fork), and where it
    /// takes an interpreter and all are in runs for as long.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// # if taipan::Engine::builder().build()?.isolation() != taipan::Isolation::Wasm { return Ok(()) }
    /// let engine = taipan::Engine::builder().build()?;
    /// let session = engine.session()?;
    /// session.run("squares = (n * n for n in range(10)); next(squares); next(squares)")?;
    /// let snapshot = session.snapshot()?;
    /// let restored = engine.restore(&snapshot)?;
    /// assert_eq!(restored.run("next(squares)")?.repr, "4");
    /// assert_eq!(session.run("next(squares)")?.repr, "4");
    /// # Ok(()) }
    /// ```
    pub fn snapshot(&self) -> Result<Vec<u8>, Error> {
        let mut inner = self.between_runs()?;
        let usage = inner.totals(self.runs());
        let about = About {
            limits: self.limits.clone(),
            policy: self.policy.clone(),
            fuel: usage.fuel,
            runs: usage.runs,
            age: usage.age,
        };
        let about = serde_json::to_vec(&about).map_err(|error| Error::new(ErrorKind::Internal, error.to_string()))?;
        match (&mut inner.interpreter, self.engine.interpreters()) {
            #[cfg(feature = "wasm")]
            (Interpreter::Wasm(state, left), Interpreters::Wasm(wall)) => {
                wall.settle(state, self.engine.wait(None))?;
                let mut state = state.clone();
                state.pass(left.elapsed());
                Ok(wall.pack(&about, &state))
            }
            _ => Err(Error::new(ErrorKind::Unsupported, NATIVE)),
        }
    }

    /// `tighten` is given the policy that the engine and the snapshot allow.
    pub(crate) fn restore(
        engine: &Engine,
        snapshot: &[u8],
        limits: &SessionLimits,
        tighten: impl FnOnce(Policy) -> Policy,
    ) -> Result<Session, Error> {
        limits.validate()?;
        match engine.interpreters() {
            Interpreters::Native(_) => Err(Error::new(ErrorKind::Unsupported, NATIVE)),
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => {
                let refused = |text: String| Error::new(ErrorKind::InvalidSnapshot, text);
                let (about, state) =
                    wall.unpack(snapshot, limits.memory).map_err(|unusable| refused(unusable.to_string()))?;
                let about: About = serde_json::from_slice(&about)
                    .map_err(|error| refused(format!("what it says of its session is malformed: {error}")))?;
                about.policy.validate().map_err(|error| refused(error.to_string()))?;
                about.limits.validate().map_err(|error| refused(error.to_string()))?;
                let limits = limits.tightened_by(&about.limits);
                let inner = Inner {
                    interpreter: Interpreter::Wasm(state, Instant::now()),
                    fuel: about.fuel.min(limits.fuel),
                    before: about.age,
                    since: Instant::now(),
                    over: None,
                };
                let policy = tighten(engine.policy().tightened_by(&about.policy));
                Ok(Session::new(engine, limits, policy, about.runs, inner))
            }
        }
    }
}

#[cfg(all(test, feature = "wasm"))]
mod tests {
    use super::*;
    use crate::outcome::Isolation;

    #[test]
    fn a_snapshot_that_says_anything_of_its_session_is_refused_or_bounded() {
        let engine = match Engine::builder().isolation(Isolation::Wasm).workers(1).build() {
            Err(error) if error.kind() == ErrorKind::Unsupported => return,
            engine => engine.unwrap(),
        };
        let Interpreters::Wasm(wall) = engine.interpreters() else { unreachable!("it is walled") };
        let limits = r#"{"fuel":1000,"memory":9999999,"runs":9,"lifetime":{"secs":18446744073709551615,"nanos":0}}"#;
        let saying = |fuel: u64, runs: u64, secs: u64| {
            let age = format!(r#"{{"secs":{secs},"nanos":999999999}}"#);
            let about = format!(r#"{{"limits":{limits},"policy":{{}},"fuel":{fuel},"runs":{runs},"age":{age}}}"#);
            engine.restore(&wall.pack(about.as_bytes(), &wall.fresh_state())).unwrap()
        };
        let over = |session: &Session| session.run("1").unwrap_err().to_string();
        assert_eq!(saying(0, 0, 0).run("1 + 1").unwrap().repr, "2");
        let runs = "the session is over: it has had its 9 runs; open another";
        assert_eq!(over(&saying(0, u64::MAX, 0)), runs);
        assert_eq!(
            over(&saying(u64::MAX, 0, 0)),
            "the session is over: it has used its 1000 units of fuel; open another"
        );
        let old = saying(0, 0, u64::MAX);
        assert_eq!(old.usage().age, Duration::MAX);
        assert_eq!(over(&old), "the session is over: it has lived for its 86400s; open another");
        for about in
            ["", "{}", "[]", r#"{"limits":{"runs":0},"policy":{},"fuel":0,"runs":0,"age":{"secs":0,"nanos":0}}"#]
        {
            let snapshot = wall.pack(about.as_bytes(), &wall.fresh_state());
            assert_eq!(engine.restore(&snapshot).unwrap_err().kind(), ErrorKind::InvalidSnapshot, "{about}");
        }
    }
}
