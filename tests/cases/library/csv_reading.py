# Parsing CSV: quoting, dialects, DictReader, sniffing.
import csv
import io

text = 'name,qty,note\n"Smith, J",3,"said ""hi"""\nÅsa,,"two\nlines"\n'
for row in csv.reader(io.StringIO(text)):
    print(row)
reader = csv.DictReader(io.StringIO(text))
rows = list(reader)
print(reader.fieldnames, rows[0]["name"], rows[1], reader.line_num)
print(list(csv.reader(["a;b;c", "1; 2;'3;4'"], delimiter=";", quotechar="'", skipinitialspace=True)))
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(["a\tb", "", "c"], dialect="excel-tab")), list(csv.reader([r"a\,b,c"], escapechar="\\")))
print(list(csv.DictReader(["1,2,3", "4"], fieldnames=["a", "b"], restkey="more", restval="-")))
print(list(csv.reader(["", '""', ","])), csv.list_dialects())
totals = {}
for row in csv.DictReader(io.StringIO("dept,pay\nit,100\nhr,80\nit,50.5\n")):
    totals[row["dept"]] = totals.get(row["dept"], 0) + float(row["pay"])
print(totals)
dialect = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(repr(dialect.delimiter), csv.Sniffer().has_header("name,age\nann,30\nbob,25\n"))
for lines, options in ((['"open'], {"strict": True}), (['"a"b'], {"strict": True}), (["x"], {"delimiter": "ab"})):
    try:
        print(list(csv.reader(lines, **options)))
    except csv.Error as e:
        print(e)
    except TypeError:
        print("TypeError")
list(csv.reader(["x,y", "1,2"]))
