#! fuel = 30000
#! expect = "fuel"
# Library code, frozen into the engine, is counted as well.
import difflib

a = [str(i * 7 % 1000) for i in range(1000)]
b = [str(i * 11 % 1000) for i in range(1000)]
difflib.SequenceMatcher(None, a, b).ratio()
