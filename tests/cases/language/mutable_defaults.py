# Defaults are evaluated once; late binding in loops; sharing between instances.
def log(item, seen=[]):
    seen.append(item)
    return len(seen)

def fresh(item, seen=None):
    seen = [] if seen is None else seen
    seen.append(item)
    return seen

print(log(1), log(2), log(3, []), log.__defaults__, fresh(1), fresh(2), fresh(3, [0]))
base = 10

def frozen(n=base, *, key=lambda: base):
    return n, key()

base = 20
print(frozen(), frozen(1))
counter = iter(range(100))
stamped = lambda id=next(counter): id
print(stamped(), stamped(), next(counter))
handlers = {name: lambda event, name=name: f"{name}:{event}" for name in ("open", "close")}
late = [lambda: name for name in "xyz"]
print(handlers["open"](1), handlers["close"](2), [f() for f in late])

class Team:
    members, size = [], 0

    def add(self, who):
        self.members.append(who)
        self.size += 1

a, b = Team(), Team()
a.add("ann"), b.add("bob"), b.add("cyd")
Team.members, a.size, b.size, Team.size
