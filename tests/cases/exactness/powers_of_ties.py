# diverges: glibc's `pow` rounds some exact ties, such as 3.0 ** 34, to the odd neighbour; here a power is the nearest float, and of two the even one, as IEEE 754 has it
print((-3.0) ** 34, float(3**34), 3.0**34 == float(3**34), 3.0**35, 5.0**25, 7.0**20 == float(7**20))
