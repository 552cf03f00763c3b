# An expression from eval.
rate = "5"
print(eval("1 + 2"))
eval("rate * 2.5")
