//! What a run wrote to one stream, kept within its bound while it is written.

/// The text of one stream.
#[derive(Debug, Default)]
pub(crate) struct Captured {
    pub(crate) text: String,
    pub(crate) truncated: bool,
}

impl Captured {
    /// Appends what fits within `bound` bytes; where that is not all, gives the bytes that were asked for.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn append(&mut self, text: &str, bound: u64) -> Option<u64> {
        let asked = self.text.len() as u64 + text.len() as u64;
        if asked <= bound {
            self.text.push_str(text);
            return None;
        }
        if !self.truncated {
            self.truncated = true;
            let fits = text.floor_char_boundary(bound as usize - self.text.len());
            self.text.push_str(&text[..fits]);
        }
        Some(asked)
    }
}
