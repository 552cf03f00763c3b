//! How one datum is written and read.

use std::time::Duration;

/// The deepest nesting that is read: values, and groups of exceptions.
const MAX_DEPTH: usize = 256;

/// What is wrong with a message.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a malformed message: {0}")]
pub(crate) struct Malformed(pub(crate) &'static str);

/// A datum that crosses the wall.
pub(crate) trait Wire: Sized {
    fn write(&self, writer: &mut Writer);
    fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed>;
}

/// A message in the making.
#[derive(Debug)]
pub(crate) struct Writer(Vec<u8>);

impl Default for Writer {
    /// With room for what most messages say, so that they are written into one place.
    fn default() -> Writer {
        Writer(Vec::with_capacity(512))
    }
}

impl Writer {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(crate) fn blob(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn length(&mut self, length: usize) {
        u32::try_from(length).expect("no message is as long as 4 GiB").write(self);
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// A message being read.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    depth: usize,
    room: usize,
}

impl<'a> Reader<'a> {
    /// Reads bytes whose lists may take so many bytes of memory: an item of one byte can be a hundred of them here.
    pub(crate) fn new(bytes: &'a [u8], room: usize) -> Reader<'a> {
        Reader { rest: bytes, depth: 0, room }
    }

    /// Counts an item of a list.
    fn item<T>(&mut self) -> Result<(), Malformed> {
        self.room = self.room.checked_sub(size_of::<T>()).ok_or(Malformed("its lists are too long"))?;
        Ok(())
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Malformed("it ends early"))?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Malformed> {
        self.array().map(|[byte]| byte)
    }

    /// A length that does not pass the end: an item takes a byte at least.
    pub(crate) fn length(&mut self) -> Result<usize, Malformed> {
        let length = u32::read(self)? as usize;
        if length > self.rest.len() { Err(Malformed("a length passes its end")) } else { Ok(length) }
    }

    pub(crate) fn blob(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.length()?;
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(taken)
    }

    /// Reads what may hold more of its own kind.
    pub(crate) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Malformed>) -> Result<T, Malformed> {
        if self.depth == MAX_DEPTH {
            return Err(Malformed("it nests too deep"));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    pub(crate) fn end(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() { Ok(()) } else { Err(Malformed("it goes on after its end")) }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Wire for $number {
            fn write(&self, writer: &mut Writer) {
                writer.0.extend_from_slice(&self.to_le_bytes());
            }

            fn read(reader: &mut Reader<'_>) -> Result<$number, Malformed> {
                reader.array().map(<$number>::from_le_bytes)
            }
        }
    )*};
}

numbers!(u8, u32, u64, i64, f64);

/// Implements [`Wire`] for a struct, field by field; those behind `but` stay on their side, and are empty on the other.
macro_rules! record {
    ($name:ident { $($field:ident),* $(,)? } $(but { $($kept:ident),* })?) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, writer: &mut $crate::wire::Writer) {
                let $name { $($field,)* $($($kept: _,)*)? } = self;
                $($crate::wire::Wire::write($field, writer);)*
            }

            fn read(reader: &mut $crate::wire::Reader<'_>) -> Result<$name, $crate::wire::Malformed> {
                Ok($name { $($field: $crate::wire::Wire::read(reader)?,)* $($($kept: Default::default(),)*)? })
            }
        }
    };
}
pub(crate) use record;

/// Implements [`Wire`] for an enum without data, as one byte in the order given.
macro_rules! choices {
    ($name:ident { $($choice:ident),* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.byte(*self as u8);
            }

            fn read(reader: &mut $crate::wire::Reader<'_>) -> Result<$name, $crate::wire::Malformed> {
                let byte = reader.byte()?;
                $(if byte == $name::$choice as u8 {
                    return Ok($name::$choice);
                })*
                Err($crate::wire::Malformed("an unknown choice"))
            }
        }
    };
}
pub(crate) use choices;

impl Wire for bool {
    fn write(&self, writer: &mut Writer) {
        writer.byte(u8::from(*self));
    }

    fn read(reader: &mut Reader<'_>) -> Result<bool, Malformed> {
        match reader.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed("a truth value that is neither")),
        }
    }
}

impl Wire for usize {
    fn write(&self, writer: &mut Writer) {
        (*self as u64).write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<usize, Malformed> {
        usize::try_from(u64::read(reader)?).map_err(|_| Malformed("a count beyond this machine's"))
    }
}

impl Wire for String {
    fn write(&self, writer: &mut Writer) {
        writer.blob(self.as_bytes());
    }

    fn read(reader: &mut Reader<'_>) -> Result<String, Malformed> {
        std::str::from_utf8(reader.blob()?).map(str::to_owned).map_err(|_| Malformed("a text that is not UTF-8"))
    }
}

impl Wire for Duration {
    fn write(&self, writer: &mut Writer) {
        self.as_secs().write(writer);
        self.subsec_nanos().write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Duration, Malformed> {
        let (seconds, nanos) = (u64::read(reader)?, u32::read(reader)?);
        if nanos < 1_000_000_000 { Ok(Duration::new(seconds, nanos)) } else { Err(Malformed("a second too long")) }
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        if let Some(datum) = self {
            datum.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Option<T>, Malformed> {
        if bool::read(reader)? { T::read(reader).map(Some) } else { Ok(None) }
    }
}

impl<T: Wire> Wire for Box<T> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Box<T>, Malformed> {
        T::read(reader).map(Box::new)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.length(self.len());
        for item in self {
            item.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Vec<T>, Malformed> {
        let length = reader.length()?;
        let item = |_| {
            reader.item::<T>()?;
            T::read(reader)
        };
        (0..length).map(item).collect()
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
        self.1.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<(A, B), Malformed> {
        Ok((A::read(reader)?, B::read(reader)?))
    }
}
