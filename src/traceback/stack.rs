//! Which frames of a stack are printed and which are only counted.

use super::{Frame, MAX_FRAMES};

/// How many equal frames in a row are printed before they are counted.
const REPEATS_SHOWN: usize = 3;

/// One piece of a stack's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Entry<'a> {
    Frame(&'a Frame),
    /// So many more frames of the same place came after the last one.
    Repeated(usize),
    /// So many frames are beyond the bound.
    LeftOut(usize),
}

/// The stack's pieces, in print order.
pub(super) fn entries(frames: &[Frame]) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for run in frames.chunk_by(|a, b| a.line == b.line && a.name == b.name && a.file == b.file) {
        entries.extend(run.iter().take(REPEATS_SHOWN).map(Entry::Frame));
        if run.len() > REPEATS_SHOWN {
            entries.push(Entry::Repeated(run.len() - REPEATS_SHOWN));
        }
    }
    if entries.len() > MAX_FRAMES {
        let middle = MAX_FRAMES / 2..entries.len() - MAX_FRAMES / 2;
        let count = entries[middle.clone()].iter().map(Entry::frames).sum();
        entries.splice(middle, [Entry::LeftOut(count)]);
    }
    entries
}

impl Entry<'_> {
    fn frames(&self) -> usize {
        match *self {
            Entry::Frame(_) => 1,
            Entry::Repeated(count) | Entry::LeftOut(count) => count,
        }
    }

    /// The piece's own line. A frame's source comes after it.
    pub(super) fn line(&self) -> String {
        match self {
            Entry::Frame(frame) => {
                let is_input = frame.file.starts_with("<stdin-") && frame.file.ends_with('>');
                let file = if is_input { "<stdin>" } else { &frame.file };
                format!("  File \"{file}\", line {}, in {}\n", frame.line, frame.name)
            }
            Entry::Repeated(count) => {
                let plural = if *count > 1 { "s" } else { "" };
                format!("  [Previous line repeated {count} more time{plural}]\n")
            }
            Entry::LeftOut(count) => format!("  [{count} frames left out]\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_stacks_lose_their_middle() {
        let frames: Vec<Frame> = (0..10_000).map(|line| Frame::new("main.py", "f", line)).collect();
        let entries = entries(&frames);
        assert_eq!(entries.len(), MAX_FRAMES + 1);
        assert_eq!(entries[0], Entry::Frame(&frames[0]));
        assert_eq!(entries[MAX_FRAMES / 2], Entry::LeftOut(10_000 - MAX_FRAMES));
        assert_eq!(entries[MAX_FRAMES], Entry::Frame(&frames[9_999]));
    }

    #[test]
    fn a_run_of_equal_frames_is_short() {
        let frames = vec![Frame::new("main.py", "f", 1); 10_000];
        let entries = entries(&frames);
        assert_eq!(entries[3..], [Entry::Repeated(9_997)]);
    }
}
