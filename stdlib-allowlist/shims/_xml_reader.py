"""A non-validating XML parser with the handlers, errors and positions of expat."""

import _xml_dtd as dtd
import _xml_token as token
from _xml_input import ExpatError, Incomplete, Input

PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

# What entities may expand to: so many characters, or so many times the document.
_EXPANSION = 8 << 20
_AMPLIFICATION = 100


class Reader(Input):
    """One document being parsed."""

    __module__ = "pyexpat"
    __qualname__ = "xmlparser"
    __name__ = "xmlparser"

    # The parts of a document

    def _prolog(self, final):
        text, at = self._text, self._at
        if not self._begun:
            if not final and len(text) < at + 6 and "<?xml".startswith(text[at : at + 5]):
                raise Incomplete
            self._begun = True
            if text[at] == "\ufeff":
                self._move(at + 1)
                self._column = 0
                return
            if text.startswith("<?xml", at) and text[at + 5 : at + 6] in token.WHITE:
                if "?>" not in text:
                    self._begun = False
                    raise Incomplete
                return self._declaration(at)
        if self._skip_space():
            return
        if text.startswith("<!DOCTYPE", at):
            if self._doctype_seen:
                self.fail(2, at)
            end = dtd.end_of_doctype(self, text, at)
            if end is None:
                raise Incomplete
            self._doctype_seen = True
            dtd.read_doctype(self, text[at:end])
            self._move(end)
        elif not self._miscellany(at):
            if text[at] != "<":
                self.fail(2, at)
            if "<!DOCTYPE".startswith(text[at:]):
                raise Incomplete
            self._tag(at)

    def _content(self, final):
        text, at = self._text, self._at
        found = token.TEXT.match(text, at)
        if found:
            data = found[0]
            if (bad := data.find("]]>")) >= 0:
                self.fail(4, at + bad + 2)
            if found.end() == len(text) and not final and data.endswith("]"):
                data = data.rstrip("]")
                if not data:
                    raise Incomplete
            self._data(data)
            self._move(at + len(data))
        elif text[at] == "&":
            self._reference(at)
        elif text.startswith("</", at):
            self._end_tag(at)
        elif text.startswith("<![", at):
            self._cdata(at)
        elif not self._miscellany(at):
            self._tag(at)

    def _epilog(self, final):
        if self._skip_space():
            return
        if not self._miscellany(self._at):
            if len(self._text) - self._at < 4 and not final and self._text.startswith("<", self._at):
                raise Incomplete
            self.fail(9, self._at)

    def _skip_space(self):
        end = token.SPACE.match(self._text, self._at).end()
        if end == self._at:
            return False
        self._default(self._text[self._at : end])
        self._move(end)
        return True

    def _declaration(self, at):
        found = token.DECLARATION.match(self._text, at)
        if not found:
            end = self._text.find("?>", at)
            self.fail(30, at + 6 if end < 0 else at + 6)
        version, encoding = found[1] or found[2], found[3] or found[4]
        standalone = {None: -1, "yes": 1, "no": 0}[found[5] or found[6]]
        self.dtd.standalone = standalone == 1
        if self.XmlDeclHandler:
            self.XmlDeclHandler(version, encoding, standalone)
        else:
            self._default(found[0])
        self._move(found.end())

    def _miscellany(self, at):
        """A comment or an instruction, which may stand anywhere."""
        text = self._text
        if text.startswith("<!--", at):
            end = text.find("--", at + 4)
            if end < 0 or end + 2 >= len(text):
                raise Incomplete
            if text[end + 2] != ">":
                self.fail(4, end + 2)
            self._event("CommentHandler", text[at : end + 3], text[at + 4 : end])
            self._move(end + 3)
            return True
        if text.startswith("<?", at):
            found = token.INSTRUCTION.match(text, at)
            if not found:
                name = token.A_NAME.match(text, at + 2)
                if not name and len(text) > at + 2:
                    self.fail(4, at + 2)
                if name and name.end() < len(text) and text[name.end()] not in " \t\n?":
                    self.fail(4, name.end())
                raise Incomplete
            if found[1].lower() == "xml":
                self.fail(17 if found[1] == "xml" else 4, at if found[1] == "xml" else at + 2)
            self._event("ProcessingInstructionHandler", found[0], found[1], found[2] or "")
            self._move(found.end())
            return True
        if text[at:] in ("<", "<!", "<!-"):
            raise Incomplete
        return False

    def _cdata(self, at):
        text = self._text
        if not text.startswith("<![CDATA[", at):
            if "<![CDATA[".startswith(text[at:]):
                raise Incomplete
            self.fail(4, at + 3)
        end = text.find("]]>", at + 9)
        if end < 0:
            raise Incomplete
        self._event("StartCdataSectionHandler", "<![CDATA[")
        self._data(text[at + 9 : end])
        self._event("EndCdataSectionHandler", "]]>")
        self._move(end + 3)

    # Tags

    def _tag(self, at):
        found = token.START.match(self._text, at)
        if not found:
            self._diagnose_tag(at)
        name, attributes, empty = found.groups()
        self._move(at)
        values = self._attributes(name, found.start(2), attributes) if attributes else []
        if self.dtd.defaults:
            self._add_defaults(name, values)
        full, undo = name, ()
        if self._separator is not None:
            full, values, undo = self._names(name, values, at)
        self._flush()
        if self.StartElementHandler:
            if self.ordered_attributes:
                given = [part for pair in values for part in pair]
            else:
                given = dict(values)
            self.StartElementHandler(full, given)
        else:
            self._default(found[0])
        self._move(found.end())
        if empty:
            self._close(full, undo, found[0] if not self.StartElementHandler else None)
            self._where = self._content if self._stack else self._epilog
        else:
            self._stack.append((name, full, undo))
            self._where = self._content

    def _attributes(self, element, start, text):
        values = []
        seen = set()
        for found in token.ATTRIBUTE.finditer(text):
            name = found[1]
            if name in seen:
                self.fail(8, start + found.start(1))
            seen.add(name)
            quoted = 2 if found[2] is not None else 3
            value = found[quoted]
            if "&" in value:
                value = self._expand(value, start + found.start(quoted))
            if "\n" in value or "\t" in value:
                value = self._spaced(found[quoted], value)
            if self.dtd.tokenized and (element, name) in self.dtd.tokenized:
                value = " ".join(value.split(" ")).strip() if "  " not in value else " ".join(value.split())
            values.append((name, value))
        return values

    @staticmethod
    def _spaced(raw, value):
        """Literal white space is a space; what a character reference gave stays."""
        if "&" not in raw:
            return value.replace("\n", " ").replace("\t", " ")
        kept = raw.replace("\n", " ").replace("\t", " ")
        return token.REFERENCE.sub(lambda m: chr(int(m[1]) if m[1] else int(m[2], 16)) if not m[3] else PREDEFINED.get(m[3], m[0]), kept)

    def _expand(self, value, at):
        """Text with references, as an attribute's value."""
        parts = []
        place = 0
        while (begin := value.find("&", place)) >= 0:
            parts.append(value[place:begin])
            found = token.REFERENCE.match(value, begin)
            if not found:
                self.fail(4, at + token.REFERENCE_BEGUN.match(value, begin).end())
            name = found[3]
            if name is None:
                parts.append(self._character(found, at + begin))
            elif name in PREDEFINED:
                parts.append(PREDEFINED[name])
            else:
                text = self._entity(name, self._at, at + begin, attribute=True)
                self._open_entities.append(name)
                parts.append(self._expand(text, at))
                self._open_entities.pop()
            place = found.end()
        parts.append(value[place:])
        return "".join(parts)

    def _add_defaults(self, element, values):
        given = {name for name, _ in values}
        values.extend(pair for pair in self.dtd.defaults.get(element, ()) if pair[0] not in given)

    def _names(self, name, values, at):
        """Names with their namespaces, and the declarations to end with the element."""
        declared = {}
        plain = []
        for key, value in values:
            if key == "xmlns":
                declared[None] = value
            elif key.startswith("xmlns:"):
                if not value:
                    self.fail(28, at)
                declared[key[6:]] = value
            else:
                plain.append((key, value))
        self._flush()
        for prefix, uri in declared.items():
            if self.StartNamespaceDeclHandler:
                self.StartNamespaceDeclHandler(prefix, uri or None)
        if declared:
            self._spaces.append({**self._spaces[-1], **declared})
        full = self._full(name, at, True)
        named = [(self._full(key, at, False), value) for key, value in plain]
        if len(named) > 1 and len({key for key, _ in named}) < len(named):
            self.fail(8, at)
        return full, named, tuple(declared)

    def _full(self, name, at, element):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = self._spaces[-1].get(None) if element else None
            return f"{uri}{self._separator}{name}" if uri else name
        if prefix not in self._spaces[-1]:
            self.fail(27, at)
        uri = self._spaces[-1][prefix]
        full = f"{uri}{self._separator}{local}"
        return f"{full}{self._separator}{prefix}" if self.namespace_prefixes else full

    def _end_tag(self, at):
        found = token.END.match(self._text, at)
        if not found:
            name = token.A_NAME.match(self._text, at + 2)
            end = token.SPACE.match(self._text, name.end()).end() if name else at + 2
            if end < len(self._text):
                self.fail(4, end)
            raise Incomplete
        if self._open_entities and len(self._stack) <= self._open_entities[-1][1]:
            self.fail(13, at)
        name, full, undo = self._stack[-1]
        if found[1] != name:
            self.fail(7, at + 2)
        self._stack.pop()
        self._flush()
        self._close(full, undo, found[0])
        self._move(found.end())
        if not self._stack:
            self._where = self._epilog

    def _close(self, full, undo, raw):
        if self.EndElementHandler:
            self.EndElementHandler(full)
        elif raw:
            self._default(raw)
        if undo:
            self._spaces.pop()
            if self.EndNamespaceDeclHandler:
                for prefix in reversed(undo):
                    self.EndNamespaceDeclHandler(prefix)

    def _diagnose_tag(self, at):
        """Fails where a start tag goes wrong, or waits for the rest of it."""
        text, end = self._text, len(self._text)
        name = token.A_NAME.match(text, at + 1)
        if not name:
            if at + 1 >= end:
                raise Incomplete
            self.fail(4, at + 1)
        place = name.end()
        while True:
            after = token.SPACE.match(text, place).end()
            if after >= end or text[after] == "/" and after + 1 >= end:
                raise Incomplete
            if text[after] == "/":
                self.fail(4, after + 1)
            name = token.A_NAME.match(text, after) if after > place else None
            if not name:
                self.fail(4, after)
            for expected in ("=", "\"'"):
                after = token.SPACE.match(text, name.end() if expected == "=" else after + 1).end()
                if after >= end:
                    raise Incomplete
                if text[after] not in expected:
                    self.fail(4, after)
            place = text.find(text[after], after + 1)
            less = text.find("<", after + 1, place if place >= 0 else end)
            if less >= 0:
                self.fail(4, less)
            if place < 0:
                raise Incomplete
            place += 1

    # References

    def _reference(self, at):
        text = self._text
        found = token.REFERENCE.match(text, at)
        if not found:
            end = token.REFERENCE_BEGUN.match(text, at).end()
            if end < len(text):
                self.fail(4, end)
            raise Incomplete
        name = found[3]
        if name is None:
            self._data(self._character(found, at))
        elif name in PREDEFINED:
            self._data(PREDEFINED[name])
        else:
            replacement = self._entity(name, at, at, attribute=False)
            if replacement is None:
                self._event("SkippedEntityHandler", found[0], name, False)
            else:
                self._parse_entity(name, replacement)
        self._move(found.end())

    def _character(self, found, at):
        number = int(found[1]) if found[1] else int(found[2], 16)
        if number > 0x10FFFF or token.FORBIDDEN.match(chr(number)):
            self.fail(14, at)
        return chr(number)

    def _entity(self, name, at, found, attribute):
        """The replacement of an entity; None for one that is skipped."""
        if any(entry == name or entry[0] == name for entry in self._open_entities):
            self.fail(12, at)
        entity = self.dtd.entities.get(name)
        if entity is None:
            if self.dtd.external and not self.dtd.standalone:
                return "" if attribute else None
            self.fail(11, at)
        if entity.value is None:
            if attribute:
                self.fail(16, found)
            return ""
        self._expanded += len(entity.value)
        if self._expanded > _EXPANSION and self._expanded > _AMPLIFICATION * self._input_length:
            self.fail(43, at)
        return entity.value

    def _parse_entity(self, name, replacement):
        text, at = self._text, self._at
        self._open_entities.append((name, len(self._stack)))
        self._text, self._at = replacement, 0
        try:
            while self._at < len(self._text):
                self._content(True)
        except Incomplete:
            self.fail(5, 0)
        if len(self._stack) != self._open_entities[-1][1]:
            self.fail(13, 0)
        self._open_entities.pop()
        self._text, self._at = text, at
        self._where = self._content
