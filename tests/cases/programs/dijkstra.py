# Shortest paths on a weighted road map with heapq, plus the table of all distances.
import heapq
import math

ROADS = """
Ashford Bexley 7
Ashford Corby 9
Ashford Flint 14
Bexley Corby 10
Bexley Derby 15
Corby Derby 11
Corby Flint 2
Derby Ely 6
Flint Ely 9
Garth Howe 3
"""


def build(text):
    graph = {}
    for line in text.strip().splitlines():
        a, b, length = line.split()
        graph.setdefault(a, {})[b] = int(length)
        graph.setdefault(b, {})[a] = int(length)
    return graph


def dijkstra(graph, start):
    distance = {node: math.inf for node in graph}
    previous = {}
    distance[start] = 0
    heap = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for neighbour, length in graph[node].items():
            candidate = d + length
            if candidate < distance[neighbour]:
                distance[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(heap, (candidate, neighbour))
    return distance, previous


def path(previous, start, goal):
    if goal != start and goal not in previous:
        return None
    route = [goal]
    while route[-1] != start:
        route.append(previous[route[-1]])
    return route[::-1]


graph = build(ROADS)
distance, previous = dijkstra(graph, "Ashford")
for town in sorted(graph):
    route = path(previous, "Ashford", town)
    print(f"{town:<8} {distance[town]:>4} {' > '.join(route) if route else 'unreachable'}")

towns = sorted(graph)
print("\n" + " " * 8 + "".join(f"{town[:3]:>5}" for town in towns))
for town in towns:
    row = dijkstra(graph, town)[0]
    print(f"{town:<8}" + "".join(f"{row[other]:>5}" for other in towns))

path(previous, "Ashford", "Ely"), distance["Garth"]
