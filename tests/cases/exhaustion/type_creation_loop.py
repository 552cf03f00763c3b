# taipan: expect = "fuel"
# taipan: fuel = 100000
while True:
    type('A', (), {})
