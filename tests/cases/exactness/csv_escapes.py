import csv, io

text = io.StringIO()
csv.writer(text, doublequote=False, escapechar="!").writerow([1, 'c"d', "a,b"])
print(text.getvalue())
