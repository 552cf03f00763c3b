//! Bytes as hexadecimal digits, and a hash of them read back.

/// Two small digits a byte.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from(b"0123456789abcdef"[usize::from(four)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The SHA-256 of bytes, as digits.
#[cfg(feature = "history")]
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    encode(&Sha256::digest(bytes))
}

/// The 32 bytes that 64 digits stand for; none for any other text.
pub(crate) fn decode_hash(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_back() {
        let hash: [u8; 32] = std::array::from_fn(|at| (at * 37) as u8);
        assert_eq!(&encode(&hash)[..16], "00254a6f94b9de03");
        assert_eq!(decode_hash(&encode(&hash)), Some(hash));
        assert_eq!((decode_hash(&encode(&hash)[1..]), decode_hash(&"g".repeat(64))), (None, None));
    }
}
