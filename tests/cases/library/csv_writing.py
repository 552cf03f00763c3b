# Writing CSV: quoting rules, line endings, DictWriter.
import csv
import io


def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


rows = [["id", "text"], [1, 'say "hi"'], [2.50, "a,b"], [None, "line\nbreak"], [True, ""]]
print(repr(written(rows)))
print(written(rows, quoting=csv.QUOTE_ALL, lineterminator="\n"))
print(written(rows, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n"))
print(written([["a;b", "it's"]], delimiter=";", quotechar="'", lineterminator="|"))
print(written([["a,b", "c"]], quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="|"))
print(written([['a"b']], doublequote=False, escapechar="\\", lineterminator="|"))
print(repr(written([[""], [None], [], [" x "]])))
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["name", "score"], extrasaction="ignore", restval="n/a", lineterminator="\n")
writer.writeheader()
writer.writerows([{"name": "Ann", "score": 9.5, "extra": 1}, {"name": "Bo"}])
print(out.getvalue(), end="")
print(list(csv.DictReader(io.StringIO(out.getvalue()))))
try:
    csv.DictWriter(out, ["a"]).writerow({"a": 1, "b": 2})
except ValueError as e:
    print(e)
try:
    written([["a,b"]], quoting=csv.QUOTE_NONE)
except csv.Error as e:
    print(e)
csv.writer(io.StringIO()).writerow(["twelve", "chars"])
