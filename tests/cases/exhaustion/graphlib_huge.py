#! expect = {status = "fuel"}
#! fuel = 100000
import graphlib
g = {i: range(i) for i in range(10_000)}
list(graphlib.TopologicalSorter(g).static_order())
