//! Messages across the wall: bytes are a message or an error; a message that was read is written as the same bytes; and
//! whatever a guest answers, its host can print it, convert it and send it on.
#![no_main]

use libfuzzer_sys::fuzz_target;
use taipan::fuzzing::{Message, again, outcome};
use taipan::{Limits, Outcome};

/// The text of a traceback is bounded by the constants of its module; with all of them at their ends it stays below this.
const LONGEST_TEXT: usize = 64 << 20;

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let limits = Limits::default();
    let message = match kind % 5 {
        0 => Message::Job,
        1 => Message::Answer,
        2 => Message::Denial,
        3 => Message::Value,
        _ => {
            // The guest says where its answer lies.
            let Some((told, memory)) = rest.split_first_chunk() else { return };
            if let Ok(outcome) = outcome(memory, u64::from_le_bytes(*told), &limits) {
                use_up(&outcome);
            }
            return;
        }
    };
    if let Ok(written) = again(message, rest) {
        assert_eq!(written, rest, "{message:?}");
    }
    if let (Message::Answer, Ok(outcome)) = (message, outcome(rest, rest.len() as u64, &limits)) {
        use_up(&outcome);
    }
});

/// What a host may do with an outcome.
fn use_up(outcome: &Outcome) {
    let json = serde_json::to_string(outcome).expect("every outcome is JSON");
    let _: serde_json::Value = serde_json::from_str(&json).expect("what is written as JSON is JSON");
    if let Ok(read) = serde_json::from_str::<Outcome>(&json) {
        assert_eq!(serde_json::to_string(&read).expect("every outcome is JSON"), json);
    }
    let _ = outcome.value_as::<serde_json::Value>();
    let _ = outcome.value_as::<f64>();
    let _ = outcome.value_as::<Vec<(String, i64)>>();
    let _ = taipan::Value::from_serialize(&outcome.value);
    let Some(error) = &outcome.error else { return };
    if let Some(frames) = &error.frames {
        assert!(frames.to_string().len() < LONGEST_TEXT);
        let _ = frames.position_in("main.py");
    }
}
