//! What a process is told to do: one file, the environment and flags, each value with where it came from.

mod file;
mod key;
mod named;
mod setting;
mod token;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use key::{KEYS, Key};
pub(crate) use named::Named;
pub(crate) use setting::{Origin, Setting, Value};

use crate::check::Code;
use crate::engine::Engine;
use crate::limits::Limits;
use crate::outcome::Isolation;
use crate::policy::{Clock, Policy, Seed};

/// The variable that names the file.
const FILE: &str = "TAIPAN_CONFIG";

/// What is in force, by the keys' names.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    settings: BTreeMap<&'static str, Setting>,
    policies: BTreeMap<String, Named>,
    /// Who may come in over the network.
    #[cfg_attr(not(feature = "server"), expect(dead_code))]
    pub(crate) tokens: BTreeMap<String, TokenEntry>,
    /// The file that was read.
    pub(crate) file: Option<PathBuf>,
}

/// A token of the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TokenEntry {
    /// SHA-256 of its text.
    pub(crate) sha256: [u8; 32],
    /// The policy that its runs are held to.
    pub(crate) policy: Option<String>,
    /// Requests in any minute.
    pub(crate) per_minute: u32,
    /// Sessions at one time, where the file says.
    pub(crate) sessions: Option<u32>,
}

/// The bounds of a process's engine: what it is told, tightened by the policy that it is told by name.
#[derive(Clone, Debug)]
pub(crate) struct InForce {
    pub(crate) limits: Limits,
    pub(crate) policy: Policy,
    /// Findings of the check that refuse a run.
    pub(crate) refuse: Vec<Code>,
}

/// What a command line gives: a key's name and its value's text, and the flag.
pub(crate) type Flags = Vec<(&'static str, Value)>;

impl Config {
    /// Reads the file, the environment and then the flags, each over the one before.
    pub(crate) fn load(
        named: Option<PathBuf>,
        environment: &dyn Fn(&str) -> Option<String>,
        flags: Flags,
    ) -> Result<Config, String> {
        let mut config = Config::defaults();
        config.set_place(environment);
        if let Some((path, text)) = file::find(named, environment)? {
            file::read(&text, &mut config).map_err(|error| format!("{}: {error}", path.display()))?;
            config.file = Some(path);
        }
        for key in KEYS {
            if let Some(text) = environment(key.variable) {
                let value = key.kind.parse(&text).map_err(|error| format!("{}: {error}", key.variable))?;
                config.set(key, value, Origin::Environment(key.variable));
            }
        }
        for (name, value) in flags {
            let key = key::find(name).ok_or_else(|| format!("no key `{name}`"))?;
            let value = match value {
                // Lists add up: a flag names one module.
                Value::List(more) => Value::List(config.list(name).into_iter().chain(more).collect()),
                value => value,
            };
            config.set(key, value, Origin::Flag(key.flag));
        }
        config.limits().validate().map_err(|error| error.to_string())?;
        config.policy()?;
        Ok(config)
    }

    fn defaults() -> Config {
        let settings = KEYS.iter().filter_map(|key| {
            let value = (key.default)()?;
            Some((key.name, Setting { value, origin: Origin::Default }))
        });
        Config { settings: settings.collect(), policies: named::built_in(), tokens: BTreeMap::new(), file: None }
    }

    /// Where the history lies depends on the user.
    fn set_place(&mut self, environment: &dyn Fn(&str) -> Option<String>) {
        #[cfg(feature = "history")]
        if let Some(path) = crate::history::default_file(environment)
            && let Some(key) = key::find("history.file")
        {
            self.set(key, Value::Text(path.display().to_string()), Origin::Default);
        }
        #[cfg(not(feature = "history"))]
        let _ = environment;
    }

    fn set(&mut self, key: &'static Key, value: Value, origin: Origin) {
        self.settings.insert(key.name, Setting { value, origin });
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.settings.get(name).map(|setting| &setting.value)
    }

    fn number(&self, name: &str) -> Option<u64> {
        match self.value(name)? {
            Value::Count(number) | Value::Size(number) => Some(*number),
            _ => None,
        }
    }

    /// The count or the bytes of a key.
    #[cfg(feature = "history")]
    pub(crate) fn number_of(&self, name: &str) -> u64 {
        self.number(name).unwrap_or_default()
    }

    /// Whether a key is true.
    #[cfg(feature = "history")]
    pub(crate) fn is_set(&self, name: &str) -> bool {
        matches!(self.value(name), Some(Value::Flag(true)))
    }

    /// The time of a key.
    #[cfg(feature = "server")]
    pub(crate) fn span_of(&self, name: &str) -> Duration {
        match self.value(name) {
            Some(Value::Span(span)) => *span,
            _ => Duration::ZERO,
        }
    }

    fn list(&self, name: &str) -> Vec<String> {
        match self.value(name) {
            Some(Value::List(list)) => list.clone(),
            _ => Vec::new(),
        }
    }

    /// The text of a key; `None` where nothing is set.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.value(name).map(ToString::to_string)
    }

    /// The bounds of the process's engine, before any named policy.
    pub(crate) fn limits(&self) -> Limits {
        let default = Limits::default();
        let small =
            |name, default| self.number(name).map_or(default, |number| u32::try_from(number).unwrap_or(u32::MAX));
        let number = |name, default| self.number(name).unwrap_or(default);
        Limits {
            fuel: number("limits.fuel", default.fuel),
            deadline: match self.value("limits.timeout") {
                Some(Value::Span(span)) => *span,
                _ => default.deadline,
            },
            memory: number("limits.memory", default.memory),
            output: number("limits.output", default.output),
            recursion: small("limits.recursion", default.recursion),
            source: number("limits.source", default.source),
            value_bytes: number("limits.value_bytes", default.value_bytes),
            value_depth: small("limits.value_depth", default.value_depth),
        }
    }

    /// What runs may do, before any named policy.
    pub(crate) fn policy(&self) -> Result<Policy, String> {
        let policy = Policy {
            allow: self.list("allow"),
            deny: self.list("deny"),
            clock: match self.value("clock") {
                Some(Value::Clock(clock)) => *clock,
                _ => Clock::System,
            },
            seed: match self.value("seed") {
                Some(Value::Seed(seed)) => *seed,
                _ => Seed::System,
            },
        };
        policy.validate().map_err(|error| error.to_string())?;
        Ok(policy)
    }

    /// What the process's engine is to obey.
    pub(crate) fn in_force(&self) -> Result<InForce, String> {
        let named = self.named(&self.text("policy").unwrap_or_default())?;
        let base = self.policy()?;
        let (limits, mut policy) = (named.limits(&self.limits()), named.policy(&base));
        // Who names a clock or a seed beside a policy means it.
        if self.is_flag("clock") {
            policy.clock = base.clock;
        }
        if self.is_flag("seed") {
            policy.seed = base.seed;
        }
        limits.validate().and_then(|()| policy.validate()).map_err(|error| error.to_string())?;
        Ok(InForce { limits, policy, refuse: named.refuse.clone() })
    }

    /// An engine of so many interpreters, where the configuration says.
    pub(crate) fn engine(&self, limits: Limits, policy: Policy, workers: usize) -> Result<Engine, String> {
        let builder = Engine::builder().limits(limits).policy(policy).workers(workers);
        let builder = match self.isolation() {
            Some(isolation) => builder.isolation(isolation),
            None => builder,
        };
        builder.build().map_err(|error| error.to_string())
    }

    /// Where runs happen, if that is said.
    fn isolation(&self) -> Option<Isolation> {
        match self.value("isolation") {
            Some(Value::Isolation(isolation)) => Some(*isolation),
            _ => None,
        }
    }

    /// A named policy.
    pub(crate) fn named(&self, name: &str) -> Result<&Named, String> {
        self.policies.get(name).ok_or_else(|| {
            let names = self.policies.keys().map(String::as_str);
            match crate::nearest::nearest(name, names.clone()) {
                Some(near) => format!("there is no policy `{name}`; did you mean `{near}`?"),
                None => format!("there is no policy `{name}`; there are {}", names.collect::<Vec<_>>().join(", ")),
            }
        })
    }

    /// Adds a policy that a file of its own describes.
    pub(crate) fn add_policy(&mut self, name: &str, policy: Policy) {
        for (key, more) in [("allow", policy.allow), ("deny", policy.deny)] {
            if let Some(Setting { value: Value::List(list), .. }) = self.settings.get_mut(key) {
                list.extend(more);
            }
        }
        // A default clock or seed says nothing.
        let clock = (policy.clock != Clock::System).then_some(Value::Clock(policy.clock));
        let seed = (policy.seed != Seed::System).then_some(Value::Seed(policy.seed));
        for (key, value) in [("clock", clock), ("seed", seed)] {
            if let Some(value) = value
                && !self.is_flag(key)
                && let Some(key) = key::find(key)
            {
                self.set(key, value, Origin::Flag("--policy"));
            }
        }
        self.policies.insert(name.to_owned(), Named::default());
    }

    /// Whether a flag gave the value of a key.
    pub(crate) fn is_flag(&self, name: &str) -> bool {
        matches!(self.settings.get(name), Some(Setting { origin: Origin::Flag(_), .. }))
    }

    /// The named policies.
    pub(crate) fn policies(&self) -> &BTreeMap<String, Named> {
        &self.policies
    }

    /// Each key with what is set, in the order of the keys.
    pub(crate) fn settings(&self) -> impl Iterator<Item = (&'static Key, &Setting)> {
        KEYS.iter().filter_map(|key| Some((key, self.settings.get(key.name)?)))
    }
}
