//! The Mersenne Twister MT19937, as CPython's `random` uses it.

/// Words of state.
pub(super) const LENGTH: usize = 624;
const MIDDLE: usize = 397;

/// One generator.
#[derive(Clone, Debug)]
pub(super) struct Twister {
    words: Box<[u32; LENGTH]>,
    next: usize,
}

impl Twister {
    /// The generator that a number seeds, given as 32-bit words from the lowest; there must be one at least.
    pub(super) fn seeded(key: &[u32]) -> Twister {
        let mut words = Box::new([0u32; LENGTH]);
        words[0] = 19_650_218;
        for i in 1..LENGTH {
            words[i] = mixed(words[i - 1], 1_812_433_253).wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        for _ in 0..LENGTH.max(key.len()) {
            words[i] = (words[i] ^ mixed(words[i - 1], 1_664_525)).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % key.len();
            wrap(&mut words, &mut i);
        }
        for _ in 1..LENGTH {
            words[i] = (words[i] ^ mixed(words[i - 1], 1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            wrap(&mut words, &mut i);
        }
        words[0] = 0x8000_0000;
        Twister { words, next: LENGTH }
    }

    /// The words and, after them, the place of the next one.
    pub(super) fn state(&self) -> [u32; LENGTH + 1] {
        let mut state = [0; LENGTH + 1];
        state[..LENGTH].copy_from_slice(&self.words[..]);
        state[LENGTH] = self.next as u32;
        state
    }

    /// What [`state`](Twister::state) gave; `None` where the place is beyond the words.
    pub(super) fn from_state(state: &[u32; LENGTH + 1]) -> Option<Twister> {
        let mut words = Box::new([0; LENGTH]);
        words.copy_from_slice(&state[..LENGTH]);
        let next = state[LENGTH] as usize;
        (next <= LENGTH).then_some(Twister { words, next })
    }

    /// The next 32 bits.
    pub(super) fn word(&mut self) -> u32 {
        if self.next >= LENGTH {
            self.turn();
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// A float of 53 random bits in `[0, 1)`.
    pub(super) fn float(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) * (1.0 / 9_007_199_254_740_992.0)
    }

    fn turn(&mut self) {
        for i in 0..LENGTH {
            let joined = (self.words[i] & 0x8000_0000) | (self.words[(i + 1) % LENGTH] & 0x7fff_ffff);
            let odd = if joined & 1 == 0 { 0 } else { 0x9908_b0df };
            self.words[i] = self.words[(i + MIDDLE) % LENGTH] ^ (joined >> 1) ^ odd;
        }
        self.next = 0;
    }
}

fn mixed(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

fn wrap(words: &mut [u32; LENGTH], i: &mut usize) {
    if *i >= LENGTH {
        words[0] = words[LENGTH - 1];
        *i = 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_output_of_the_algorithm() {
        let mut twister = Twister::seeded(&[0x123, 0x234, 0x345, 0x456]);
        let words: Vec<u32> = (0..5).map(|_| twister.word()).collect();
        assert_eq!(words, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }

    #[test]
    fn the_first_float_of_seed_42_is_that_of_python() {
        assert_eq!(Twister::seeded(&[42]).float(), 0.639_426_798_457_883_7);
    }

    #[test]
    fn a_state_goes_on_where_it_was_taken() {
        let mut twister = Twister::seeded(&[7]);
        for _ in 0..1000 {
            twister.word();
        }
        let mut copy = Twister::from_state(&twister.state()).unwrap();
        assert_eq!(copy.word(), twister.word());
        let mut beyond = twister.state();
        beyond[LENGTH] = 625;
        assert!(Twister::from_state(&beyond).is_none());
    }
}
