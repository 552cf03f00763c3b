//! Reads the answer of a guest that nobody trusts.

use crate::limits::Limits;
use crate::native::Shown;
use crate::wire::{self, Answer};

/// What an answer may be longer than the value that it carries: the texts of an error have bounds of their own.
const SLACK: u64 = 16 << 20;

/// Bytes of the host's memory for a byte of the value, as its bound counts it: a slot of a list is 8 there, and up to 72 here.
const PER_BYTE: u64 = 10;

/// The answer that a guest says lies in its memory, its address in the upper half and its length in the lower. An error
/// is what the guest got wrong.
pub(crate) fn read(memory: &[u8], told: u64, limits: &Limits) -> Result<Answer, String> {
    let (at, length) = ((told >> 32) as usize, (told & 0xffff_ffff) as usize);
    if length as u64 > limits.value_bytes.saturating_mul(4).saturating_add(SLACK) {
        return Err(String::from("its answer is too long"));
    }
    let bytes = memory.get(at..).and_then(|rest| rest.get(..length));
    let bytes = bytes.ok_or("its answer is outside of its memory")?;
    let room = limits.value_bytes.saturating_mul(PER_BYTE).saturating_add(SLACK);
    let room = usize::try_from(room).unwrap_or(usize::MAX);
    let mut answer: Answer = wire::decode_within(bytes, room).map_err(|malformed| malformed.to_string())?;
    // No text and no bytes show as nothing: the guest leaves to the host what their value says.
    if answer.repr.is_empty()
        && let Some(shown) = Shown::of(&answer.value)
    {
        if shown.len() as u64 > limits.value_bytes {
            return Err(String::from("its value shows as more than it may"));
        }
        answer.repr = shown.text();
    }
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::outcome::Status;
    use crate::value::Value;

    const MEMORY: usize = 4096;

    fn answer() -> Answer {
        Answer {
            status: Status::Ok,
            value: Value::Int(4),
            repr: String::from("4"),
            error: None,
            limit: None,
            warnings: Vec::new(),
            value_cut: false,
            memory_peak: 1,
        }
    }

    /// A memory that has an answer in it, and what the guest says of it.
    fn holding(at: usize) -> (Vec<u8>, u64) {
        let message = wire::encode(&answer());
        let mut memory = vec![0; MEMORY];
        memory[at..at + message.len()].copy_from_slice(&message);
        (memory, told(at as u64, message.len() as u64))
    }

    fn told(at: u64, length: u64) -> u64 {
        at << 32 | length
    }

    fn wrong(memory: &[u8], told: u64) -> String {
        read(memory, told, &Limits::default()).unwrap_err()
    }

    #[test]
    fn an_answer_is_found_where_it_lies() {
        for at in [0, 7, MEMORY - wire::encode(&answer()).len()] {
            let (memory, told) = holding(at);
            assert_eq!(read(&memory, told, &Limits::default()), Ok(answer()));
        }
    }

    #[test]
    fn an_answer_outside_of_the_memory_is_refused() {
        let memory = vec![0; MEMORY];
        for (at, length) in [
            (MEMORY as u64, 1),
            (MEMORY as u64 - 1, 2),
            (0, MEMORY as u64 + 1),
            (0xffff_ffff, 1),
            (0xffff_ffff, 16 << 20),
        ] {
            assert_eq!(wrong(&memory, told(at, length)), "its answer is outside of its memory", "{at} {length}");
        }
        assert_eq!(wrong(&memory, told(0, 0xffff_ffff)), "its answer is too long");
        assert_eq!(wrong(&memory, u64::MAX), "its answer is too long");
        assert_eq!(wrong(&memory, 0), "a malformed message: it ends early");
        assert_eq!(wrong(&memory, told(MEMORY as u64, 0)), "a malformed message: it ends early");
        assert_eq!(wrong(&[], 0), "a malformed message: it ends early");
    }

    #[test]
    fn what_a_value_shows_is_the_hosts_to_say_within_the_bound() {
        let shown = |value: Value, value_bytes: u64| {
            let message = wire::encode(&Answer { value, repr: String::new(), ..answer() });
            let limits = Limits { value_bytes, ..Limits::default() };
            read(&message, told(0, message.len() as u64), &limits).map(|answer| answer.repr)
        };
        assert_eq!(shown(Value::Str(String::from("it's")), 6).unwrap(), "\"it's\"");
        assert_eq!(shown(Value::Bytes(vec![0, 65]), 8).unwrap(), "b'\\x00A'");
        assert_eq!(shown(Value::Bytes(vec![0, 65]), 7).unwrap_err(), "its value shows as more than it may");
        assert_eq!(shown(Value::None, 0).unwrap(), "");
    }

    #[test]
    fn the_bound_of_an_answer_follows_the_bound_of_the_value() {
        let limits = Limits { value_bytes: u64::MAX, ..Limits::default() };
        assert_eq!(read(&[], u64::MAX, &limits).unwrap_err(), "its answer is outside of its memory");
        let most = 4 * Limits::default().value_bytes + SLACK;
        assert_eq!(wrong(&[], told(0, most)), "its answer is outside of its memory");
        assert_eq!(wrong(&[], told(0, most + 1)), "its answer is too long");
    }

    /// An answer with a list of so many `None`, each a byte.
    fn listing(items: usize) -> (Vec<u8>, u64) {
        let message = wire::encode(&Answer { value: Value::List(vec![Value::None; items]), ..answer() });
        let length = message.len() as u64;
        (message, told(0, length))
    }

    #[test]
    fn the_host_sets_no_more_memory_aside_than_the_value_may_have() {
        let limits = Limits::default();
        // The most that an honest guest answers: its bound counts 8 bytes a slot.
        let honest = (limits.value_bytes / 8) as usize;
        let (memory, told) = listing(honest);
        assert_eq!(read(&memory, told, &limits).unwrap().value.as_list().map(<[Value]>::len), Some(honest));
        let most = (PER_BYTE * limits.value_bytes + SLACK) as usize / size_of::<Value>();
        let (memory, told) = listing(most);
        assert!(read(&memory, told, &limits).is_ok());
        let (memory, told) = listing(most + 1);
        assert_eq!(wrong(&memory, told), "a malformed message: its lists are too long");
    }

    /// The widest item of a value is a field of a dataclass.
    #[test]
    fn a_slot_takes_what_is_said_of_it() {
        let widest = [size_of::<Value>(), size_of::<(Value, Value)>() / 2, size_of::<(String, Value)>()];
        assert!(widest.iter().all(|bytes| *bytes as u64 <= 8 * PER_BYTE), "{widest:?}");
    }

    #[test]
    fn garbage_is_no_answer() {
        let (mut memory, told) = holding(64);
        memory[64] = 9;
        assert_eq!(wrong(&memory, told), "a malformed message: another version of the message format");
        memory[64] = 2;
        memory[64 + 4] = 99;
        assert_eq!(wrong(&memory, told), "a malformed message: an unknown choice");
        assert_eq!(wrong(&memory, told + 1), "a malformed message: an unknown choice");
    }

    proptest! {
        #[test]
        fn whatever_lies_there_is_an_answer_or_an_error(
            memory in proptest::collection::vec(any::<u8>(), 0..512),
            told in any::<u64>(),
            at in 0_u64..600,
            length in 0_u64..600,
        ) {
            let _ = read(&memory, told, &Limits::default());
            let _ = read(&memory, at << 32 | length, &Limits::default());
        }
    }
}
