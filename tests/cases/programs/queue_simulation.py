# A bank with two tellers: discrete events on a heap, arrivals from a seeded generator.
import heapq
import random
from dataclasses import dataclass, field
from statistics import mean


@dataclass(order=True)
class Event:
    time: int
    order: int
    kind: str = field(compare=False)
    customer: int = field(compare=False)


class Bank:
    def __init__(self, tellers, seed):
        self.free = tellers
        self.rng = random.Random(seed)
        self.waiting = []
        self.events = []
        self.count = 0
        self.arrived, self.waits, self.log = {}, [], []

    def at(self, time, kind, customer):
        heapq.heappush(self.events, Event(time, self.count, kind, customer))
        self.count += 1

    def start(self, now, customer):
        self.free -= 1
        self.waits.append(now - self.arrived[customer])
        self.at(now + self.rng.randint(4, 9), "leaves", customer)

    def run(self, customers):
        clock = 0
        for customer in range(1, customers + 1):
            clock += self.rng.randint(1, 4)
            self.at(clock, "arrives", customer)
        while self.events:
            event = heapq.heappop(self.events)
            self.log.append(f"{event.time:>3} customer {event.customer} {event.kind}")
            if event.kind == "arrives":
                self.arrived[event.customer] = event.time
                self.waiting.append(event.customer)
            else:
                self.free += 1
            if self.free and self.waiting:
                self.start(event.time, self.waiting.pop(0))
        return event.time


for tellers in (1, 2, 3):
    bank = Bank(tellers, seed=11)
    closing = bank.run(40)
    print(f"{tellers} teller(s): closes at {closing}, mean wait {mean(bank.waits):.2f}, longest {max(bank.waits)}")

bank = Bank(2, seed=3)
bank.run(6)
print("\n".join(bank.log))
bank.waits
