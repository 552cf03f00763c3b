"""Encodings given as a mapping, and what else RustPython's _codecs has in Python."""

from _codecs import lookup_error

_UNDEFINED = "character maps to <undefined>"


def readbuffer_encode(data, errors=None):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def charmap_build(table):
    """The mapping from characters to bytes that a table of 256 characters gives."""
    return {ord(char): byte for byte, char in enumerate(table) if char != "\ufffe"}


def _byte(mapping, char):
    """The bytes of one character, or None."""
    try:
        found = mapping[ord(char)]
    except LookupError:
        return None
    if found is None or isinstance(found, bytes):
        return found
    if not isinstance(found, int):
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")
    if not 0 <= found <= 255:
        raise TypeError("character mapping must be in range(256)")
    return bytes([found])


def charmap_encode(text, errors="strict", mapping=None):
    """The text as bytes, and its length."""
    if mapping is None:
        return text.encode("latin-1", errors), len(text)
    try:
        return bytes([mapping[ord(char)] for char in text]), len(text)
    except (LookupError, TypeError, ValueError):
        pass
    parts = []
    place = 0
    while place < len(text):
        found = _byte(mapping, text[place])
        if found is not None:
            parts.append(found)
            place += 1
            continue
        end = place + 1
        while end < len(text) and _byte(mapping, text[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", text, place, end, _UNDEFINED)
        given, place = _handled(error, errors, len(text))
        if isinstance(given, bytes):
            parts.append(given)
            continue
        for char in given:
            found = _byte(mapping, char)
            if found is None:
                raise error
            parts.append(found)
    return b"".join(parts), len(text)


def _char(mapping, byte):
    """The text of one byte, or None."""
    try:
        found = mapping[byte]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found <= 0x10FFFF:
            raise TypeError("character mapping must be in range(0x110000)")
        found = chr(found)
    if found is None or found == "\ufffe":
        return None
    if not isinstance(found, str):
        raise TypeError("character mapping must return integer, None or str")
    return found


def charmap_decode(data, errors="strict", mapping=None):
    """The bytes as text, and their length."""
    data = bytes(data)
    if mapping is None:
        return data.decode("latin-1"), len(data)
    if isinstance(mapping, str) and len(mapping) >= 256:
        text = "".join([mapping[byte] for byte in data])
        if "\ufffe" not in text:
            return text, len(data)
    parts = []
    place = 0
    while place < len(data):
        found = _char(mapping, data[place])
        if found is None:
            error = UnicodeDecodeError("charmap", data, place, place + 1, _UNDEFINED)
            found, place = _handled(error, errors, len(data))
        else:
            place += 1
        parts.append(found)
    return "".join(parts), len(data)


def _handled(error, errors, length):
    """What the handler of errors gives, and where to go on."""
    if errors == "strict":
        raise error
    given, place = lookup_error(errors)(error)
    if place < 0:
        place += length
    if not 0 <= place <= length:
        raise IndexError(f"position {place} from error handler out of bounds")
    return given, place
