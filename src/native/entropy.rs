//! The bytes behind every draw of chance: a function of the policy's seed, or the system's entropy.

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

use super::budget;
use crate::policy::Seed;

/// The most bytes of one draw.
const MAX_DRAW: usize = 1 << 26;

thread_local! {
    /// The state of the numbered sequence; `None` draws from the system.
    static STATE: Cell<Option<u64>> = const { Cell::new(Some(0)) };
}

/// Sets the seed of a run.
pub(crate) fn start(seed: Seed) {
    STATE.set(match seed {
        Seed::System => None,
        Seed::Number(number) => Some(number),
    });
}

/// Draws bytes.
pub(crate) fn draw(count: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
    if count > MAX_DRAW {
        return Err(vm.new_memory_error(""));
    }
    budget::charge(count as u64 / 64, vm)?;
    let mut bytes = vec![0; count];
    match STATE.get() {
        Some(mut state) => {
            for chunk in bytes.chunks_mut(8) {
                chunk.copy_from_slice(&next(&mut state).to_le_bytes()[..chunk.len()]);
            }
            STATE.set(Some(state));
        }
        None => system(&mut bytes, vm)?,
    }
    Ok(bytes)
}

#[cfg(not(target_family = "wasm"))]
fn system(bytes: &mut [u8], vm: &VirtualMachine) -> PyResult<()> {
    getrandom::fill(bytes).map_err(|e| vm.new_os_error(e.to_string()))
}

#[cfg(target_family = "wasm")]
fn system(bytes: &mut [u8], _vm: &VirtualMachine) -> PyResult<()> {
    super::wall::imports::entropy(bytes);
    Ok(())
}

/// SplitMix64: small, fixed for good, and good enough for bytes that are not secret.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_of_a_seed_never_changes() {
        let mut state = 1_234_567;
        let drawn: Vec<u64> = (0..3).map(|_| next(&mut state)).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }
}
