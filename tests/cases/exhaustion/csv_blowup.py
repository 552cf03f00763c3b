#! expect = {status = "memory"}
#! memory = "48MiB"
import csv
x = list(csv.reader([',' * 100_000_000]))
