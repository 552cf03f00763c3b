//! Examines the build and the machine.

use serde::Serialize;

use super::machine::{self, AddressSpace, Machine};
use crate::units::size;
use crate::{Engine, Isolation, Limits, Status, Tier, alloc, modules};

#[cfg(feature = "wasm")]
pub(super) use crate::wasm::Facts as Guest;

/// Never made: this build has no wall.
#[cfg(not(feature = "wasm"))]
#[derive(Clone, Debug, Serialize)]
pub(super) struct Guest {
    pub(super) hash: &'static str,
    pub(super) wasmtime: &'static str,
    pub(super) code_bytes: usize,
    pub(super) image_bytes: usize,
    pub(super) memory_bytes: usize,
    pub(super) address_space_bytes: u64,
    pub(super) shares_binary: bool,
    pub(super) scans_pages: bool,
    pub(super) damage: Option<String>,
}

/// All that the doctor says, in the order in which it says it.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) version: &'static str,
    pub(super) machine: Machine,
    pub(super) isolations: Isolations,
    pub(super) guest: Option<Guest>,
    pub(super) limits: Limits,
    pub(super) modules: Modules,
    pub(super) weak: Vec<Weakness>,
    /// Whether the default isolation is whole, and the wall is.
    pub(super) whole: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Isolations {
    pub(super) default: Isolation,
    pub(super) wasm: Health,
    pub(super) native: Health,
}

/// Whether an isolation does what it is for; where not, why.
#[derive(Debug, Serialize)]
pub(super) struct Health {
    pub(super) whole: bool,
    pub(super) trouble: Option<String>,
}

/// How many modules a program can import, how many parts they have, and how many there are more by `--allow`.
#[derive(Debug, Serialize)]
pub(super) struct Modules {
    pub(super) standard: usize,
    pub(super) support: usize,
    pub(super) extra: usize,
}

/// What could be better, and what makes it so.
#[derive(Debug, Serialize)]
pub(super) struct Weakness {
    pub(super) what: String,
    pub(super) remedy: &'static str,
}

/// Looks at everything, and runs programs in both isolations.
pub(super) fn examine() -> Report {
    let (machine, guest) = (machine::look(), guest());
    let damage = guest.as_ref().and_then(|guest| guest.damage.clone());
    // What is damaged is not run.
    let wasm = match damage {
        Some(damage) => {
            Health { whole: false, trouble: Some(format!("the guest of this build can't be used here: {damage}")) }
        }
        None => health(Isolation::Wasm),
    };
    let isolations = Isolations { default: Isolation::default(), wasm, native: health(Isolation::Native) };
    let weak = weaknesses(&machine, &isolations, guest.as_ref());
    let whole = isolations.wasm.whole && isolations.native.whole;
    let count = |tier| modules().iter().filter(|module| module.tier == tier).count();
    Report {
        version: env!("CARGO_PKG_VERSION"),
        machine,
        isolations,
        guest,
        limits: Limits::default(),
        modules: Modules { standard: count(Tier::Standard), support: count(Tier::Support), extra: count(Tier::Extra) },
        weak,
        whole,
    }
}

#[cfg(feature = "wasm")]
fn guest() -> Option<Guest> {
    crate::wasm::facts()
}

#[cfg(not(feature = "wasm"))]
fn guest() -> Option<Guest> {
    None
}

/// Runs what must work: an answer, a run that its fuel ends, and an answer after it.
fn health(isolation: Isolation) -> Health {
    let trouble = attempt(isolation).err();
    Health { whole: trouble.is_none(), trouble }
}

fn attempt(isolation: Isolation) -> Result<(), String> {
    let engine = Engine::builder().isolation(isolation).workers(1).build().map_err(|error| error.to_string())?;
    for (source, status, repr) in
        [("2 + 2", Status::Ok, "4"), ("while True: pass", Status::Fuel, ""), ("2 + 3", Status::Ok, "5")]
    {
        let outcome = engine.prepare(source).fuel(10_000).run().map_err(|error| error.to_string())?;
        if (outcome.status, outcome.repr.as_str()) != (status, repr) {
            return Err(format!("`{source}` gave `{}` with the status {}", outcome.repr, outcome.status));
        }
    }
    Ok(())
}

fn weaknesses(machine: &Machine, isolations: &Isolations, guest: Option<&Guest>) -> Vec<Weakness> {
    let mut weak = Vec::new();
    let mut say = |what: String, remedy| weak.push(Weakness { what, remedy });
    if !isolations.wasm.whole {
        say(String::from("there is no wall: all programs run in this process"), "`make build`");
    }
    if isolations.default == Isolation::Native {
        say(String::from("the default isolation is native, which is no wall"), "`--isolation wasm`");
    }
    if let Some(guest) = guest {
        if !guest.shares_binary {
            let copy = size(guest.image_bytes as u64);
            let what =
                format!("the image is a copy of {copy}: the program's file could not be mapped, or is another by now");
            say(what, "start the program anew, with /proc mounted");
        }
        if !guest.scans_pages {
            let what = "the kernel does not say which pages a run wrote, so the image is mapped anew behind each run, which takes longer";
            say(String::from(what), "Linux 6.7 or later, with /proc/self/pagemap readable");
        }
        let wanted = 2 * machine.processors as u64;
        if let Some(AddressSpace::Bytes(bytes)) = machine.address_space
            && bytes / guest.address_space_bytes < wanted
        {
            let room = bytes / guest.address_space_bytes;
            let what = format!(
                "the limit of address space is {}: at most {room} interpreters of {wanted} fit behind the wall",
                size(bytes)
            );
            say(what, "`ulimit -v unlimited`");
        }
    }
    if machine.swap.is_some_and(|swap| swap.total_bytes > 0) {
        say(
            String::from("what a program holds in memory can be written to swap"),
            "encrypt the swap space, or `swapoff -a`",
        );
    }
    if !alloc::is_counted() {
        say(
            String::from("in the native isolation memory is not counted"),
            "make `taipan::CountingAllocator` the global allocator",
        );
    }
    if !cfg!(alloc_error_hook) {
        let what = "in the native isolation a request for memory that is refused can end the process";
        say(String::from(what), "build with a nightly toolchain");
    }
    weak
}

#[cfg(test)]
mod tests {
    use super::super::machine::Swap;
    use super::*;

    fn machine() -> Machine {
        let swap = Some(Swap { total_bytes: 0, used_bytes: 0 });
        let address_space = Some(AddressSpace::Unlimited);
        Machine { system: "linux", processor: "x86_64", kernel: None, processors: 2, swap, address_space }
    }

    fn guest() -> Guest {
        Guest {
            hash: "0",
            wasmtime: "1.0.0",
            code_bytes: 40 << 20,
            image_bytes: 20 << 20,
            memory_bytes: 20 << 20,
            address_space_bytes: 4 << 30,
            shares_binary: true,
            scans_pages: true,
            damage: None,
        }
    }

    fn health(whole: bool) -> Health {
        Health { whole, trouble: (!whole).then(|| String::from("broken")) }
    }

    /// What is said beside what is said of any build of this kind.
    fn said(machine: &Machine, wasm: bool, guest: Option<&Guest>) -> Vec<(String, &'static str)> {
        let always = all(&super::tests::machine(), true, Some(&super::tests::guest()));
        all(machine, wasm, guest).into_iter().filter(|weakness| !always.contains(weakness)).collect()
    }

    fn all(machine: &Machine, wasm: bool, guest: Option<&Guest>) -> Vec<(String, &'static str)> {
        let isolations = Isolations { default: Isolation::Wasm, wasm: health(wasm), native: health(true) };
        let weak = weaknesses(machine, &isolations, guest);
        weak.into_iter().map(|weakness| (weakness.what, weakness.remedy)).collect()
    }

    #[test]
    fn each_weakness_is_told_with_its_remedy() {
        assert_eq!(said(&machine(), true, Some(&guest())), []);
        let no_wall = "there is no wall: all programs run in this process";
        assert_eq!(said(&machine(), false, None), [(no_wall.into(), "`make build`")]);

        let copied = Guest { shares_binary: false, ..guest() };
        let what = "the image is a copy of 20 MiB: the program's file could not be mapped, or is another by now";
        let remedy = "start the program anew, with /proc mounted";
        assert_eq!(said(&machine(), true, Some(&copied)), [(what.into(), remedy)]);

        let blind = Guest { scans_pages: false, ..guest() };
        let what = "the kernel does not say which pages a run wrote, so the image is mapped anew behind each run, which takes longer";
        let remedy = "Linux 6.7 or later, with /proc/self/pagemap readable";
        assert_eq!(said(&machine(), true, Some(&blind)), [(what.into(), remedy)]);

        let swapping = Machine { swap: Some(Swap { total_bytes: 1 << 30, used_bytes: 0 }), ..machine() };
        let what = "what a program holds in memory can be written to swap";
        assert_eq!(said(&swapping, true, Some(&guest())), [(what.into(), "encrypt the swap space, or `swapoff -a`")]);

        let tight = Machine { address_space: Some(AddressSpace::Bytes(8 << 30)), ..machine() };
        let what = "the limit of address space is 8 GiB: at most 2 interpreters of 4 fit behind the wall";
        assert_eq!(said(&tight, true, Some(&guest())), [(what.into(), "`ulimit -v unlimited`")]);
    }
}
