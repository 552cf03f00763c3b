# Topological sorting.
from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}).static_order())[::3])
ts = TopologicalSorter({"cake": ["batter", "oven"], "batter": ["flour", "eggs"]})
ts.add("oven")
ts.add("icing", "sugar", "eggs")
ts.add("party", "cake", "icing")
ts.prepare()
step = 0
while ts.is_active():
    ready = sorted(ts.get_ready())
    step += 1
    print(step, ready)
    ts.done(*ready)
print(bool(ts), list(TopologicalSorter().static_order()), list(TopologicalSorter({1: []}).static_order()))
build = {"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "core": []}
order = list(TopologicalSorter(build).static_order())
print(order[0], order[-1], all(order.index(d) < order.index(n) for n, deps in build.items() for d in deps))
try:
    list(TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["a"]}).static_order())
except CycleError as e:
    print(e.args[0], sorted(set(e.args[1])), e.args[1][0] == e.args[1][-1], isinstance(e, ValueError))
t = TopologicalSorter({"x": ["y"]})
for call in ("t.get_ready()", "t.prepare()", "t.add('z')", "t.done('x')", "t.done('q')", "t.get_ready()", "t.get_ready()"):
    try:
        print(call, eval(call))
    except ValueError as e:
        print(call, type(e).__name__, e)
list(TopologicalSorter({3: [2], 2: [1]}).static_order())
