#! fuel = 10000
#! expect = "fuel"
# An endless loop; what it printed before is kept.
print("before")
while True:
    pass
