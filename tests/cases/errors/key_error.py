# A missing key, shown by its repr.
prices = {"apple": 1.5}
total = prices["apple"] + prices["pear"]
