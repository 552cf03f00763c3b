# A broken expression inside an f-string.
a = 1
print(f"sum: {a +}")
