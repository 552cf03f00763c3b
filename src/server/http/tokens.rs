//! Bearer tokens: kept as hashes, compared in constant time, each with a rate of its own.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use constant_time_eq::constant_time_eq_32;
use parking_lot::Mutex;
use sha2::{Digest, Sha256};

use crate::hex;

/// What a token may do.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) name: String,
    /// SHA-256 of the token's text.
    pub(crate) hash: [u8; 32],
    /// The policy that its runs are held to.
    pub(crate) policy: Option<String>,
    /// Requests in any minute.
    pub(crate) per_minute: u32,
    /// Sessions at one time, beside the process's bound.
    pub(crate) sessions: Option<usize>,
}

/// A new token's text, and its hash as hexadecimal text.
pub(crate) fn minted() -> Result<(String, String), String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| format!("no entropy: {error}"))?;
    let text = format!("taipan_{}", hex::encode(&bytes));
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    Ok((text, hex::encode(&hash)))
}

/// Decides who comes in.
#[derive(Debug)]
pub(super) struct Doorman(Vec<(Token, Mutex<VecDeque<Instant>>)>);

/// What the doorman says.
#[derive(Debug)]
pub(super) enum Entry<'a> {
    /// Everybody comes in: there are no tokens.
    Open,
    Known(&'a Token),
    /// There are tokens, and this is none of them.
    Unknown,
    /// Too many requests in the last minute; the seconds until the next is welcome.
    TooMany(u64),
}

impl Doorman {
    pub(super) fn new(tokens: Vec<Token>) -> Doorman {
        Doorman(tokens.into_iter().map(|token| (token, Mutex::default())).collect())
    }

    /// Looks at a token's text. `counts` says whether the request counts against the rate.
    pub(super) fn admit(&self, text: Option<&str>, counts: bool, now: Instant) -> Entry<'_> {
        if self.0.is_empty() {
            return Entry::Open;
        }
        let hash: [u8; 32] = Sha256::digest(text.unwrap_or_default().as_bytes()).into();
        // All are compared, so that the time says nothing about which.
        let mut found = None;
        for entry in &self.0 {
            if constant_time_eq_32(&entry.0.hash, &hash) {
                found = Some(entry);
            }
        }
        let Some((token, recent)) = found.filter(|_| text.is_some()) else { return Entry::Unknown };
        if counts {
            const MINUTE: Duration = Duration::from_secs(60);
            let mut recent = recent.lock();
            while recent.front().is_some_and(|then| now.duration_since(*then) >= MINUTE) {
                recent.pop_front();
            }
            if recent.len() >= token.per_minute as usize {
                let wait = recent.front().map_or(MINUTE, |then| MINUTE.saturating_sub(now.duration_since(*then)));
                return Entry::TooMany(wait.as_secs().max(1));
            }
            recent.push_back(now);
        }
        Entry::Known(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str, per_minute: u32) -> Token {
        Token {
            name: text.into(),
            hash: Sha256::digest(text.as_bytes()).into(),
            policy: None,
            per_minute,
            sessions: None,
        }
    }

    #[test]
    fn only_known_tokens_come_in() {
        let doorman = Doorman::new(vec![token("a", 9), token("b", 9)]);
        let now = Instant::now();
        assert!(matches!(doorman.admit(Some("b"), true, now), Entry::Known(token) if token.name == "b"));
        for text in [None, Some(""), Some("c"), Some("ab")] {
            assert!(matches!(doorman.admit(text, true, now), Entry::Unknown), "{text:?}");
        }
        assert!(matches!(Doorman::new(Vec::new()).admit(None, true, now), Entry::Open));
    }

    #[test]
    fn a_rate_holds_for_any_minute() {
        let doorman = Doorman::new(vec![token("a", 2)]);
        let start = Instant::now();
        let at = |seconds: u64| doorman.admit(Some("a"), true, start + Duration::from_secs(seconds));
        assert!(matches!(at(0), Entry::Known(_)));
        assert!(matches!(at(20), Entry::Known(_)));
        assert!(matches!(at(30), Entry::TooMany(30)));
        assert!(matches!(at(59), Entry::TooMany(1)));
        assert!(matches!(at(60), Entry::Known(_)));
        assert!(matches!(at(61), Entry::TooMany(19)));
        assert!(matches!(doorman.admit(Some("a"), false, start), Entry::Known(_)));
    }

    #[test]
    fn a_new_token_is_its_hash() {
        let (text, hash) = minted().unwrap();
        assert_eq!((text.len(), hash.len()), (71, 64));
        let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        assert_eq!(hex::encode(&digest), hash);
        assert_ne!(minted().unwrap().0, text);
    }
}
