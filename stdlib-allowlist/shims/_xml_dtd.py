"""Document type declarations: the entities and default values that an internal subset declares."""

import re
from collections import namedtuple

_NAME = "[:A-Z_a-z\x80-\U0010ffff][-.0-9:A-Z_a-z\x80-\U0010ffff]*"
_S = "[ \t\n]+"
_QUOTED = "(?:\"([^\"]*)\"|'([^']*)')"
_ID = f"(?:SYSTEM{_S}{_QUOTED}|PUBLIC{_S}{_QUOTED}(?:{_S}{_QUOTED})?)"
_DOCTYPE = re.compile(f"<!DOCTYPE{_S}({_NAME})(?:{_S}{_ID})?[ \t\n]*")
_ENTITY = re.compile(f"<!ENTITY{_S}(%{_S})?({_NAME}){_S}(?:{_QUOTED}|{_ID}(?:{_S}NDATA{_S}({_NAME}))?)[ \t\n]*>")
_ATTLIST = re.compile(f"<!ATTLIST{_S}({_NAME})(.*?)>", re.DOTALL)
_ATTDEF = re.compile(
    f"{_S}({_NAME}){_S}(CDATA|IDREFS|IDREF|ID|ENTITY|ENTITIES|NMTOKENS|NMTOKEN|NOTATION{_S}\\([^)]*\\)|\\([^)]*\\))"
    f"{_S}(#REQUIRED|#IMPLIED|(?:#FIXED{_S})?{_QUOTED})"
)
_ELEMENT = re.compile(f"<!ELEMENT{_S}({_NAME}){_S}(.*?)>", re.DOTALL)
_NOTATION = re.compile(f"<!NOTATION{_S}({_NAME}){_S}{_ID}[ \t\n]*>")
_INSTRUCTION = re.compile(f"<\\?({_NAME})(?:{_S}(.*?))?\\?>", re.DOTALL)
_CHARACTER = re.compile("&#(?:([0-9]+)|x([0-9A-Fa-f]+));")
_PARAMETER = re.compile(f"%({_NAME});")

Entity = namedtuple("Entity", "value system public notation")


class Declarations:
    """What the document's type declares."""

    def __init__(self):
        self.entities = {}
        self.defaults = {}
        self.tokenized = set()
        self.external = False
        self.standalone = False


def end_of_doctype(reader, text, at):
    """Where the declaration ends, or None where it is not whole yet."""
    place, depth = at + 9, 0
    while place < len(text):
        char = text[place]
        if char in "\"'":
            place = text.find(char, place + 1)
        elif text.startswith("<!--", place):
            place = text.find("-->", place + 4)
        elif text.startswith("<?", place):
            place = text.find("?>", place + 2)
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
        elif char == ">" and depth <= 0:
            return place + 1
        if place < 0:
            return None
        place += 1
    return None


def read_doctype(reader, text):
    """Reads a whole declaration and calls the handlers that concern it."""
    found = _DOCTYPE.match(text)
    if not found:
        reader.fail(2, reader._at)
    system = next((part for part in (found[2], found[3], found[6], found[7]) if part is not None), None)
    public = next((part for part in (found[4], found[5]) if part is not None), None)
    subset = text[found.end() :].startswith("[")
    reader.dtd.external = system is not None
    reader._flush()
    if reader.StartDoctypeDeclHandler:
        reader.StartDoctypeDeclHandler(found[1], system, public, int(subset))
    else:
        reader._default(text)
    if subset:
        end = text.rfind("]")
        _read_subset(reader, text[found.end() + 1 : end], reader._at)
    if reader.EndDoctypeDeclHandler:
        reader.EndDoctypeDeclHandler()


def _read_subset(reader, text, at):
    place = 0
    while place < len(text):
        if text[place] in " \t\n":
            place += 1
        elif found := _PARAMETER.match(text, place):
            reader.dtd.external = True
            place = found.end()
        elif text.startswith("<!--", place):
            end = text.find("-->", place)
            if reader.CommentHandler:
                reader.CommentHandler(text[place + 4 : end])
            place = end + 3
        elif found := _INSTRUCTION.match(text, place):
            if reader.ProcessingInstructionHandler:
                reader.ProcessingInstructionHandler(found[1], found[2] or "")
            place = found.end()
        elif found := _ENTITY.match(text, place):
            _entity(reader, found)
            place = found.end()
        elif found := _ATTLIST.match(text, place):
            _attlist(reader, found)
            place = found.end()
        elif found := _NOTATION.match(text, place):
            if reader.NotationDeclHandler:
                system, public = _ids(found.groups()[1:])
                reader.NotationDeclHandler(found[1], reader._base, system, public)
            place = found.end()
        elif found := _ELEMENT.match(text, place):
            place = found.end()
        else:
            reader.fail(2, at)


def _ids(parts):
    system = next((part for part in (parts[0], parts[1], parts[4], parts[5]) if part is not None), None)
    public = next((part for part in (parts[2], parts[3]) if part is not None), None)
    return system, public


def _entity(reader, found):
    parameter, name = bool(found[1]), found[2]
    value = found[3] if found[3] is not None else found[4]
    system, public = _ids(found.groups()[4:10])
    notation = found[11]
    if value is not None:
        value = _CHARACTER.sub(lambda m: chr(int(m[1]) if m[1] else int(m[2], 16)), value)
    if not parameter and name not in reader.dtd.entities:
        reader.dtd.entities[name] = Entity(value, system, public, notation)
    if notation and reader.UnparsedEntityDeclHandler:
        reader.UnparsedEntityDeclHandler(name, reader._base, system, public, notation)
    elif reader.EntityDeclHandler:
        reader.EntityDeclHandler(name, int(parameter), value, reader._base, system, public, notation)


def _attlist(reader, found):
    element = found[1]
    for part in _ATTDEF.finditer(found[2]):
        name, kind, rule = part[1], part[2], part[3]
        default = part[4] if part[4] is not None else part[5]
        if kind != "CDATA":
            reader.dtd.tokenized.add((element, name))
        if default is not None:
            default = reader._expand(default, reader._at)
            reader.dtd.defaults.setdefault(element, []).append((name, default))
        if reader.AttlistDeclHandler:
            reader.AttlistDeclHandler(element, name, kind, default, int(rule.startswith(("#REQUIRED", "#FIXED"))))
