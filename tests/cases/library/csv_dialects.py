# Dialects: how they are made, named, checked and kept.
import _csv
import csv
import io


def attempt(call, *args, **options):
    try:
        print(call(*args, **options))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


def rows(lines, **options):
    return list(csv.reader(lines, **options))


csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
csv.register_dialect("also", csv.get_dialect("pipes"))
csv.register_dialect("strict", "pipes", strict=True)
print(csv.list_dialects(), csv.get_dialect("also") is csv.get_dialect("pipes"))
for name in ("pipes", "strict", "excel-tab", "unix"):
    d = csv.get_dialect(name)
    print(name, repr(d.delimiter), d.quotechar, d.escapechar, d.doublequote, d.skipinitialspace, repr(d.lineterminator),
          d.quoting, d.strict)
csv.unregister_dialect("also")
for name in ("also", "nope", 5, []):
    attempt(csv.get_dialect, name)
attempt(csv.unregister_dialect, "also")


class Semi(csv.excel):
    delimiter = ";"
    skipinitialspace = True


print(rows(["a; b;c"], dialect=Semi), rows(["a; b"], dialect=Semi()), rows(["a; b"], dialect=Semi, delimiter=" "))
for options in (
    {"delimiter": "\n"}, {"delimiter": " ", "skipinitialspace": True}, {"delimiter": " "}, {"quotechar": None},
    {"quotechar": None, "quoting": csv.QUOTE_ALL}, {"quoting": 9}, {"delimiter": '"'}, {"escapechar": ","},
    {"lineterminator": ","}, {"lineterminator": None}, {"bogus": 1}, {"dialect": "nope"}, {"delimiter": "é"},
):
    attempt(rows, ["a,b", '"x, y" z'], **options)
print(csv.field_size_limit(), csv.field_size_limit(8), csv.field_size_limit())
attempt(rows, ["12345678,9"])
attempt(rows, ["1,123456789"])
csv.field_size_limit(131072)
for row in (5, None, ["", ""], [""], [None], []):
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
        out = io.StringIO()
        attempt(csv.writer(out, quoting=quoting, lineterminator="$").writerow, row)
        print(repr(out.getvalue()))
reader = csv.reader(["a", '"b', 'c",d', "", "e"])
print([(row, reader.line_num) for row in reader], reader.dialect.delimiter)
attempt(csv.reader)
attempt(csv.reader, 5)
attempt(csv.writer, 5)
print(_csv.Dialect(delimiter=":").delimiter, type(reader).__name__, csv.Error.__mro__[1].__name__)
