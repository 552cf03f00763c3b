# Priority queues, k largest, merging.
import heapq

h = [5, 1, 8, 3, 9, 2]
heapq.heapify(h)
print(h, h[0], heapq.heappop(h), h)
heapq.heappush(h, 0)
print(h, heapq.heappushpop(h, 4), heapq.heapreplace(h, 7), h)
print([heapq.heappop(h) for _ in range(len(h))], h)
print(heapq.nlargest(3, [4, 1, 7, 3, 8]), heapq.nsmallest(2, ["pear", "fig", "apple"], key=len), heapq.nlargest(0, [1]), heapq.nsmallest(9, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([7, 4], [5, 2], reverse=True)), list(heapq.merge(["aa", "b"], ["ccc"], key=len)))
tasks = []
for n, (priority, name) in enumerate([(2, "test"), (1, "code"), (2, "docs"), (1, "plan")]):
    heapq.heappush(tasks, (priority, n, name))
print([heapq.heappop(tasks)[2] for _ in range(4)])

graph = {"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8}, "D": {}}


def dijkstra(start):
    distance, queue = {start: 0}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for other, weight in graph[node].items():
            if d + weight < distance.get(other, float("inf")):
                distance[other] = d + weight
                heapq.heappush(queue, (d + weight, other))
    return distance


print(dijkstra("A"))
low, high, medians = [], [], []
for value in [5, 15, 1, 3, 8]:
    heapq.heappush(high, -heapq.heappushpop(low, -value))
    if len(high) > len(low):
        heapq.heappush(low, -heapq.heappop(high))
    medians.append(-low[0] if len(low) > len(high) else (high[0] - low[0]) / 2)
print(medians)
for call in ("heapq.heappop([])", "heapq.heappush((), 1)", "heapq.heappushpop([1], 'a')"):
    try:
        print(eval(call))
    except (IndexError, TypeError) as e:
        print(type(e).__name__, call)
heapq.nsmallest(2, [{"v": 3}, {"v": 1}, {"v": 2}], key=lambda d: d["v"])
