#! fuel = 10000
#! expect = "fuel"
# Code made at run time is counted as well.
exec("while True:\n    try:\n        pass\n    except:\n        pass")
