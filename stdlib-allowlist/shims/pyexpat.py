"""The interface of expat over a parser in Python: RustPython's own starts a system thread for each document."""

import sys
from types import ModuleType as _ModuleType

from _xml_reader import ExpatError
from _xml_reader import Reader as XMLParserType
from _xml_token import MESSAGES as _MESSAGES

error = ExpatError
EXPAT_VERSION = "expat_2.7.1"
version_info = (2, 7, 1)
native_encoding = "UTF-8"
features = [("sizeof(XML_Char)", 1), ("sizeof(XML_LChar)", 1), ("XML_DTD", 0), ("XML_CONTEXT_BYTES", 1024), ("XML_NS", 0)]

XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser; names get their namespaces where a separator is given."""
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            kind = type(namespace_separator).__name__
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {kind}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, {} if intern is None else intern)


def ErrorString(code):
    """The text of an error's number."""
    return _MESSAGES.get(code)


_ERRORS = {
    "NO_MEMORY": 1, "SYNTAX": 2, "NO_ELEMENTS": 3, "INVALID_TOKEN": 4, "UNCLOSED_TOKEN": 5, "PARTIAL_CHAR": 6,
    "TAG_MISMATCH": 7, "DUPLICATE_ATTRIBUTE": 8, "JUNK_AFTER_DOC_ELEMENT": 9, "PARAM_ENTITY_REF": 10,
    "UNDEFINED_ENTITY": 11, "RECURSIVE_ENTITY_REF": 12, "ASYNC_ENTITY": 13, "BAD_CHAR_REF": 14,
    "BINARY_ENTITY_REF": 15, "ATTRIBUTE_EXTERNAL_ENTITY_REF": 16, "MISPLACED_XML_PI": 17, "UNKNOWN_ENCODING": 18,
    "INCORRECT_ENCODING": 19, "UNCLOSED_CDATA_SECTION": 20, "EXTERNAL_ENTITY_HANDLING": 21, "NOT_STANDALONE": 22,
    "UNBOUND_PREFIX": 27, "UNDECLARING_PREFIX": 28, "XML_DECL": 30, "TEXT_DECL": 31, "FINISHED": 36,
    "AMPLIFICATION_LIMIT_BREACH": 43,
}  # fmt: skip

errors = _ModuleType("pyexpat.errors", "Constants used to describe error conditions.")
errors.codes = dict((text, code) for code, text in _MESSAGES.items())
errors.messages = dict(_MESSAGES)
for _name, _code in _ERRORS.items():
    setattr(errors, "XML_ERROR_" + _name, _MESSAGES[_code])

model = _ModuleType("pyexpat.model", "Constants used to interpret content model information.")
for _code, _name in enumerate(("EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"), 1):
    setattr(model, "XML_CTYPE_" + _name, _code)
for _code, _name in enumerate(("NONE", "OPT", "REP", "PLUS")):
    setattr(model, "XML_CQUANT_" + _name, _code)
del _name, _code
sys.modules["pyexpat.errors"] = errors
sys.modules["pyexpat.model"] = model
