//! Collects cyclic garbage between the steps of guest code, where no native operation is under way.
//!
//! RustPython's own collector runs in the middle of any allocation, where a lock that it needs may be held, and never
//! looks at an object again that it has found alive once.

use std::cell::Cell;

use rustpython_vm::VirtualMachine;
use rustpython_vm::gc_state::gc_state;

/// Charges between two looks at the count of new objects.
const LOOK_EVERY: u32 = 16;

/// New objects that make a collection worth its while.
const YOUNG: usize = 2000;

/// Collections of new objects to one that takes in those which survived them.
const ROUNDS: u32 = 10;

/// Old objects that the first collection of all waits for.
const OLD: usize = 20_000;

#[derive(Clone, Copy)]
struct Pace {
    rounds: u32,
    /// Old objects that make the next collection of all worth its while.
    next_full: usize,
}

const FRESH: Pace = Pace { rounds: 0, next_full: OLD };

thread_local! {
    /// Charges until the next look.
    static CHARGES: Cell<u32> = const { Cell::new(LOOK_EVERY) };
    static PACE: Cell<Pace> = const { Cell::new(FRESH) };
}

/// Begins a run: what was counted in the last one is forgotten.
pub(crate) fn start() {
    CHARGES.set(LOOK_EVERY);
    PACE.set(FRESH);
}

/// Collects if it is time. Everything that decides on it is counted, so that finalizers run at the same point each time.
#[inline]
pub(crate) fn pause(vm: &VirtualMachine) {
    let charges = CHARGES.get() - 1;
    if charges > 0 {
        return CHARGES.set(charges);
    }
    CHARGES.set(LOOK_EVERY);
    PACE.set(look(PACE.get(), vm));
    // What finalizers have charged meanwhile decides on nothing.
    CHARGES.set(LOOK_EVERY);
}

#[cold]
fn look(mut pace: Pace, vm: &VirtualMachine) -> Pace {
    let (young, ..) = gc_state().get_count();
    if young < YOUNG {
        return pace;
    }
    pace.rounds += 1;
    if !pace.rounds.is_multiple_of(ROUNDS) {
        vm.state.gc.collect_force(0);
        return pace;
    }
    let (_, middle, old) = gc_state().get_count();
    if middle + old < pace.next_full {
        vm.state.gc.collect_force(1);
        return pace;
    }
    vm.state.gc.collect_force(2);
    let (_, _, old) = gc_state().get_count();
    pace.next_full = OLD.max(old + old / 2);
    pace
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Status};

    fn ends(source: &str) -> (Status, u64) {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        let outcome = engine.run(source).unwrap();
        let again = engine.run(source).unwrap();
        assert_eq!((&outcome.stdout, outcome.usage.fuel), (&again.stdout, again.usage.fuel));
        (outcome.status, outcome.stdout.parse().unwrap())
    }

    const NODE: &str = "
dead = 0
class Node:
    def __init__(self):
        self.me = self
    def __del__(self):
        global dead
        dead += 1
";

    #[test]
    fn cycles_are_collected_while_a_run_goes_on() {
        let (status, dead) = ends(&format!("{NODE}\nfor _ in range(20000): Node()\nprint(dead, end='')"));
        assert_eq!(status, Status::Ok);
        assert!((17_000..20_000).contains(&dead), "{dead}");
    }

    #[test]
    fn so_are_those_that_lived_for_a_while() {
        let source = "\nfrom collections import deque\nkept = deque(maxlen=5000)\nfor _ in range(60000): kept.append(Node())\nprint(dead, end='')";
        let (status, dead) = ends(&format!("{NODE}{source}"));
        assert_eq!(status, Status::Ok);
        assert!(dead > 20_000, "{dead}");
    }
}
