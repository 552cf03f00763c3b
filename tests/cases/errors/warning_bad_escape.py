# An unknown escape warns and keeps its backslash.
pattern = "\d+"
print(pattern, len(pattern))
