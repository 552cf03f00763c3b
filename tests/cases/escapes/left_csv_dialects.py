#! expect = {status = "ok"}
import csv
import _csv

class Left(_csv.Dialect):
    def __del__(self):
        print("ESCAPED: a finalizer of an earlier run")

csv.register_dialect("left", delimiter="|")
csv.register_dialect("kept", Left(delimiter=";"))
csv.unregister_dialect("excel")
csv.field_size_limit(5)
csv.reader = csv.writer = None
print("contained:", csv.list_dialects(), csv.field_size_limit())
