//! How a case is to be run, and the directives that say so.

use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use super::files::{self, Given, Named};
use crate::limits::duration_text;
use crate::nearest::nearest;
use crate::units::parse_size;
use crate::{Clock, Isolation, Limits, Policy, Seed, Status, Value};

/// How a case is to be run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Settings {
    pub(crate) limits: Limits,
    pub(crate) policy: Policy,
    pub(crate) inputs: Vec<(String, Value)>,
    /// The files that it finds, as directives name them and then as they are given.
    pub(crate) files: Named,
    pub(crate) given: Vec<Given>,
    pub(crate) isolation: Isolation,
    pub(crate) tags: Vec<String>,
    /// Why it is not run.
    pub(crate) skip: Option<String>,
    /// Why it does not give its golden.
    pub(crate) xfail: Option<String>,
    /// Why it is not compared with another engine.
    pub(crate) alone: Option<String>,
    /// Whether the golden holds the fuel.
    pub(crate) keep_fuel: bool,
    /// What it is called instead of what its place makes of it.
    pub(crate) name: Option<String>,
    /// Whether the block before it comes first.
    pub(crate) continues: bool,
    /// The status that it must end with, whatever the golden says.
    pub(crate) expect: Option<Status>,
    /// The parts of the outcome that it must give, instead of a golden.
    pub(crate) parts: Option<serde_json::Value>,
}

impl Default for Settings {
    /// A fixed clock, seed 0, and a deadline that a loaded machine can keep: what bounds a case is its fuel.
    fn default() -> Settings {
        Settings {
            limits: Limits { deadline: Duration::from_secs(60), ..Limits::default() },
            policy: Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() },
            inputs: Vec::new(),
            files: Named::new(),
            given: Vec::new(),
            isolation: Isolation::default(),
            tags: Vec::new(),
            skip: None,
            xfail: None,
            alone: None,
            keep_fuel: false,
            name: None,
            continues: false,
            expect: None,
            parts: None,
        }
    }
}

/// What no directive can pass.
pub(crate) fn ceiling() -> Limits {
    Limits {
        fuel: 1_000_000_000,
        deadline: Duration::from_secs(600),
        memory: 1 << 30,
        output: 64 << 20,
        recursion: 5000,
        source: 16 << 20,
        value_bytes: 64 << 20,
        value_depth: 200,
    }
}

const KEYS: [&str; 25] = [
    "fuel",
    "timeout",
    "memory",
    "output",
    "recursion",
    "source",
    "value_bytes",
    "value_depth",
    "allow",
    "deny",
    "clock",
    "seed",
    "inputs",
    "files",
    "isolation",
    "tags",
    "skip",
    "xfail",
    "alone",
    "keep_fuel",
    "name",
    "continues",
    "expect",
    "wasm",
    "native",
];

/// The directives as they are written; a key that is not there leaves the suite's setting.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Directives {
    fuel: Option<u64>,
    timeout: Option<Span>,
    memory: Option<Bytes>,
    output: Option<Bytes>,
    recursion: Option<u32>,
    source: Option<Bytes>,
    value_bytes: Option<Bytes>,
    value_depth: Option<u32>,
    allow: Option<Vec<String>>,
    deny: Option<Vec<String>>,
    clock: Option<Clock>,
    seed: Option<Seed>,
    inputs: Option<serde_json::Map<String, serde_json::Value>>,
    isolation: Option<Isolation>,
    tags: Option<Vec<String>>,
    skip: Option<String>,
    xfail: Option<String>,
    alone: Option<String>,
    keep_fuel: Option<bool>,
    name: Option<String>,
    continues: Option<bool>,
    /// A status, or parts of the outcome.
    expect: Option<serde_json::Value>,
    /// What holds in one isolation alone.
    wasm: Option<Box<Directives>>,
    native: Option<Box<Directives>>,
    files: Option<Named>,
    /// Refused with words of its own.
    modules: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "write a number of bytes, or a text with a unit such as '64MiB'")]
enum Bytes {
    Number(u64),
    Text(String),
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Span(String);

impl Bytes {
    fn read(self) -> Result<u64, String> {
        match self {
            Bytes::Number(bytes) => Ok(bytes),
            Bytes::Text(text) => parse_size(&text),
        }
    }
}

/// What is wrong with directives: the line, counted from 0 in their text, and why.
#[derive(Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) line: usize,
    pub(crate) text: String,
}

impl Settings {
    /// These settings with the directives of a case on top.
    pub(crate) fn with(mut self, directives: &str) -> Result<Settings, Wrong> {
        let read: Directives = toml::from_str(directives).map_err(|e| explain(&e, directives))?;
        self.take(read).map_err(|(key, text)| {
            let is_key = |line: &str| line.trim_start().strip_prefix(key).is_some_and(|rest| !rest.starts_with('_'));
            let line = directives.lines().position(is_key).unwrap_or_default();
            Wrong { line, text: format!("`{key}`: {text}") }
        })?;
        Ok(self)
    }

    /// The same for directives that are fields of a JSON object.
    pub(crate) fn with_json(
        mut self,
        directives: serde_json::Map<String, serde_json::Value>,
    ) -> Result<Settings, Wrong> {
        if directives.is_empty() {
            return Ok(self);
        }
        let wrong = |text| Wrong { line: 0, text };
        let read: Directives =
            serde_json::from_value(directives.into()).map_err(|e| wrong(reason(&e.to_string(), None)))?;
        self.take(read).map_err(|(key, text)| wrong(format!("`{key}`: {text}")))?;
        Ok(self)
    }

    /// These settings with the files that they name, as they are in the folder of the case.
    pub(crate) fn with_files(mut self, folder: &Path) -> Result<Settings, Wrong> {
        self.given =
            files::given(&self.files, folder).map_err(|text| Wrong { line: 0, text: format!("`files`: {text}") })?;
        Ok(self)
    }

    /// These settings, unless they say what only blocks of a document can.
    pub(crate) fn of_file(self) -> Result<Settings, Wrong> {
        if self.name.is_some() || self.continues {
            return Err(Wrong { line: 0, text: String::from("`name` and `continues` are for blocks of documents") });
        }
        Ok(self)
    }

    fn take(&mut self, read: Directives) -> Result<(), (&'static str, String)> {
        if read.modules.is_some() {
            let text = "programs have no modules but the library's; `allow` and `deny` name those that may be imported";
            return Err(("modules", String::from(text)));
        }
        let limits = &mut self.limits;
        fn set<T>(to: &mut T, from: Option<T>) {
            if let Some(value) = from {
                *to = value;
            }
        }
        fn size(key: &'static str, to: &mut u64, from: Option<Bytes>) -> Result<(), (&'static str, String)> {
            set(to, from.map(Bytes::read).transpose().map_err(|text| (key, text))?);
            Ok(())
        }
        set(&mut limits.fuel, read.fuel);
        size("memory", &mut limits.memory, read.memory)?;
        size("output", &mut limits.output, read.output)?;
        size("source", &mut limits.source, read.source)?;
        size("value_bytes", &mut limits.value_bytes, read.value_bytes)?;
        set(&mut limits.recursion, read.recursion);
        set(&mut limits.value_depth, read.value_depth);
        if let Some(Span(text)) = read.timeout {
            limits.deadline = duration_text::parse(&text).map_err(|text| ("timeout", text))?;
        }
        within(limits)?;
        limits.validate().map_err(|e| ("limits", detail(&e)))?;
        set(&mut self.policy.allow, read.allow);
        set(&mut self.policy.deny, read.deny);
        set(&mut self.policy.clock, read.clock);
        set(&mut self.policy.seed, read.seed);
        self.policy.validate().map_err(|e| ("allow", detail(&e)))?;
        if let Some(table) = read.inputs {
            self.inputs = inputs(table).map_err(|text| ("inputs", text))?;
        }
        set(&mut self.files, read.files);
        set(&mut self.tags, read.tags);
        set(&mut self.keep_fuel, read.keep_fuel);
        set(&mut self.continues, read.continues);
        if read.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            return Err(("name", String::from("a name is not empty")));
        }
        self.name = read.name.or(self.name.take());
        set(&mut self.isolation, read.isolation);
        if let Some(expect) = read.expect {
            self.take_expect(expect).map_err(|text| ("expect", text))?;
        }
        for (key, to, from) in [
            ("skip", &mut self.skip, read.skip),
            ("xfail", &mut self.xfail, read.xfail),
            ("alone", &mut self.alone, read.alone),
        ] {
            if from.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
                return Err((key, String::from("say why")));
            }
            set(to, from.map(Some));
        }
        let (key, here) = match self.isolation {
            Isolation::Wasm => ("wasm", read.wasm),
            Isolation::Native => ("native", read.native),
        };
        here.map_or(Ok(()), |here| self.take_here(*here).map_err(|text| (key, text)))
    }

    /// What an expectation says: the status beside a golden, or parts of the outcome instead of one.
    fn take_expect(&mut self, expect: serde_json::Value) -> Result<(), String> {
        if expect.is_object() {
            super::lines::check_parts(&expect)?;
            self.parts = Some(expect);
        } else {
            self.expect = Some(serde_json::from_value(expect).map_err(|e| e.to_string())?);
        }
        Ok(())
    }

    /// Takes directives that hold in this isolation alone.
    fn take_here(&mut self, here: Directives) -> Result<(), String> {
        if here.isolation.is_some() || here.wasm.is_some() || here.native.is_some() {
            return Err(String::from("it holds no other isolation"));
        }
        self.take(here).map_err(|(key, text)| format!("`{key}`: {text}"))
    }
}

fn within(limits: &Limits) -> Result<(), (&'static str, String)> {
    let most = ceiling();
    let over = [
        ("fuel", limits.fuel, most.fuel),
        ("memory", limits.memory, most.memory),
        ("output", limits.output, most.output),
        ("value_bytes", limits.value_bytes, most.value_bytes),
    ];
    if let Some((key, value, most)) = over.into_iter().find(|(_, value, most)| value > most) {
        return Err((key, format!("{value} is more than a case may have, which is {most}")));
    }
    if limits.deadline > most.deadline {
        return Err((
            "timeout",
            format!("{:?} is more than a case may have, which is {:?}", limits.deadline, most.deadline),
        ));
    }
    Ok(())
}

/// The text of an error without its kind.
fn detail(error: &crate::Error) -> String {
    let text = error.to_string();
    text.split_once(": ").map_or(text.clone(), |(_, detail)| detail.to_owned())
}

fn inputs(table: serde_json::Map<String, serde_json::Value>) -> Result<Vec<(String, Value)>, String> {
    let each =
        table.into_iter().map(|(name, value)| Ok((name, serde_json::from_value(value).map_err(|e| e.to_string())?)));
    each.collect()
}

fn explain(error: &toml::de::Error, text: &str) -> Wrong {
    let at = error.span().unwrap_or(Range { start: 0, end: 0 }).start.min(text.len());
    let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
    let written = text.lines().nth(line).unwrap_or_default();
    let key = written.split('=').next().unwrap_or_default().trim();
    let key = written.contains('=').then_some(key);
    let text = reason(error.message().trim_end(), key);
    Wrong { line, text }
}

/// The words of a reader as those of a directive, whose key may be known.
fn reason(message: &str, key: Option<&str>) -> String {
    if let Some(rest) = message.strip_prefix("unknown field `") {
        let key = rest.split('`').next().unwrap_or_default();
        return match nearest(key, KEYS) {
            Some(known) => format!("there is no directive `{key}`; did you mean `{known}`?"),
            None => format!("there is no directive `{key}`; there are {}", KEYS.join(", ")),
        };
    }
    match key {
        Some(key @ ("skip" | "xfail" | "alone")) if message.starts_with("invalid type") => {
            format!("`{key}`: say why, as in {key} = \"needs a network\"")
        }
        Some(key) => format!("`{key}`: {}", message.replace('\n', "; ")),
        None => message.replace('\n', "; "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(directives: &str) -> (usize, String) {
        let wrong = Settings::default().with(directives).unwrap_err();
        (wrong.line, wrong.text)
    }

    #[test]
    fn directives_set_bounds_policy_and_inputs() {
        let text = "memory = '2MiB'\ntimeout = '250ms'\nseed = 7\ntags = ['slow']\nskip = 'no network'\n\
                    inputs = {prices = [1.5, 2.0], big = {'$type' = 'int', value = '9007199254740993'}}";
        let settings = Settings::default().with(text).unwrap();
        assert_eq!((settings.limits.memory, settings.limits.deadline), (2 << 20, Duration::from_millis(250)));
        assert_eq!((settings.policy.seed, settings.policy.clock), (Seed::Number(7), Clock::FIXED));
        assert_eq!((settings.tags, settings.skip), (vec![String::from("slow")], Some(String::from("no network"))));
        assert_eq!(settings.inputs[0], (String::from("big"), Value::Int(9_007_199_254_740_993)));
        assert_eq!(settings.inputs[1], (String::from("prices"), Value::from(vec![1.5, 2.0])));
    }

    #[test]
    fn wrong_directives_are_placed_and_explained() {
        assert_eq!(wrong("\nfule = 1"), (1, "there is no directive `fule`; did you mean `fuel`?".into()));
        let all = format!("there is no directive `zzzzzzzz`; there are {}", KEYS.join(", "));
        assert_eq!(wrong("zzzzzzzz = 1"), (0, all));
        assert_eq!(wrong("fuel = 1\nskip = true"), (1, "`skip`: say why, as in skip = \"needs a network\"".into()));
        assert_eq!(wrong("xfail = ' '"), (0, "`xfail`: say why".into()));
        assert_eq!(
            wrong("seed = 1\nmemory = '64 megs'"),
            (1, "`memory`: `64 megs` is not a size; write a number and a unit, such as 64MiB, 500kB or 4096".into())
        );
        assert_eq!(wrong("memory = 5"), (0, "`limits`: memory is 5 bytes; it must be at least 1048576 (1 MiB)".into()));
        assert_eq!(
            wrong("fuel = 99999999999"),
            (0, "`fuel`: 99999999999 is more than a case may have, which is 1000000000".into())
        );
        assert_eq!(
            wrong("timeout = '1y'").1,
            "`timeout`: `1y` is not a duration; write a number and a unit, such as 5s, 250ms or 2m"
        );
        assert_eq!(wrong("fuel 3").0, 0);
        let file = "`files`: write its text, or {from = 'PATH'} for one that lies beside the case";
        assert_eq!(wrong("files = {x = 1}"), (0, file.into()));
        assert_eq!(
            wrong("deny = ['jsn']"),
            (0, "`allow`: deny names `jsn`, which is not on the allowlist; did you mean `json`?".into())
        );
        assert!(wrong("expect = 'fine'").1.starts_with("`expect`: unknown variant `fine`, expected one of `ok`"));
        let parts = "there are status, value, repr, stdout, stderr, error, limit";
        assert_eq!(wrong("expect = {}"), (0, format!("`expect`: it names no part of the outcome; {parts}")));
        assert_eq!(wrong("\nwasm = {isolation = 'native'}"), (1, "`wasm`: it holds no other isolation".into()));
        assert_eq!(wrong("wasm = {fuel = 99999999999}").1.split(' ').next(), Some("`wasm`:"));
        assert_eq!(wrong("wasm = {fule = 1}").1, "there is no directive `fule`; did you mean `fuel`?");
    }

    #[test]
    fn an_isolation_may_have_directives_of_its_own() {
        let text = "expect = {status = 'fuel'}\nfuel = 5\nwasm = {expect = {status = 'memory'}, fuel = 7}";
        let behind = Settings::default().with(text).unwrap();
        let here = Settings { isolation: Isolation::Native, ..Settings::default() }.with(text).unwrap();
        let parts = |status: &str| Some(serde_json::json!({"status": status}));
        assert_eq!((behind.limits.fuel, behind.parts), (7, parts("memory")));
        assert_eq!((here.limits.fuel, here.parts), (5, parts("fuel")));
        let asked = Settings::default().with(&format!("isolation = 'native'\n{text}")).unwrap();
        assert_eq!((asked.limits.fuel, asked.isolation), (5, Isolation::Native));
    }
}
