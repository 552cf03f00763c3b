//! What a run wrote to one stream, kept within its bound while it is written.

/// The text of one stream.
#[derive(Debug, Default)]
pub(crate) struct Captured {
    pub(crate) text: String,
    pub(crate) truncated: bool,
}

impl Captured {
    /// Appends what fits within `bound` bytes and gives that; where it is not all, with the bytes that were asked for.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn append<'t>(&mut self, text: &'t str, bound: u64) -> (&'t str, Option<u64>) {
        let asked = self.text.len() as u64 + text.len() as u64;
        if asked <= bound {
            self.text.push_str(text);
            return (text, None);
        }
        if self.truncated {
            return ("", Some(asked));
        }
        self.truncated = true;
        let fits = &text[..text.floor_char_boundary(bound as usize - self.text.len())];
        self.text.push_str(fits);
        (fits, Some(asked))
    }
}
