# An inventory of dataclasses: defaults, ordering, replace, asdict and validation.
from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True, frozen=True)
class Item:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    price_cents: int
    quantity: int = 0
    tags: tuple[str, ...] = ()

    def __post_init__(self):
        if self.price_cents < 0:
            raise ValueError(f"negative price for {self.name}")
        object.__setattr__(self, "sort_key", (self.price_cents * self.quantity, self.name))

    @property
    def value(self):
        return self.price_cents * self.quantity / 100


@dataclass
class Inventory:
    items: dict[str, Item] = field(default_factory=dict)
    history: list[str] = field(default_factory=list, repr=False)

    def add(self, item):
        self.items[item.name] = item
        self.history.append(f"added {item.name}")

    def sell(self, name, quantity):
        item = self.items[name]
        if quantity > item.quantity:
            raise ValueError(f"only {item.quantity} of {name} left")
        self.items[name] = replace(item, quantity=item.quantity - quantity)
        self.history.append(f"sold {quantity} {name}")

    def total(self):
        return sum(item.value for item in self.items.values())


stock = Inventory()
for item in (Item("bolt", 15, 400), Item("drill", 8999, 3, ("tool",)), Item("saw", 2450, 10, ("tool", "sharp"))):
    stock.add(item)
stock.sell("bolt", 150)
for name, quantity in (("drill", 5), ("hammer", 1)):
    try:
        stock.sell(name, quantity)
    except (ValueError, KeyError) as exc:
        print(type(exc).__name__, exc)
try:
    stock.items["saw"].quantity = 0
except AttributeError as exc:
    print(type(exc).__name__, exc)

for item in sorted(stock.items.values(), reverse=True):
    print(f"{item.name:<6} {item.quantity:>4} x {item.price_cents / 100:>6.2f} = {item.value:>8.2f} {item.tags}")
print(stock.history)
print(astuple(stock.items["bolt"])[1:], [f.name for f in fields(Item)])
print(asdict(stock)["items"]["drill"])
print(stock.items["saw"])
stock.total()
