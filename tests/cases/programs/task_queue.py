# A priority queue of tasks with heapq: priorities, updates, cancellation and stable order.
import heapq
from itertools import count


class TaskQueue:
    REMOVED = "<removed>"

    def __init__(self):
        self._heap, self._entries, self._order = [], {}, count()

    def add(self, name, priority=5):
        if name in self._entries:
            self.remove(name)
        entry = [priority, next(self._order), name]
        self._entries[name] = entry
        heapq.heappush(self._heap, entry)

    def remove(self, name):
        self._entries.pop(name)[-1] = self.REMOVED

    def pop(self):
        while self._heap:
            priority, _, name = heapq.heappop(self._heap)
            if name is not self.REMOVED:
                del self._entries[name]
                return priority, name
        raise LookupError("pop from an empty queue")

    def __len__(self):
        return len(self._entries)

    def __bool__(self):
        return bool(self._entries)

    def __contains__(self, name):
        return name in self._entries


queue = TaskQueue()
for name, priority in [("write report", 4), ("fix outage", 1), ("lunch", 3), ("refactor", 5), ("answer mail", 3)]:
    queue.add(name, priority)
queue.add("refactor", 2)
queue.remove("lunch")
print(len(queue), "tasks;", "lunch" in queue, "refactor" in queue)

done = []
while queue:
    priority, name = queue.pop()
    done.append(name)
    print(f"[{priority}] {name}")
    if name == "fix outage":
        queue.add("write post-mortem", 2)
        print("    (added write post-mortem)")
try:
    queue.pop()
except LookupError as exc:
    print("LookupError:", exc)

numbers = [27, 3, 88, 14, 5, 61, 42]
heap = numbers.copy()
heapq.heapify(heap)
print("smallest three:", heapq.nsmallest(3, numbers), "largest two:", heapq.nlargest(2, numbers))
print("by last digit:", heapq.nsmallest(3, numbers, key=lambda n: n % 10))
print("pushpop 1:", heapq.heappushpop(heap, 1), "replace with 100:", heapq.heapreplace(heap, 100))
print("sorted:", [heapq.heappop(heap) for _ in range(len(heap))])
print("merged:", list(heapq.merge([1, 4, 9], [2, 4, 8], [0, 10])))
done
