# taipan: expect = "fuel"
# taipan: fuel = 100000
list_ = iter(int, 1)
sum(list_)
