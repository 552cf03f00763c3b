//! Makes limits and policy of the flags.

use super::args::{LimitArgs, PolicyArgs};
use super::program::read_bounded;
use crate::{Limits, Policy};

/// The largest policy file that is read, in bytes.
const MAX_POLICY: u64 = 1 << 20;

/// The defaults with each flag that was given in its place.
pub(crate) fn limits(args: &LimitArgs) -> Limits {
    let default = Limits::default();
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

/// The policy file, where one is named, with the flags on top.
pub(crate) fn policy(args: &PolicyArgs) -> Result<Policy, String> {
    let mut policy = match &args.policy_file {
        None => Policy::default(),
        Some(path) => {
            let name = path.display();
            let bytes = read_bounded(path, MAX_POLICY)?;
            if bytes.len() as u64 > MAX_POLICY {
                return Err(format!("{name}: more than 1 MiB; this is no policy file"));
            }
            let text = String::from_utf8(bytes).map_err(|_| format!("{name}: not UTF-8 text"))?;
            Policy::from_toml(&text).map_err(|error| format!("{name}: {}", error.detail()))?
        }
    };
    policy.allow.extend(args.allow.iter().cloned());
    policy.deny.extend(args.deny.iter().cloned());
    policy.clock = args.clock.unwrap_or(policy.clock);
    policy.seed = args.seed.unwrap_or(policy.seed);
    Ok(policy)
}
