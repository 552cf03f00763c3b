# taipan: diverges = "with `doublequote=False` and an `escapechar`, the writer also quotes a field in which it escaped a quote"
import csv, io

text = io.StringIO()
csv.writer(text, doublequote=False, escapechar="!").writerow([1, 'c"d', "a,b"])
print(text.getvalue())
