# Names in a class body are not seen by its methods or nested functions.
x = "global"

class C:
    x = "class"
    seen = x

    def method(self):
        return x

    def own(self):
        return self.x

    from_global = [x for _ in range(1)]
    first_source = [c for c in x][:2]

def outer():
    x = "outer"

    def shadow():
        x = "inner"
        return x

    class D:
        y = x
        x = "in class"

    return shadow(), x, D.x, D.y

print(C.x, C.seen, C().method(), C().own(), C.from_global, C.first_source)
outer()
