//! Sessions by name: each its caller's own, bounded in number and idle time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::service::{Caller, Fault};
use crate::error::Error;
use crate::session::Session;

/// The longest name, in bytes.
const MAX_NAME: usize = 64;

/// The sessions of a process.
#[derive(Debug)]
pub(crate) struct Sessions {
    held: Mutex<HashMap<Key, Held>>,
    most: usize,
    idle: Duration,
}

/// Within what its name means something, and the name.
type Key = (String, String);

#[derive(Debug)]
struct Held {
    session: Arc<Session>,
    /// The policy by name that its first run asked for.
    policy: Option<String>,
    /// Whom it counts for.
    owner: String,
    used: Instant,
}

impl Sessions {
    /// At most `most` sessions, each closed once nobody has used it for `idle`.
    pub(crate) fn new(most: usize, idle: Duration) -> Sessions {
        Sessions { held: Mutex::default(), most, idle }
    }

    /// A caller's session, if it is open, and the policy by name that it was opened with.
    pub(crate) fn find(&self, scope: &str, name: &str, now: Instant) -> Option<(Arc<Session>, Option<String>)> {
        let mut held = self.held.lock();
        self.sweep(&mut held, now);
        let held = held.get_mut(&key(scope, name))?;
        held.used = now;
        Some((held.session.clone(), held.policy.clone()))
    }

    /// Opens a session under a name that the caller has no open one of; `named` is the policy by name that its first run asked for.
    pub(crate) fn open(
        &self,
        caller: &Caller,
        name: &str,
        named: Option<&str>,
        now: Instant,
        make: impl FnOnce() -> Result<Session, Error>,
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
        let own = held.values().filter(|held| held.owner == caller.owner).count();
        if own >= caller.sessions {
            let text =
                format!("all {} sessions of this token are open; end one, or try again when one has expired", own);
            return Err(Fault::Busy(text));
        }
        let session = Arc::new(make()?);
        let (policy, owner) = (named.map(String::from), caller.owner.clone());
        held.insert(key(&caller.scope, name), Held { session: session.clone(), policy, owner, used: now });
        Ok(session)
    }

    /// Ends a caller's session; whether there was one.
    pub(crate) fn close(&self, scope: &str, name: &str) -> bool {
        self.held.lock().remove(&key(scope, name)).is_some()
    }

    fn sweep(&self, held: &mut HashMap<Key, Held>, now: Instant) {
        // One that is in a run is in use, however long ago it began.
        held.retain(|_, held| {
            now.saturating_duration_since(held.used) < self.idle || Arc::strong_count(&held.session) > 1
        });
    }
}

fn key(scope: &str, name: &str) -> Key {
    (scope.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Isolation};

    fn caller(who: &str, sessions: usize) -> Caller {
        Caller { who: who.into(), owner: who.into(), scope: who.into(), policy: None, sessions }
    }

    #[test]
    fn a_token_has_a_bound_of_its_own() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let sessions = Sessions::new(9, Duration::from_secs(60));
        let now = Instant::now();
        let open =
            |who: &str, name: &str| sessions.open(&caller(who, 1), name, None, now, || engine.session()).map(|_| ());
        open("a", "x").unwrap();
        let full = open("a", "y").unwrap_err();
        assert_eq!(full.text(), "all 1 sessions of this token are open; end one, or try again when one has expired");
        open("b", "x").unwrap();
        assert!(sessions.close("a", "x"));
        open("a", "y").unwrap();
    }

    #[test]
    fn each_caller_has_its_own() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let sessions = Sessions::new(2, Duration::from_secs(60));
        let now = Instant::now();
        let open = |who: &str, name: &str, now| {
            sessions.open(&caller(who, 9), name, None, now, || engine.session()).map(|_| ())
        };
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
        let session = sessions.open(&caller("a", 9), "x", None, now, || engine.session()).unwrap();
        let later = now + Duration::from_secs(600);
        assert!(sessions.find("a", "x", later).is_some());
        drop(session);
        assert!(sessions.find("a", "x", later + Duration::from_secs(61)).is_none());
    }
}
