//! What a run may do: data that serialises, refuses unknown fields and can be printed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::allowlist::{self, Tier};
use crate::error::{Error, ErrorKind};

#[cfg(feature = "cli")]
mod file;

/// What a run may do. Everything that is not named is denied.
///
/// A run's policy can only tighten the engine's: it may deny more modules, and what it allows must be allowed
/// there too.
///
/// ```
/// use taipan::{Clock, Policy, Seed};
///
/// let policy = Policy::from_toml("deny = ['re']\nclock = 'fixed'\nseed = 7")?;
/// assert_eq!(policy.deny, ["re"]);
/// assert_eq!(policy.clock, Clock::FIXED);
/// assert_eq!(policy.seed, Seed::Number(7));
/// # Ok::<(), taipan::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Modules of the tier `extra` that may be imported. Default none.
    pub allow: Vec<String>,
    /// Modules that may not be imported, their submodules included. Default none.
    pub deny: Vec<String>,
    /// What `time` and `datetime` read. Default the system's clock.
    pub clock: Clock,
    /// Where `random`, `secrets` and `uuid` draw from. Default the system.
    pub seed: Seed,
}

impl Policy {
    /// Checks that each named module exists and that none is both allowed and denied.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidPolicy`], naming the module.
    ///
    /// ```
    /// use taipan::Policy;
    ///
    /// let policy = Policy { allow: vec!["re".into()], deny: vec!["re".into()], ..Policy::default() };
    /// assert_eq!(policy.validate().unwrap_err().to_string(), "invalid policy: `re` is both allowed and denied");
    /// ```
    pub fn validate(&self) -> Result<(), Error> {
        let fail = |text: String| Err(Error::new(ErrorKind::InvalidPolicy, text));
        for (list, names) in [("allow", &self.allow), ("deny", &self.deny)] {
            for name in names.iter().filter(|name| allowlist::find(name).is_none()) {
                match allowlist::find_refused(name) {
                    Some(refused) if list == "allow" => {
                        return fail(format!("allow names `{name}`, which no policy can allow: {}", refused.why));
                    }
                    Some(_) => {}
                    None => return fail(unknown(list, name)),
                }
            }
        }
        match self.allow.iter().find(|name| self.deny.contains(name)) {
            Some(name) => fail(format!("`{name}` is both allowed and denied")),
            None => Ok(()),
        }
    }

    /// The policy that both allow: what either denies is denied, the other's clock and seed hold.
    ///
    /// ```
    /// use taipan::Policy;
    ///
    /// let engine = Policy { deny: vec!["re".into()], ..Policy::default() };
    /// let run = Policy { deny: vec!["json".into()], ..Policy::default() };
    /// assert_eq!(engine.tightened_by(&run).deny, ["re", "json"]);
    /// ```
    #[must_use]
    pub fn tightened_by(&self, other: &Policy) -> Policy {
        let mut deny = self.deny.clone();
        deny.extend(other.deny.iter().filter(|name| !self.deny.contains(name)).cloned());
        let allow = other.allow.iter().filter(|name| self.allow.contains(name)).cloned().collect();
        Policy { allow, deny, clock: other.clock, seed: other.seed }
    }

    /// Why a module may not be imported; `None` where it may, or where nothing is known about it.
    pub(crate) fn refuses(&self, name: &str) -> Option<Refusal> {
        let covers = |listed: &String| {
            name.strip_prefix(listed.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let refusal = |by_host, reason| {
            Some(Refusal { by_host, reason: format!("module '{name}' is refused by policy: {reason}") })
        };
        if let Some(module) = allowlist::find(name) {
            if self.deny.iter().any(covers) {
                return refusal(true, String::from("this run's policy denies it"));
            }
            if module.tier == Tier::Extra && !self.allow.iter().any(covers) {
                return refusal(true, String::from("it is not allowed by default; the host can allow it by name"));
            }
            return None;
        }
        let refused = allowlist::find_refused(name)?;
        refusal(false, allowlist::reason(refused.why, refused.instead))
    }
}

/// Why policy refuses a module.
#[derive(Debug, PartialEq)]
pub(crate) struct Refusal {
    /// Whether a host's policy could have decided otherwise.
    pub(crate) by_host: bool,
    /// The text of the exception and of the denial.
    pub(crate) reason: String,
}

fn unknown(list: &str, name: &str) -> String {
    let text = format!("{list} names `{name}`, which is not on the allowlist");
    match allowlist::nearest(name) {
        Some(near) => format!("{text}; did you mean `{near}`?"),
        None => format!("{text}; `taipan modules` lists it"),
    }
}

/// What `time` and `datetime` read. In text: `system`, `fixed`, or a time such as `2026-01-01T00:00:00Z`.
///
/// A fixed clock starts at its time and stands still until guest code sleeps, which moves it and waits for
/// nothing.
///
/// ```
/// use taipan::Clock;
///
/// assert_eq!("2026-01-01T00:00:00Z".parse::<Clock>().unwrap(), Clock::FIXED);
/// assert_eq!(Clock::Fixed { unix_micros: 1_500_000 }.to_string(), "1970-01-01T00:00:01.5Z");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock, in UTC.
    #[default]
    System,
    /// A clock that starts at a time, in microseconds since 1970.
    Fixed {
        /// Microseconds since 1970-01-01T00:00:00Z.
        unix_micros: i64,
    },
}

impl Clock {
    /// The clock that `fixed` means: it starts at 2026-01-01T00:00:00Z.
    pub const FIXED: Clock = Clock::Fixed { unix_micros: 1_767_225_600_000_000 };
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clock::System => f.write_str("system"),
            Clock::Fixed { unix_micros } => match jiff::Timestamp::from_microsecond(*unix_micros) {
                Ok(time) => time.fmt(f),
                Err(_) => write!(f, "{unix_micros}"),
            },
        }
    }
}

impl FromStr for Clock {
    type Err = String;

    fn from_str(text: &str) -> Result<Clock, String> {
        match text {
            "system" => Ok(Clock::System),
            "fixed" => Ok(Clock::FIXED),
            _ => match text.parse::<jiff::Timestamp>() {
                Ok(time) => Ok(Clock::Fixed { unix_micros: time.as_microsecond() }),
                Err(_) => {
                    Err(format!("`{text}` is not a clock; write system, fixed, or a time such as 2026-01-01T00:00:00Z"))
                }
            },
        }
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Clock, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

/// Where `random`, `secrets` and `uuid` draw from. In text: `system` or a number.
///
/// ```
/// assert_eq!("7".parse(), Ok(taipan::Seed::Number(7)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seed {
    /// The system's entropy, drawn anew for each run.
    #[default]
    System,
    /// A number: every draw is the same on every run.
    Number(u64),
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Seed::System => f.write_str("system"),
            Seed::Number(number) => number.fmt(f),
        }
    }
}

impl FromStr for Seed {
    type Err = String;

    fn from_str(text: &str) -> Result<Seed, String> {
        if text == "system" {
            return Ok(Seed::System);
        }
        text.parse()
            .map(Seed::Number)
            .map_err(|_| format!("`{text}` is not a seed; write system or a whole number from 0 to {}", u64::MAX))
    }
}

impl Serialize for Seed {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Seed::System => s.serialize_str("system"),
            Seed::Number(number) => s.serialize_u64(*number),
        }
    }
}

impl<'de> Deserialize<'de> for Seed {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Seed, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "a seed is `system` or a whole number")]
        enum Text {
            Number(u64),
            Word(String),
        }
        match Text::deserialize(d)? {
            Text::Number(number) => Ok(Seed::Number(number)),
            Text::Word(word) => word.parse().map_err(D::Error::custom),
        }
    }
}
