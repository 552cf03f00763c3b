//! Cuts text in the middle, with a count of what is missing.

/// The text within `most` characters: its beginning, a count, its end. A `most` below the count's own length gives the
/// beginning alone.
pub(super) fn cut(text: &str, most: usize) -> String {
    let chars = text.chars().count();
    if chars <= most {
        return text.to_owned();
    }
    let note = |left: usize| format!("\n[... {left} characters left out ...]\n");
    // The count has at most the digits of the whole.
    let room = most.saturating_sub(note(chars).chars().count());
    if room == 0 {
        return text.chars().take(most).collect();
    }
    let (head, tail) = (room - room / 2, room / 2);
    let head_end = byte_of(text, head);
    let tail_start = byte_of(text, chars - tail);
    format!("{}{}{}", &text[..head_end], note(chars - head - tail), &text[tail_start..])
}

fn byte_of(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(byte, _)| byte)
}

/// How many characters each of several texts gets out of `most`: short ones stay whole, the others share the rest.
pub(super) fn shares<const N: usize>(lengths: [usize; N], most: usize) -> [usize; N] {
    let mut order: [usize; N] = std::array::from_fn(|i| i);
    order.sort_by_key(|i| lengths[*i]);
    let mut given = [0; N];
    let mut left = most;
    for (rank, i) in order.into_iter().enumerate() {
        given[i] = lengths[i].min(left / (N - rank));
        left -= given[i];
    }
    given
}

#[cfg(test)]
mod tests {
    use super::{cut, shares};

    #[test]
    fn the_middle_goes() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("", 0), "");
        let text = "a".repeat(50) + &"é".repeat(50);
        let short = cut(&text, 60);
        assert_eq!(short, "aaaaaaaaaaaaa\n[... 75 characters left out ...]\néééééééééééé");
        for most in 0..101 {
            assert!(cut(&text, most).chars().count() <= most, "{most}");
        }
        assert_eq!(cut(&text, 7), "aaaaaaa");
    }

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(shares([10, 1000, 1000], 110), [10, 50, 50]);
        assert_eq!(shares([10, 20, 30], 100), [10, 20, 30]);
        assert_eq!(shares([1000, 0, 5], 100), [95, 0, 5]);
        assert_eq!(shares([9, 9, 9], 0), [0, 0, 0]);
    }
}
