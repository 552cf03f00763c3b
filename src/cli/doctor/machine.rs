//! What the machine gives, from the files in which Linux says so.

use std::{env, fs, thread};

use serde::Serialize;

/// Where the program runs. What can't be read is null.
#[derive(Debug, Serialize)]
pub(super) struct Machine {
    pub(super) system: &'static str,
    pub(super) processor: &'static str,
    pub(super) kernel: Option<String>,
    pub(super) processors: usize,
    pub(super) swap: Option<Swap>,
    pub(super) address_space: Option<AddressSpace>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Swap {
    pub(super) total_bytes: u64,
    pub(super) used_bytes: u64,
}

/// How much address space this process may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AddressSpace {
    Unlimited,
    Bytes(u64),
}

pub(super) fn look() -> Machine {
    let read = |path| fs::read_to_string(path).ok();
    Machine {
        system: env::consts::OS,
        processor: env::consts::ARCH,
        kernel: read("/proc/sys/kernel/osrelease").map(|text| text.trim().to_owned()),
        processors: thread::available_parallelism().map_or(1, usize::from),
        swap: read("/proc/meminfo").as_deref().and_then(swap),
        address_space: read("/proc/self/limits").as_deref().and_then(address_space),
    }
}

fn swap(meminfo: &str) -> Option<Swap> {
    let of = |name: &str| {
        let line = meminfo.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().strip_suffix(" kB")?.parse::<u64>().ok()?.checked_mul(1024)
    };
    let total_bytes = of("SwapTotal:")?;
    Some(Swap { total_bytes, used_bytes: total_bytes.saturating_sub(of("SwapFree:")?) })
}

fn address_space(limits: &str) -> Option<AddressSpace> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max address space"))?;
    match line.split_whitespace().next()? {
        "unlimited" => Some(AddressSpace::Unlimited),
        bytes => bytes.parse().ok().map(AddressSpace::Bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swap_is_read() {
        let text =
            "MemTotal: 1 kB\nSwapCached:            8 kB\nSwapTotal:       2097148 kB\nSwapFree:        2097100 kB\n";
        assert_eq!(swap(text), Some(Swap { total_bytes: 2_147_479_552, used_bytes: 49_152 }));
        assert_eq!(swap("SwapTotal: 0 kB\nSwapFree: 0 kB\n"), Some(Swap { total_bytes: 0, used_bytes: 0 }));
        assert_eq!(swap("SwapTotal: many kB\n"), None);
        assert_eq!(swap(""), None);
    }

    #[test]
    fn the_limit_of_address_space_is_read() {
        let text = |soft| {
            format!("Limit  Soft Limit  Hard Limit  Units\nMax address space         {soft}  unlimited  bytes\n")
        };
        assert_eq!(address_space(&text("unlimited")), Some(AddressSpace::Unlimited));
        assert_eq!(address_space(&text("8589934592")), Some(AddressSpace::Bytes(8 << 30)));
        assert_eq!(address_space("Max stack size  1  2  bytes"), None);
    }
}
