# Stock valued first-in first-out, last-in first-out and at average cost.
from collections import deque, namedtuple

Lot = namedtuple("Lot", ["units", "cost"])
MOVES = [
    ("buy", 100, 10.00), ("buy", 50, 12.00), ("sell", 80, 15.00),
    ("buy", 70, 11.50), ("sell", 110, 16.00), ("sell", 50, 9.0),
]


class OutOfStock(Exception):
    def __init__(self, wanted, available):
        self.wanted, self.available = wanted, available
        super().__init__(f"wanted {wanted}, only {available} left")


class Stock:
    def __init__(self):
        self.lots, self.profit = deque(), 0.0

    def buy(self, units, cost):
        self.lots.append(Lot(units, cost))

    def take(self):
        raise NotImplementedError

    def put_back(self, lot):
        raise NotImplementedError

    def sell(self, units, price):
        if units > self.units:
            raise OutOfStock(units, self.units)
        left = units
        while left:
            lot = self.take()
            used = min(left, lot.units)
            self.profit += used * (price - lot.cost)
            left -= used
            if lot.units > used:
                self.put_back(lot._replace(units=lot.units - used))

    @property
    def units(self):
        return sum(lot.units for lot in self.lots)

    @property
    def value(self):
        return sum(lot.units * lot.cost for lot in self.lots)


class Fifo(Stock):
    def take(self):
        return self.lots.popleft()

    def put_back(self, lot):
        self.lots.appendleft(lot)


class Lifo(Stock):
    def take(self):
        return self.lots.pop()

    def put_back(self, lot):
        self.lots.append(lot)


class Average(Fifo):
    def buy(self, units, cost):
        total = self.units + units
        self.lots = deque([Lot(total, (self.value + units * cost) / total)])


report = {}
for method in (Fifo, Lifo, Average):
    stock = method()
    print(method.__name__)
    for kind, units, price in MOVES:
        try:
            getattr(stock, kind)(units, price)
            note = ""
        except OutOfStock as exc:
            note = f"  refused: {exc}"
        print(f"  {kind:<4} {units:>4} at {price:>6.2f} -> {stock.units:>4} units worth {stock.value:>8.2f}{note}")
    report[method.__name__] = round(stock.profit, 2)
print(stock.lots[0], Lot._fields)
report
