# A misspelt builtin gets a suggestion too.
numbers = [3, 1, 2]
print(sortd(numbers))
