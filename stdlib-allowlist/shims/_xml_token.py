"""The tokens of XML, and the texts of expat's errors."""

import re

MESSAGES = {
    1: "out of memory",
    2: "syntax error",
    3: "no element found",
    4: "not well-formed (invalid token)",
    5: "unclosed token",
    6: "partial character",
    7: "mismatched tag",
    8: "duplicate attribute",
    9: "junk after document element",
    10: "illegal parameter entity reference",
    11: "undefined entity",
    12: "recursive entity reference",
    13: "asynchronous entity",
    14: "reference to invalid character number",
    15: "reference to binary entity",
    16: "reference to external entity in attribute",
    17: "XML or text declaration not at start of entity",
    18: "unknown encoding",
    19: "encoding specified in XML declaration is incorrect",
    20: "unclosed CDATA section",
    21: "error in processing external entity reference",
    22: "document is not standalone",
    27: "unbound prefix",
    28: "must not undeclare prefix",
    30: "XML declaration not well-formed",
    31: "text declaration not well-formed",
    36: "parsing finished",
    43: "limit on input amplification factor (from DTD and entities) breached",
}

NAME = "[:A-Z_a-z\x80-\U0010ffff][-.0-9:A-Z_a-z\x80-\U0010ffff]*"
A_NAME = re.compile(NAME)
WHITE = ("", " ", "\t", "\n")
SPACE = re.compile("[ \t\n]*")
VALUE = "(?:\"([^\"<]*)\"|'([^'<]*)')"
ATTRIBUTE = re.compile(f"[ \t\n]+({NAME})[ \t\n]*=[ \t\n]*{VALUE}")
START = re.compile(f"<({NAME})((?:[ \t\n]+{NAME}[ \t\n]*=[ \t\n]*(?:\"[^\"<]*\"|'[^'<]*'))*)[ \t\n]*(/?)>")
END = re.compile(f"</({NAME})[ \t\n]*>")
REFERENCE = re.compile(f"&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|({NAME}));")
REFERENCE_BEGUN = re.compile(f"&(?:#(?:x[0-9A-Fa-f]*|[0-9]*)|(?:{NAME})?)")
TEXT = re.compile("[^<&]+")
INSTRUCTION = re.compile(f"<\\?({NAME})(?:[ \t\n]+(.*?))?\\?>", re.DOTALL)
DECLARATION = re.compile(
    "<\\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:'([-.:\\w]+)'|\"([-.:\\w]+)\")"
    "(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:'([A-Za-z][-.\\w]*)'|\"([A-Za-z][-.\\w]*)\"))?"
    "(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:'(yes|no)'|\"(yes|no)\"))?[ \t\n]*\\?>"
)
ENCODING = re.compile(rb"<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z][-.\w]*)[\"']")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
