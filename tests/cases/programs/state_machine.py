# A vending machine and a traffic light as explicit state machines with enums.
from enum import Enum, auto


class Light(Enum):
    GREEN = 25
    AMBER = 4
    RED = 30

    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]


class State(Enum):
    IDLE = auto()
    PAYING = auto()
    VENDING = auto()
    BROKEN = auto()


class VendingMachine:
    PRICES = {"cola": 150, "chips": 90}

    def __init__(self):
        self.state, self.credit, self.returned = State.IDLE, 0, 0
        self.table = {
            (State.IDLE, "coin"): self.accept,
            (State.PAYING, "coin"): self.accept,
            (State.PAYING, "select"): self.select,
            (State.PAYING, "cancel"): self.refund,
            (State.VENDING, "taken"): self.refund,
        }

    def handle(self, event, argument=None):
        if event == "kick":
            self.state = State.BROKEN
            return "alarm"
        action = self.table.get((self.state, event))
        if action is None:
            return f"ignored in {self.state.name}"
        return action(argument)

    def accept(self, cents):
        self.credit += cents
        self.state = State.PAYING
        return f"credit {self.credit}"

    def select(self, product):
        price = self.PRICES.get(product)
        if price is None:
            return f"no {product}"
        if price > self.credit:
            return f"{product} needs {price - self.credit} more"
        self.credit -= price
        self.state = State.VENDING
        return f"here is your {product}"

    def refund(self, _):
        change, self.credit = self.credit, 0
        self.returned += change
        self.state = State.IDLE
        return f"change {change}"


machine = VendingMachine()
events = [("select", "cola"), ("coin", 100), ("select", "cola"), ("coin", 100), ("select", "tea"), ("select", "cola"),
          ("coin", 50), ("taken", None), ("coin", 20), ("cancel", None), ("kick", None), ("coin", 100)]
for event, argument in events:
    before = machine.state.name
    answer = machine.handle(event, argument)
    print(f"{before:<8} {event:<7}{argument or '':<6} {machine.state.name:<8} {answer}")

light, clock = Light.RED, 0
for _ in range(5):
    print(f"{clock:>4}s {light.name:<6} for {light.value}s")
    clock += light.value
    light = light.next()
print(Light["AMBER"], Light(30), repr(Light.GREEN), State.IDLE.value, [s.name for s in State])
machine.state is State.BROKEN, machine.returned
