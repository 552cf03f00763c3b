#! fuel = 10000
#! expect = "fuel"
# A loop over a long range.
total = 0
for i in range(10**9):
    total += i
print(total)
