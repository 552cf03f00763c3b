# A missing comma between arguments.
print("total:" 3 + 4)
