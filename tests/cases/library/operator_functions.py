# Operators as functions, item and attribute getters.
import operator as op
from types import SimpleNamespace

print(op.add(1, 2), op.sub(1, 2), op.mul("a", 3), op.truediv(1, 4), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 10))
print(op.neg(3), op.pos(-3), op.invert(5), op.lshift(1, 4), op.rshift(256, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3))
print(op.lt(1, 2), op.le(2, 2), op.eq("a", "a"), op.ne(1, 1.0), op.not_([]), op.truth("x"), op.is_(None, None), op.is_not(1, None))
print(op.contains([1, 2], 2), op.countOf("banana", "a"), op.indexOf("banana", "n"), op.concat([1], [2]), op.index(True), op.abs(-2))
rows = [("bo", 3, {"k": 1}), ("al", 3, {"k": 0}), ("cy", 1, {"k": 5})]
print(sorted(rows, key=op.itemgetter(1, 0)), list(map(op.itemgetter(0), rows)), op.itemgetter(slice(1, 3))("abcd"))
points = [SimpleNamespace(x=2, p=SimpleNamespace(y=1)), SimpleNamespace(x=1, p=SimpleNamespace(y=2))]
print([op.attrgetter("x")(p) for p in points], op.attrgetter("x", "p.y")(points[0]), min(points, key=op.attrgetter("x")).p.y)
print(list(map(op.methodcaller("upper"), "ab")), op.methodcaller("split", ",", maxsplit=1)("a,b,c"))
d = {"a": 1}
op.setitem(d, "b", 2)
op.delitem(d, "a")
print(d, op.getitem([10, 20], -1), op.iadd([1], [2]), op.matmul.__name__, op.length_hint([1, 2, 3]), op.length_hint(iter("ab")))
ops = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "^": op.pow}


def rpn(text):
    stack = []
    for token in text.split():
        if token in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[token](a, b))
        else:
            stack.append(float(token))
    return stack


print(rpn("3 4 2 * 1 5 - 2 ^ / +"), repr(op.itemgetter(1, "a")), repr(op.attrgetter("a.b")))
for call in ("op.itemgetter(5)([1])", "op.attrgetter('zz')(1)", "op.index(1.0)", "op.indexOf('a', 'b')", "op.itemgetter()"):
    try:
        print(eval(call))
    except Exception as e:
        print(type(e).__name__, e)
op.call(max, 3, 9)
