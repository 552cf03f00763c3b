#! expect = {status = "fuel"}
#! fuel = 100000
list_ = iter(int, 1)
sum(list_)
