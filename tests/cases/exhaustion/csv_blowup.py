# taipan: expect = "memory"
# taipan: memory = "48MiB"
import csv
x = list(csv.reader([',' * 100_000_000]))
