//! Makes a configuration of the file, the environment and the flags.

use super::args::{BoundArgs, LimitArgs};
use crate::config::{Config, Flags, Value};
use crate::files::read_bounded;
use crate::{Isolation, Limits, Policy};

/// The largest policy file that is read, in bytes.
const MAX_POLICY: u64 = 1 << 20;

/// Some limits with each flag that was given in its place.
pub(crate) fn limits_over(default: Limits, args: &LimitArgs) -> Limits {
    Limits {
        fuel: args.fuel.unwrap_or(default.fuel),
        deadline: args.timeout.unwrap_or(default.deadline),
        memory: args.memory.unwrap_or(default.memory),
        output: args.output.unwrap_or(default.output),
        recursion: args.recursion.unwrap_or(default.recursion),
        source: args.source.unwrap_or(default.source),
        value_bytes: args.value_bytes.unwrap_or(default.value_bytes),
        value_depth: args.value_depth.unwrap_or(default.value_depth),
    }
}

/// What is in force for a command.
pub(crate) fn config(args: &BoundArgs) -> Result<Config, String> {
    config_with(args, Vec::new())
}

/// What is in force for a command with flags of its own.
pub(crate) fn config_with(args: &BoundArgs, more: Flags) -> Result<Config, String> {
    let environment = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let mut config = Config::load(args.config.clone(), &environment, flags(args).into_iter().chain(more).collect())?;
    if let Some(name) = &args.policy.policy
        && config.named(name).is_err()
    {
        // What is no policy's name is a file's.
        let policy = policy_file(name, &config)?;
        config.add_policy(name, policy);
    }
    Ok(config)
}

fn policy_file(name: &str, config: &Config) -> Result<Policy, String> {
    let path = std::path::Path::new(name);
    if !path.exists() && !name.contains(['/', '.', '\\']) {
        return Err(config.named(name).err().unwrap_or_default());
    }
    let bytes = read_bounded(path, MAX_POLICY)?;
    if bytes.len() as u64 > MAX_POLICY {
        return Err(format!("{name}: more than 1 MiB; this is no policy file"));
    }
    let text = String::from_utf8(bytes).map_err(|_| format!("{name}: not UTF-8 text"))?;
    Policy::from_toml(&text).map_err(|error| format!("{name}: {}", error.detail()))
}

fn flags(args: &BoundArgs) -> Flags {
    let (limits, policy) = (&args.limits, &args.policy);
    let isolation = args.isolation.map(Isolation::from);
    let list = |list: &Vec<String>| (!list.is_empty()).then(|| Value::List(list.clone()));
    let size = |bytes: Option<u64>| bytes.map(Value::Size);
    let small = |number: Option<u32>| number.map(|number| Value::Count(number.into()));
    [
        ("isolation", isolation.map(Value::Isolation)),
        ("policy", policy.policy.clone().map(Value::Text)),
        ("allow", list(&policy.allow)),
        ("deny", list(&policy.deny)),
        ("clock", policy.clock.map(Value::Clock)),
        ("seed", policy.seed.map(Value::Seed)),
        ("limits.timeout", limits.timeout.map(Value::Span)),
        ("limits.fuel", limits.fuel.map(Value::Count)),
        ("limits.memory", size(limits.memory)),
        ("limits.output", size(limits.output)),
        ("limits.recursion", small(limits.recursion)),
        ("limits.source", size(limits.source)),
        ("limits.value_bytes", size(limits.value_bytes)),
        ("limits.value_depth", small(limits.value_depth)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}
