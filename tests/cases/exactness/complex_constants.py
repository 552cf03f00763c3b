# Complex arithmetic that the compiler folds gives what the same operation gives at run time.
a, b, c = -4.459038852e-23, 0.1229211074261030310 + 8.8j, 0.7 + 42.0j
print(-4.459038852e-23 / (0.1229211074261030310 + 8.8j) == a / b, (0.7 + 42.0j) / 6.3039589678e249 == c / 6.3039589678e249)
print((0.7 + 42.0j) / 6.3039589678e249, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, (0.2 + 28.2j) ** -2)
print((777782131.5 + 73.2j) ** 0.5 == (777782131.5 + 73.2j).__class__(777782131.5, 73.2) ** 0.5)
print(abs(3 + 4j), abs(complex(1e200, 1e200)), abs(complex(3e-320, 4e-320)), abs(complex(1.0, 1e-308)))
