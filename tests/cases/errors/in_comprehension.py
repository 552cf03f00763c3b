# An exception inside a list comprehension.
values = [4, 2, 0, 1]
inverse = [round(1 / v, 2) for v in values if v != 9]
