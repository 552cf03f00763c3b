# taipan: fuel = 10000
# taipan: expect = "fuel"
eval("[1 for _ in iter(int, 1)]")
