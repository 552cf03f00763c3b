//! Sessions by name: each its caller's own, bounded in number and idle time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::service::Fault;
use crate::engine::Engine;
use crate::policy::Policy;
use crate::session::{Session, SessionLimits};

/// The longest name, in bytes.
const MAX_NAME: usize = 64;

/// The sessions of a process.
#[derive(Debug)]
pub(crate) struct Sessions {
    held: Mutex<HashMap<Key, Held>>,
    most: usize,
    idle: Duration,
}

/// Who opened it, and its name.
type Key = (String, String);

#[derive(Debug)]
struct Held {
    session: Arc<Session>,
    /// The policy by name that its first run asked for.
    policy: Option<String>,
    used: Instant,
}

impl Sessions {
    /// At most `most` sessions, each closed once nobody has used it for `idle`.
    pub(crate) fn new(most: usize, idle: Duration) -> Sessions {
        Sessions { held: Mutex::default(), most, idle }
    }

    /// A caller's session, if it is open, and the policy by name that it was opened with.
    pub(crate) fn find(&self, who: &str, name: &str, now: Instant) -> Option<(Arc<Session>, Option<String>)> {
        let mut held = self.held.lock();
        self.sweep(&mut held, now);
        let held = held.get_mut(&key(who, name))?;
        held.used = now;
        Some((held.session.clone(), held.policy.clone()))
    }

    /// Opens a session under a name that the caller has no open one of.
    pub(crate) fn open(
        &self,
        engine: &Engine,
        who: &str,
        name: &str,
        (policy, named): (&Policy, Option<&str>),
        now: Instant,
    ) -> Result<Arc<Session>, Fault> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if name.is_empty() || name.len() > MAX_NAME || !name.chars().all(plain) {
            let text = format!("session_id takes 1 to {MAX_NAME} letters, digits, `-`, `_` and `.`");
            return Err(Fault::Request(text));
        }
        let mut held = self.held.lock();
        self.sweep(&mut held, now);
        if held.len() >= self.most {
            let text = format!("all {} sessions are open; end one, or try again when one has expired", self.most);
            return Err(Fault::Busy(text));
        }
        let session = Arc::new(engine.session_within(&SessionLimits::default(), Some(policy))?);
        held.insert(key(who, name), Held { session: session.clone(), policy: named.map(String::from), used: now });
        Ok(session)
    }

    /// Ends a caller's session; whether there was one.
    pub(crate) fn close(&self, who: &str, name: &str) -> bool {
        self.held.lock().remove(&key(who, name)).is_some()
    }

    fn sweep(&self, held: &mut HashMap<Key, Held>, now: Instant) {
        // One that is in a run is in use, however long ago it began.
        held.retain(|_, held| {
            now.saturating_duration_since(held.used) < self.idle || Arc::strong_count(&held.session) > 1
        });
    }
}

fn key(who: &str, name: &str) -> Key {
    (who.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Isolation;

    #[test]
    fn each_caller_has_its_own() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let sessions = Sessions::new(2, Duration::from_secs(60));
        let now = Instant::now();
        let policy = engine.policy().clone();
        let open = |who: &str, name: &str, now| sessions.open(&engine, who, name, (&policy, None), now).map(|_| ());
        open("a", "x", now).unwrap();
        open("b", "x", now).unwrap();
        sessions.find("a", "x", now).unwrap().0.run("n = 1").unwrap();
        assert_eq!(sessions.find("b", "x", now).unwrap().0.run("n").unwrap().error.unwrap().kind, "NameError");
        assert!(sessions.find("c", "x", now).is_none());
        let full = open("c", "x", now).unwrap_err();
        assert_eq!(full.text(), "all 2 sessions are open; end one, or try again when one has expired");
        assert!(sessions.close("b", "x") && !sessions.close("b", "x"));
        open("c", "x", now).unwrap();

        let later = now + Duration::from_secs(60);
        assert!(sessions.find("a", "x", later).is_none());
        for name in ["", "a b", "../x", &"x".repeat(65)] {
            let error = open("a", name, later).unwrap_err();
            assert_eq!(error.text(), "session_id takes 1 to 64 letters, digits, `-`, `_` and `.`");
        }
    }

    #[test]
    fn one_in_use_does_not_expire() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let sessions = Sessions::new(2, Duration::from_secs(60));
        let now = Instant::now();
        let session = sessions.open(&engine, "a", "x", (engine.policy(), None), now).unwrap();
        let later = now + Duration::from_secs(600);
        assert!(sessions.find("a", "x", later).is_some());
        drop(session);
        assert!(sessions.find("a", "x", later + Duration::from_secs(61)).is_none());
    }
}
