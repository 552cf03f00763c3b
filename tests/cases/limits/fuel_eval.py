#! fuel = 10000
#! expect = "fuel"
eval("[1 for _ in iter(int, 1)]")
