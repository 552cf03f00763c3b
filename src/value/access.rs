//! Access for serde to what a value contains.

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer, SeqDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer as _, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::de::Deserializer;
use super::tag::{Body, Entries, Key, TYPE, Tag};
use super::{Value, ValueError};

/// The items of a list, a tuple or a set.
pub(super) struct Items<'de> {
    items: &'de [Value],
    next: usize,
    depth: usize,
}

impl<'de> Items<'de> {
    pub(super) fn new(items: &'de [Value], depth: usize) -> Self {
        Self { items, next: 0, depth }
    }

    /// Fails if the reader left items over.
    pub(super) fn finish(&self) -> Result<(), ValueError> {
        finish(self.next, self.items.len())
    }
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = ValueError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ValueError> {
        let index = self.next;
        let Some(value) = self.items.get(index) else {
            return Ok(None);
        };
        self.next += 1;
        let depth = self.depth;
        seed.deserialize(Deserializer { value, depth }).map(Some).map_err(|error| error.at_index(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

/// The entries of a dict or the fields of a dataclass instance.
pub(super) struct Map<'de> {
    entries: Entries<'de>,
    next: usize,
    depth: usize,
}

impl<'de> Map<'de> {
    pub(super) fn new(entries: Entries<'de>, depth: usize) -> Self {
        Self { entries, next: 0, depth }
    }

    /// Fails if the reader left entries over.
    pub(super) fn finish(&self) -> Result<(), ValueError> {
        finish(self.next, self.entries.len())
    }
}

impl<'de> MapAccess<'de> for Map<'de> {
    type Error = ValueError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ValueError> {
        let depth = self.depth;
        match self.entries.get(self.next) {
            None => Ok(None),
            Some((Key::Name(name), _)) => seed.deserialize(text(name)).map(Some),
            Some((Key::Value(value), _)) => {
                seed.deserialize(Deserializer { value, depth }).map(Some).map_err(|error| error.in_key(value))
            }
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ValueError> {
        let Some((key, value)) = self.entries.get(self.next) else {
            return Err(ValueError::new("a value was asked for after the last one"));
        };
        self.next += 1;
        let depth = self.depth;
        seed.deserialize(Deserializer { value, depth }).map_err(|error| match key {
            Key::Name(name) => error.at_name(name),
            Key::Value(key) => error.at_key(key),
        })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len() - self.next)
    }
}

/// The pairs of a tagged dict.
struct Pairs<'de> {
    entries: Entries<'de>,
    next: usize,
    depth: usize,
}

impl<'de> SeqAccess<'de> for Pairs<'de> {
    type Error = ValueError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ValueError> {
        let Some((key, value)) = self.entries.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        let pair = Pair { key: Some(key), value: Some(value), depth: self.depth };
        seed.deserialize(SeqAccessDeserializer::new(pair)).map(Some)
    }
}

/// One pair of a tagged dict.
struct Pair<'de> {
    key: Option<Key<'de>>,
    value: Option<&'de Value>,
    depth: usize,
}

impl<'de> SeqAccess<'de> for Pair<'de> {
    type Error = ValueError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ValueError> {
        let depth = self.depth;
        let value = match self.key.take() {
            Some(Key::Name(name)) => return seed.deserialize(text(name)).map(Some),
            Some(Key::Value(key)) => Some(key),
            None => self.value.take(),
        };
        value.map(|value| seed.deserialize(Deserializer { value, depth })).transpose()
    }
}

/// The members of a tag, in the order they are written.
pub(super) struct TagMembers<'de> {
    kind: Option<&'static str>,
    name: Option<&'de str>,
    body: Option<Body<'de>>,
    depth: usize,
}

impl<'de> TagMembers<'de> {
    pub(super) fn new(tag: Tag<'de>, depth: usize) -> Self {
        Self { kind: Some(tag.kind), name: tag.name, body: Some(tag.body), depth }
    }
}

impl<'de> MapAccess<'de> for TagMembers<'de> {
    type Error = ValueError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ValueError> {
        let member = match (self.kind, self.name, &self.body) {
            (Some(_), _, _) => TYPE,
            (None, Some(_), _) => "name",
            (None, None, Some(body)) => body.member(),
            (None, None, None) => return Ok(None),
        };
        seed.deserialize(text(member)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ValueError> {
        if let Some(member) = self.kind.take().or_else(|| self.name.take()) {
            return seed.deserialize(text(member));
        }
        let depth = self.depth;
        match self.body.take() {
            Some(Body::Text(value)) => seed.deserialize(value.into_deserializer()),
            Some(Body::Repr(value)) => seed.deserialize(text(value)),
            Some(Body::Items(items)) => seed.deserialize(SeqAccessDeserializer::new(Items::new(items, depth))),
            Some(Body::Floats(parts)) => seed.deserialize(SeqDeserializer::new(parts.into_iter())),
            Some(Body::Ints(parts)) => seed.deserialize(SeqDeserializer::new(parts.into_iter())),
            Some(Body::Pairs(entries)) => {
                seed.deserialize(SeqAccessDeserializer::new(Pairs { entries, next: 0, depth }))
            }
            Some(Body::Object(entries)) => seed.deserialize(MapAccessDeserializer::new(Map::new(entries, depth))),
            Some(Body::Nested(tag)) => seed.deserialize(MapAccessDeserializer::new(Self::new(*tag, depth))),
            None => Err(ValueError::new("a value was asked for after the last one")),
        }
    }
}

/// A variant of an enum, with its content if it has any.
pub(super) struct Variant<'de> {
    name: &'de str,
    content: Option<&'de Value>,
    depth: usize,
}

impl<'de> Variant<'de> {
    pub(super) fn new(name: &'de str, content: Option<&'de Value>, depth: usize) -> Self {
        Self { name, content, depth }
    }

    fn content<T>(self, read: impl FnOnce(Deserializer<'de>) -> Result<T, ValueError>) -> Result<T, ValueError> {
        let depth = self.depth;
        match self.content {
            Some(value) => read(Deserializer { value, depth }).map_err(|error| error.at_name(self.name)),
            None => Err(ValueError::new(format_args!(
                "expected a dict with the content of variant {}, found only its name",
                self.name
            ))),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = ValueError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ValueError> {
        Ok((seed.deserialize(text(self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = ValueError;

    fn unit_variant(self) -> Result<(), ValueError> {
        match self.content {
            None => Ok(()),
            Some(_) => self.content(de::Deserialize::deserialize),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ValueError> {
        self.content(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, ValueError> {
        self.content(|content| content.deserialize_tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.content(|content| content.deserialize_struct("", fields, visitor))
    }
}

fn text(text: &str) -> BorrowedStrDeserializer<'_, ValueError> {
    BorrowedStrDeserializer::new(text)
}

fn finish(read: usize, total: usize) -> Result<(), ValueError> {
    if read == total {
        return Ok(());
    }
    Err(ValueError::new(format_args!("expected {read} items, found {total}")))
}
