//! Snapshots of sessions: bytes are one of this guest or refused; and what a damaged one makes of the guest stays behind the
//! wall: its runs end in outcomes, it can be saved again, and no other run sees anything of it.
#![no_main]

use std::sync::LazyLock;
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use taipan::fuzzing::{sealed, unsealed};
use taipan::{Clock, Engine, ErrorKind, Isolation, Limits, Policy, Seed};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let limits = Limits { fuel: 20_000, deadline: Duration::from_secs(5), memory: 32 << 20, ..Limits::default() };
    let policy = Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() };
    let engine = Engine::builder().isolation(Isolation::Wasm).workers(1).limits(limits).policy(policy);
    engine.build().expect("`make guest` builds the guest that this needs")
});

/// What is packed in the snapshot of a small session.
static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let session = ENGINE.session().expect("the engine opens sessions");
    session.run(SETUP).expect("the engine works");
    let snapshot = session.snapshot().expect("the wall saves sessions");
    unsealed(&snapshot).expect("a snapshot of this guest")
});

const SETUP: &str = "import json\nnames = {'a': [1, 2.5, 'x'], 'b': (None, 1 << 80)}\ng = (n * n for n in range(10))\n\
                     def f(x): return [x] * 3";

const USE: [&str; 3] = ["json.dumps(names['a']), next(g), f(1)", "import re\n[str(v) for v in globals().values()]", "2 + 2"];

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let snapshot = match kind % 4 {
        0 => rest.to_vec(),
        1 => sealed(rest).expect("this build has a guest"),
        _ => sealed(&edited(&GOOD, rest)).expect("this build has a guest"),
    };
    let session = match ENGINE.restore(&snapshot) {
        Ok(session) => session,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::InvalidSnapshot, "{error}");
            return;
        }
    };
    for source in USE {
        match session.run(source) {
            Ok(outcome) => {
                serde_json::to_string(&outcome).expect("every outcome is JSON");
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::SessionOver, "{error}"),
        }
    }
    let again = session.snapshot().expect("the wall saves sessions");
    ENGINE.restore(&again).expect("what was saved here can be restored here");
    let other = ENGINE.run("2 + 2").expect("the engine works");
    assert_eq!((other.repr.as_str(), other.usage.fuel), ("4", *FRESH), "something stayed");
});

/// The fuel of a run that nothing preceded.
static FRESH: LazyLock<u64> = LazyLock::new(|| {
    let engine = Engine::builder().isolation(Isolation::Wasm).workers(1).limits(ENGINE.limits().clone());
    let fresh = engine.policy(ENGINE.policy().clone()).build().expect("as the other");
    fresh.run("2 + 2").expect("the engine works").usage.fuel
});

/// Some bytes with others in their places: four for a place, one for a number, and as many bytes, again and again.
fn edited(good: &[u8], mut edits: &[u8]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    while let Some((head, rest)) = edits.split_first_chunk::<5>() {
        let [place @ .., number] = *head;
        let at = u32::from_le_bytes(place) as usize % bytes.len();
        let (put, rest) = rest.split_at(rest.len().min(usize::from(number)));
        let end = bytes.len().min(at + put.len());
        bytes[at..end].copy_from_slice(&put[..end - at]);
        edits = rest;
    }
    bytes
}
