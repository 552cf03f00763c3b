//! The bytes of a file, in pieces, so that a file that grows is never copied.

/// The size of a piece; all but the last of a file have it.
pub(super) const PIECE: usize = 256 << 10;

#[derive(Debug, Default)]
pub(super) struct Content {
    pieces: Vec<Vec<u8>>,
    len: u64,
}

impl Content {
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// The pieces, in order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.pieces.iter().map(Vec::as_slice)
    }

    /// Copies what there is from a place on; gives how much that is.
    pub(super) fn read_at(&self, at: u64, into: &mut [u8]) -> usize {
        let mut done = 0;
        let mut at = at;
        while done < into.len() && at < self.len {
            let piece = &self.pieces[(at / PIECE as u64) as usize];
            let from = &piece[(at % PIECE as u64) as usize..];
            let count = from.len().min(into.len() - done);
            into[done..done + count].copy_from_slice(&from[..count]);
            done += count;
            at += count as u64;
        }
        done
    }

    /// Writes at a place; what lies between the end and that place becomes zeros.
    pub(super) fn write_at(&mut self, at: u64, data: &[u8]) {
        if at > self.len {
            self.set_len(at);
        }
        let mut done = 0;
        let mut at = at;
        while done < data.len() && at < self.len {
            let piece = &mut self.pieces[(at / PIECE as u64) as usize];
            let into = &mut piece[(at % PIECE as u64) as usize..];
            let count = into.len().min(data.len() - done);
            into[..count].copy_from_slice(&data[done..done + count]);
            done += count;
            at += count as u64;
        }
        while done < data.len() {
            let (piece, room) = self.last();
            let count = room.min(data.len() - done);
            grow(piece, count);
            piece.extend_from_slice(&data[done..done + count]);
            done += count;
            self.len += count as u64;
        }
    }

    /// Appends a piece that was made elsewhere. Each but the last of a file has a piece's size.
    pub(super) fn push_piece(&mut self, piece: Vec<u8>) {
        self.len += piece.len() as u64;
        self.pieces.push(piece);
    }

    /// Cuts the file off, or lengthens it by zeros.
    pub(super) fn set_len(&mut self, len: u64) {
        while self.len < len {
            let missing = len - self.len;
            let (piece, room) = self.last();
            let count = usize::try_from(missing).unwrap_or(usize::MAX).min(room);
            grow(piece, count);
            piece.resize(piece.len() + count, 0);
            self.len += count as u64;
        }
        if self.len > len {
            self.pieces.truncate(len.div_ceil(PIECE as u64) as usize);
            let rest = (len % PIECE as u64) as usize;
            if rest > 0
                && let Some(piece) = self.pieces.last_mut()
            {
                piece.truncate(rest);
                piece.shrink_to_fit();
            }
            self.len = len;
        }
    }

    /// The last piece, a new one if that is full, and how much fits into it.
    fn last(&mut self) -> (&mut Vec<u8>, usize) {
        if self.pieces.last().is_none_or(|piece| piece.len() == PIECE) {
            self.pieces.push(Vec::new());
        }
        let Some(piece) = self.pieces.last_mut() else { unreachable!("one was pushed") };
        let room = PIECE - piece.len();
        (piece, room)
    }
}

/// Makes room for more bytes, twice as much as there was but never more than a piece.
fn grow(piece: &mut Vec<u8>, more: usize) {
    let needed = piece.len() + more;
    if needed > piece.capacity() {
        let wanted = needed.max(2 * piece.capacity()).min(PIECE);
        piece.reserve_exact(wanted - piece.len());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(content: &Content) -> Vec<u8> {
        let bytes: Vec<u8> = content.pieces().flatten().copied().collect();
        assert_eq!(bytes.len() as u64, content.len());
        let mut read = vec![1; bytes.len() + 1];
        assert_eq!(content.read_at(0, &mut read), bytes.len());
        assert_eq!(&read[..bytes.len()], bytes);
        bytes
    }

    #[test]
    fn a_gap_is_zeros() {
        let mut content = Content::default();
        content.write_at(3, b"ab");
        assert_eq!(whole(&content), b"\0\0\0ab");
        content.set_len(4);
        content.set_len(6);
        assert_eq!(whole(&content), b"\0\0\0a\0\0");
        assert_eq!(content.read_at(6, &mut [0]), 0);
        assert_eq!(content.read_at(u64::MAX, &mut [0]), 0);
    }

    #[test]
    fn no_piece_takes_more_than_its_size() {
        let mut content = Content::default();
        for _ in 0..9 {
            content.write_at(content.len(), &[7; PIECE / 4 + 1]);
        }
        assert!(content.pieces.iter().all(|piece| piece.capacity() <= PIECE));
        assert_eq!(content.pieces.len(), 3);
        content.write_at(PIECE as u64 - 1, b"xyz");
        let mut read = [0; 5];
        content.read_at(PIECE as u64 - 2, &mut read);
        assert_eq!(&read, b"\x07xyz\x07");
    }

    proptest! {
        #[test]
        fn it_is_as_a_vector(steps in proptest::collection::vec((0_u64..600_000, 0_usize..300_000, any::<bool>()), 1..12)) {
            let (mut content, mut model) = (Content::default(), Vec::new());
            for (at, length, cut) in steps {
                if cut {
                    content.set_len(at);
                    model.resize(at as usize, 0);
                } else {
                    let data: Vec<u8> = (0..length).map(|i| (i ^ at as usize) as u8).collect();
                    content.write_at(at, &data);
                    if !data.is_empty() || at as usize > model.len() {
                        model.resize(model.len().max(at as usize + length), 0);
                    }
                    model[at as usize..at as usize + length].copy_from_slice(&data);
                }
            }
            prop_assert_eq!(whole(&content), model);
        }
    }
}
