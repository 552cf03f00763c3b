# Reads CSV from a string, cleans it, aggregates it, and writes CSV back out.
import csv
import io

RAW = """\
id,name,department,salary,start
1,"Lovelace, Ada",Engineering,98000,2019-03-01
2,Grace Hopper,Engineering,105500,2017-07-15
3,"O""Neil, Pat",Support,52000,2021-11-30
4,Linus Pauling,,61000,2020-01-20
5,Rosalind Franklin,Research,not known,2018-05-05
6,Marie Curie,Research,88000,2016-09-09
"""

rows, problems = [], []
for number, row in enumerate(csv.DictReader(io.StringIO(RAW)), start=2):
    try:
        row["salary"] = int(row["salary"])
    except ValueError as exc:
        problems.append(f"line {number}: {exc}")
        continue
    row["department"] = row["department"] or "(none)"
    rows.append(row)

print("problems:", problems)
for row in rows:
    print(f"{row['id']:>2} {row['name']:<18} {row['department']:<12} {row['salary']:>8,} {row['start']}")

totals = {}
for row in rows:
    count, amount = totals.get(row["department"], (0, 0))
    totals[row["department"]] = (count + 1, amount + row["salary"])

out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
writer.writerow(["department", "people", "average"])
for department, (count, amount) in sorted(totals.items()):
    writer.writerow([department, count, round(amount / count, 2)])
print(out.getvalue())

tabbed = "a\tb\tc\n1\t2\t3\n"
print(list(csv.reader(io.StringIO(tabbed), delimiter="\t")))
print(next(csv.reader(['x;"semi;colon";z'], delimiter=";")))

len(rows), max(rows, key=lambda row: row["salary"])["name"]
