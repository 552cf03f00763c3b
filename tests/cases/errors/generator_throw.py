# An exception thrown into a generator comes out at its yield.
def listener():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            print("heard", e)


g = listener()
next(g)
print(g.throw(ValueError("soft")))
g.throw(TypeError("hard"))
