# A comparison of types without an order.
limits = [1, None, 3]
print(sorted(limits))
