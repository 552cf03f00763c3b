# A call that is never closed, at the end of the file.
print("total", sum([1, 2, 3])
