# A positional argument after a keyword.
print(sep=", ", "a", "b")
