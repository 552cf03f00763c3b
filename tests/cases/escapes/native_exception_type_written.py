#! expect = {status = "ok"}
import binascii
import csv
import io
import struct
import zlib

for class_ in (zlib.error, csv.Error, binascii.Error, struct.error, io.UnsupportedOperation, ExceptionGroup):
    for name in ("left", "__doc__", "__str__", "__module__"):
        try:
            setattr(class_, name, "left")
            print("ESCAPED", class_, name)
        except TypeError as error:
            print("contained:", error)
