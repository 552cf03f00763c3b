# A string without its closing quote.
name = 'Ann
print(name)
