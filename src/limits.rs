//! The bounds of a run: numbers with finite defaults.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};

/// The bounds of a run. Every one is a number with a finite default; none can be switched off.
///
/// A run's limits can only tighten the engine's: each bound in force is the smaller of the two.
///
/// ```
/// use std::time::Duration;
/// use taipan::Limits;
///
/// let limits = Limits { fuel: 10_000, ..Limits::default() };
/// assert_eq!(limits.deadline, Duration::from_secs(5));
/// assert_eq!(limits.tightened_by(&Limits::default()).fuel, 10_000);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Work, in fuel units. One unit is a turn of a loop or comprehension, or a call of a function written in
    /// Python; native operations cost in proportion to their size. Deterministic.
    /// Default 25,000,000, about five seconds of work.
    pub fuel: u64,
    /// Wall clock from the start of the run. Default 5 s, at least 1 ms.
    #[serde(with = "duration_text")]
    pub deadline: Duration,
    /// Bytes that a run may hold at one time beyond a fresh interpreter. Default 256 MiB, at least 1 MiB.
    pub memory: u64,
    /// Bytes of standard output; standard error has as many again. Default 1 MiB.
    pub output: u64,
    /// Nested Python calls, beyond which guest code gets a `RecursionError`. Default 1000, 50 to 5000.
    pub recursion: u32,
    /// Bytes of source text, of the run and of each text given to `compile`, `eval` or `exec`. Default 256 KiB.
    pub source: u64,
    /// Bytes of the value, counted as text and container slots. Default 1 MiB.
    pub value_bytes: u64,
    /// Nesting of containers in the value. Default 64, at most 200.
    pub value_depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            fuel: 25_000_000,
            deadline: Duration::from_secs(5),
            memory: 256 << 20,
            output: 1 << 20,
            recursion: 1000,
            source: 256 << 10,
            value_bytes: 1 << 20,
            value_depth: 64,
        }
    }
}

impl Limits {
    /// The smaller of each bound.
    ///
    /// ```
    /// use taipan::Limits;
    ///
    /// let engine = Limits { memory: 64 << 20, ..Limits::default() };
    /// let run = Limits { memory: 512 << 20, fuel: 7, ..Limits::default() };
    /// let both = engine.tightened_by(&run);
    /// assert_eq!((both.memory, both.fuel), (64 << 20, 7));
    /// ```
    #[must_use]
    pub fn tightened_by(&self, other: &Limits) -> Limits {
        Limits {
            fuel: self.fuel.min(other.fuel),
            deadline: self.deadline.min(other.deadline),
            memory: self.memory.min(other.memory),
            output: self.output.min(other.output),
            recursion: self.recursion.min(other.recursion),
            source: self.source.min(other.source),
            value_bytes: self.value_bytes.min(other.value_bytes),
            value_depth: self.value_depth.min(other.value_depth),
        }
    }

    /// Checks each bound against its range and the bounds against each other.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidLimits`], naming the bound and the range.
    ///
    /// ```
    /// use taipan::Limits;
    ///
    /// let limits = Limits { memory: 1000, ..Limits::default() };
    /// assert_eq!(
    ///     limits.validate().unwrap_err().to_string(),
    ///     "invalid limits: memory is 1000 bytes; it must be at least 1048576 (1 MiB)"
    /// );
    /// ```
    pub fn validate(&self) -> Result<(), Error> {
        let fail = |text: String| Err(Error::new(ErrorKind::InvalidLimits, text));
        if self.deadline < Duration::from_millis(1) || self.deadline > Duration::from_secs(86_400) {
            return fail(format!("deadline is {:?}; it must be between 1ms and 24h", self.deadline));
        }
        if self.memory < 1 << 20 {
            return fail(format!("memory is {} bytes; it must be at least 1048576 (1 MiB)", self.memory));
        }
        if !(50..=5000).contains(&self.recursion) {
            return fail(format!("recursion is {}; it must be between 50 and 5000", self.recursion));
        }
        if self.value_depth > 200 {
            return fail(format!("value_depth is {}; it must be at most 200", self.value_depth));
        }
        for (name, bytes) in [("output", self.output), ("source", self.source), ("value_bytes", self.value_bytes)] {
            if bytes > self.memory {
                return fail(format!(
                    "{name} is {bytes} bytes, more than memory, which is {}; lower {name} or raise memory",
                    self.memory
                ));
            }
        }
        if self.source > 16 << 20 {
            return fail(format!("source is {} bytes; it must be at most 16777216 (16 MiB)", self.source));
        }
        Ok(())
    }
}

/// A duration as text with a unit, such as `5s` or `250ms`.
pub(crate) mod duration_text {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(d: &Duration, s: S) -> Result<S::Ok, S::Error> {
        if d.subsec_nanos().is_multiple_of(1_000_000) {
            return s.collect_str(&format_args!("{}ms", d.as_millis()));
        }
        // What is read as a number with a point is written as one.
        s.collect_str(&format_args!("{}us", d.as_nanos() as f64 / 1e3))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Duration, D::Error> {
        let text = String::deserialize(d)?;
        parse(&text).map_err(D::Error::custom)
    }

    pub(crate) fn parse(text: &str) -> Result<Duration, String> {
        let bad = || format!("`{text}` is not a duration; write a number and a unit, such as 5s, 250ms or 2m");
        let unit_at = text.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(bad)?;
        let number: f64 = text[..unit_at].parse().map_err(|_| bad())?;
        let seconds = match text[unit_at..].trim() {
            "us" => number / 1e6,
            "ms" => number / 1e3,
            "s" => number,
            "m" => number * 60.0,
            "h" => number * 3600.0,
            _ => return Err(bad()),
        };
        Duration::try_from_secs_f64(seconds).map_err(|_| bad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_written_as_it_was_read() {
        for (read, written) in [
            ("5s", "5000ms"),
            ("1.5ms", "1500us"),
            ("1.0005ms", "1000.5us"),
            ("0.1h", "360000ms"),
            ("86399.999999999s", "86399999999.999us"),
        ] {
            let limits: Limits = serde_json::from_value(serde_json::json!({"deadline": read})).unwrap();
            let json = serde_json::to_value(&limits).unwrap();
            assert_eq!(json["deadline"], written, "{read}");
            assert_eq!(serde_json::from_value::<Limits>(json).unwrap(), limits, "{read}");
        }
    }
}
