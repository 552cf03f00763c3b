"""What expat's interface takes in: chunks of text or bytes, handlers, and the place of an error."""

import codecs
import re

import _xml_dtd as dtd
import _xml_token as token

_HANDLERS = (
    "StartElementHandler EndElementHandler ProcessingInstructionHandler CharacterDataHandler UnparsedEntityDeclHandler "
    "NotationDeclHandler StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler StartCdataSectionHandler "
    "EndCdataSectionHandler DefaultHandler DefaultHandlerExpand NotStandaloneHandler ExternalEntityRefHandler "
    "StartDoctypeDeclHandler EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler "
    "AttlistDeclHandler SkippedEntityHandler"
).split()


class ExpatError(Exception):
    """Raised where a document is not well-formed."""

    __module__ = "xml.parsers.expat"


class Incomplete(Exception):
    """The token at hand needs text that has not been fed yet."""


class Input:
    """The part of a parser that takes in text and keeps its place."""

    def __init__(self, encoding, separator, intern):
        for name in _HANDLERS:
            setattr(self, name, None)
        self.buffer_text = False
        self.buffer_size = 8192
        self.buffer_used = 0
        self.ordered_attributes = False
        self.specified_attributes = False
        self.namespace_prefixes = False
        self.intern = intern
        self._encoding = encoding
        self._separator = separator
        self._decoder = None
        self._head = b""
        self._text = ""
        self._at = 0
        self._line, self._column, self._index = 1, 0, 0
        self._where = self._prolog
        self._begun = self._doctype_seen = self._finished = False
        self._stack = []
        self._spaces = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self._pending = []
        self._base = None
        self._input_length = self._expanded = 0
        self._open_entities = []
        self._deferral = True
        self.dtd = dtd.Declarations()

    # The interface of pyexpat

    def Parse(self, data, isfinal=False, /):
        if self._finished:
            self.fail(36, self._at)
        text = data if isinstance(data, str) else self._decoded(bytes(data), isfinal)
        if text is not None:
            self._feed(text, isfinal)
            self._flush()
        if isfinal:
            self._finished = True
        return 1

    def ParseFile(self, file, /):
        while data := file.read(2048):
            self.Parse(data, False)
        return self.Parse(b"", True)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return None

    def SetParamEntityParsing(self, flag, /):
        return 1

    def UseForeignDTD(self, flag=True, /):
        pass

    def GetReparseDeferralEnabled(self):
        return self._deferral

    def SetReparseDeferralEnabled(self, enabled, /):
        self._deferral = bool(enabled)

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        raise ExpatError("external entities are not read")

    @property
    def CurrentLineNumber(self):
        return self._line

    @property
    def CurrentColumnNumber(self):
        return self._column

    @property
    def CurrentByteIndex(self):
        return self._index

    ErrorLineNumber = CurrentLineNumber
    ErrorColumnNumber = CurrentColumnNumber
    ErrorByteIndex = CurrentByteIndex
    ErrorCode = 0

    # Input

    def _decoded(self, data, final):
        if self._decoder is None:
            self._head += data
            head = self._head
            if not final and (len(head) < 4 or head.startswith(b"<?xml") and b"?>" not in head):
                return None
            name, skip = self._encoding, 0
            if head.startswith(codecs.BOM_UTF8):
                name, skip = name or "utf-8", 3
            elif head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                name = name or "utf-16"
            elif name is None and (found := token.ENCODING.match(head)):
                name = found[1].decode("ascii")
                if name.lower() in ("utf-16", "utf16"):
                    self.fail(19, 0)
            try:
                self._decoder = codecs.getincrementaldecoder(name or "utf-8")("strict")
            except LookupError:
                self.fail(18, 0)
            data, self._head = head[skip:], b""
        try:
            return self._decoder.decode(data, final)
        except UnicodeDecodeError as error:
            self._feed(data[: error.start].decode(error.encoding, "ignore"), False)
            self.fail(4, len(self._text))

    def _feed(self, text, final):
        text = self._text[self._at :] + text
        self._at = 0
        held = "\r" if text.endswith("\r") and not final else ""
        text = text[: len(text) - len(held)]
        self._input_length += len(text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        bad = token.FORBIDDEN.search(text)
        self._text = text[: bad.start()] if bad else text
        self._consume(final and not bad)
        if bad:
            self.fail(4, len(self._text))
        self._text += held

    def _consume(self, final):
        try:
            while self._at < len(self._text):
                self._where(final)
        except Incomplete:
            if final and self._text.startswith("<![CDATA[", self._at):
                self._event("StartCdataSectionHandler", "<![CDATA[")
                self._data(self._text[self._at + 9 :])
                self.fail(20, len(self._text))
            if final:
                self.fail(5, self._at)
        if final:
            if self._where != self._epilog:
                self.fail(3, len(self._text))

    def fail(self, code, at):
        """Raises the error of a code at a place in the text at hand."""
        self._pending.clear()
        self._move(at)
        error = ExpatError(f"{token.MESSAGES[code]}: line {self._line}, column {self._column}")
        error.code, error.lineno, error.offset = code, self._line, self._column
        self._finished = True
        raise error

    def _move(self, to):
        """Counts lines and columns up to a place in the text."""
        if self._open_entities:
            self._at = to
            return
        passed = self._text[self._at : to] if to >= self._at else ""
        if newlines := passed.count("\n"):
            self._line += newlines
            self._column = len(passed) - passed.rfind("\n") - 1
        else:
            self._column += len(passed)
        self._index += len(passed)
        self._at = to

    # Events

    def _event(self, handler, raw, *args):
        self._flush()
        handler = getattr(self, handler)
        if handler:
            handler(*args)
        else:
            self._default(raw)

    def _default(self, raw):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler:
            handler(raw)

    def _data(self, data):
        if self.CharacterDataHandler is None:
            self._default(data)
        elif self.buffer_text:
            self._pending.append(data)
        else:
            for piece in re.split("(\n)", data) if "\n" in data else (data,):
                if piece:
                    self.CharacterDataHandler(piece)

    def _flush(self):
        if self._pending:
            data = "".join(self._pending)
            self._pending.clear()
            if self.CharacterDataHandler:
                self.CharacterDataHandler(data)
