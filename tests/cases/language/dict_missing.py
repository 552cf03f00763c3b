# __missing__, defaultdict, Counter, OrderedDict and ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict

class Squares(dict):
    def __missing__(self, key):
        value = self[key] = key * key
        return value

s = Squares({1: "one"})
print(s[1], s[4], s, s.get(9), 9 in s)
groups = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups), groups)
c = Counter("mississippi")
c.update("sip")
c.subtract({"m": 3})
print(c, c.most_common(2), c["q"], sorted(c.elements())[:3], c.total(), +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5))
print(Counter(a=3) & Counter(a=1), Counter(a=1) | Counter(a=2, b=1))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), o == {"b": 2, "a": 1}, OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1))
chain = ChainMap({"a": 1}, {"a": 9, "b": 2})
chain["c"] = 3
print(chain["a"], chain["b"], chain.maps[0], dict(chain), chain.new_child({"b": 0})["b"], chain.parents)
sorted(s.items(), key=str)
