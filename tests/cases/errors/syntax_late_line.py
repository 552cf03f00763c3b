# Nothing runs when a later line is broken.
print("never printed")
for i in range(3):
    print(i)
value = (1, 2
