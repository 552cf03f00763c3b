# continue in a function inside a loop is outside it.
for i in range(3):
    def f():
        continue
