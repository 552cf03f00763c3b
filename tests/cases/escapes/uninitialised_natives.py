#! expect = {status = "ok"}
import array
import collections
import contextvars
import csv
import datetime
import functools
import hashlib
import io
import itertools
import json
import operator
import random
import re
import struct
import xml.etree.ElementTree as tree
import zlib

classes = [io.BytesIO, io.StringIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper,
           io.IncrementalNewlineDecoder, struct.Struct, array.array, collections.deque, collections.OrderedDict,
           collections.defaultdict, datetime.date, datetime.datetime, datetime.timedelta, datetime.timezone, functools.partial,
           random.Random, re.Pattern, re.Match, tree.Element, tree.TreeBuilder, tree.XMLParser, memoryview, property, super,
           staticmethod, classmethod, slice, range, zip, map, filter, enumerate, reversed, bytearray, BaseException, type,
           contextvars.Context, contextvars.ContextVar, operator.itemgetter, json.JSONDecoder]
classes += [c for c in vars(itertools).values() if isinstance(c, type)]
uses = (len, iter, next, repr, str, hash, lambda t: t[0], lambda t: t == t,
        lambda t: t(), lambda t: memoryview(t), lambda t: t.__reduce__(), lambda t: t.__setstate__((1, 2, 3)),
        lambda t: t.read(), lambda t: t.write(b"x"), lambda t: t.close(), lambda t: t.__enter__(), lambda t: t.detach(),
        lambda t: t.__init__(), lambda t: t.__init__(1, 2, 3), lambda t: t.__set_name__(1, 2), lambda t: t.__get__(1, 2),
        lambda t: t.feed(b"<a>"), lambda t: t.append(t), lambda t: t.clear())
for class_ in classes:
    for make in (lambda: class_.__new__(class_), lambda: (lambda s: s.__new__(s))(type("Sub", (class_,), {}))):
        try:
            thing = make()
        except Exception:
            continue
        for use in uses:
            try:
                use(thing)
            except Exception:
                pass
print("contained")
