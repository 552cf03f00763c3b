#! fuel = 10000
#! expect = "fuel"
{x % 10: y for x in range(10**5) for y in range(10**5)}
