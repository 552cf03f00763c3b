# deque, defaultdict, OrderedDict, ChainMap.
from collections import ChainMap, OrderedDict, defaultdict, deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), list(reversed(d)))
d.rotate(1)
print(d, d.pop(), d.popleft(), d, d.count(2), d.index(2))
e = deque("abc")
e.extend("de")
e.extendleft("yz")
e.remove("a")
e.insert(1, "!")
e[0] = "Q"
print(e, "c" in e, e.copy() == e, deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]), deque([0]) * 3)
e.reverse()
print("".join(e), deque(range(10), 3), deque())
dd = defaultdict(list)
for k, v in [("x", 1), ("y", 2), ("x", 3)]:
    dd[k].append(v)
print(dd, dict(dd), dd.get("none"), "none" in dd, dd.default_factory)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), defaultdict(int, a=1)["a"], defaultdict(lambda: 7)["new"])
od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
od.move_to_end("c", last=False)
print(od, od.popitem(last=False), od == OrderedDict(b=2, a=1), od == {"a": 1, "b": 2}, OrderedDict(b=1, a=1) == OrderedDict(a=1, b=1))
cm = ChainMap({"user": 1}, {"user": 2, "color": 3})
print(cm["user"], cm["color"], cm, len(cm), sorted(cm), cm.parents, dict(cm.new_child({"color": 9})))
cm["new"] = 0
print(cm.maps[0])
for call in ("deque().pop()", "deque([1], -1)", "deque([1])[3]", "defaultdict(None)['k']", "cm['zip']", "od.move_to_end('q')"):
    try:
        print(eval(call))
    except Exception as e:
        print(type(e).__name__, e)
deque([3, 1, 2], maxlen=2)
