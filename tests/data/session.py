import math, random, re, json, collections, itertools, functools, datetime, decimal
class Account: balance = 0
def deposit(self, amount): self.balance += amount; return self.balance
Account.deposit = deposit
accounts = [Account() for _ in range(3)]
naturals = itertools.count()
squares = (n * n for n in naturals)
seen = collections.Counter()
words = "the quick brown fox jumps over the lazy dog".split()
@functools.lru_cache(maxsize=None)\ndef fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
matrix = [[i * j for j in range(5)] for i in range(5)]
day = datetime.date(2024, 2, 28)
total = decimal.Decimal(0)
log = []
pattern = re.compile(r"(\w)\w*")
random.seed(4)
def running():\n    mean = count = 0\n    while True:\n        value = yield mean\n        count += 1\n        mean += (value - mean) / count
mean = running()
next(mean)
table = {}
accounts[1 % 3].deposit(1 * 10)
next(squares)
seen.update(words[:1 % 9])
fib(1 + 20) % 1000
day += datetime.timedelta(days=1); day.isoformat()
total += decimal.Decimal("0.1") * 1; str(total)
table["k1"] = json.dumps([1, {"n": random.randint(0, 99)}]); table["k1"]
log.append(pattern.sub(r"\\1", " ".join(words[1 % 5:]))); log[-1]
mean.send(1 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[1 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(1) + random.random(), 6)
accounts[2 % 3].deposit(2 * 10)
next(squares)
seen.update(words[:2 % 9])
fib(2 + 20) % 1000
day += datetime.timedelta(days=2); day.isoformat()
total += decimal.Decimal("0.1") * 2; str(total)
table["k2"] = json.dumps([2, {"n": random.randint(0, 99)}]); table["k2"]
log.append(pattern.sub(r"\\1", " ".join(words[2 % 5:]))); log[-1]
mean.send(2 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[2 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(2) + random.random(), 6)
accounts[3 % 3].deposit(3 * 10)
next(squares)
seen.update(words[:3 % 9])
fib(3 + 20) % 1000
day += datetime.timedelta(days=3); day.isoformat()
total += decimal.Decimal("0.1") * 3; str(total)
table["k3"] = json.dumps([3, {"n": random.randint(0, 99)}]); table["k3"]
log.append(pattern.sub(r"\\1", " ".join(words[3 % 5:]))); log[-1]
mean.send(3 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[3 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(3) + random.random(), 6)
accounts[4 % 3].deposit(4 * 10)
next(squares)
seen.update(words[:4 % 9])
fib(4 + 20) % 1000
day += datetime.timedelta(days=4); day.isoformat()
total += decimal.Decimal("0.1") * 4; str(total)
table["k4"] = json.dumps([4, {"n": random.randint(0, 99)}]); table["k4"]
log.append(pattern.sub(r"\\1", " ".join(words[4 % 5:]))); log[-1]
mean.send(4 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[4 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(4) + random.random(), 6)
accounts[5 % 3].deposit(5 * 10)
next(squares)
seen.update(words[:5 % 9])
fib(5 + 20) % 1000
day += datetime.timedelta(days=5); day.isoformat()
total += decimal.Decimal("0.1") * 5; str(total)
table["k5"] = json.dumps([5, {"n": random.randint(0, 99)}]); table["k5"]
log.append(pattern.sub(r"\\1", " ".join(words[5 % 5:]))); log[-1]
mean.send(5 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[5 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(5) + random.random(), 6)
accounts[6 % 3].deposit(6 * 10)
next(squares)
seen.update(words[:6 % 9])
fib(6 + 20) % 1000
day += datetime.timedelta(days=6); day.isoformat()
total += decimal.Decimal("0.1") * 6; str(total)
table["k6"] = json.dumps([6, {"n": random.randint(0, 99)}]); table["k6"]
log.append(pattern.sub(r"\\1", " ".join(words[6 % 5:]))); log[-1]
mean.send(6 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[6 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(6) + random.random(), 6)
accounts[7 % 3].deposit(7 * 10)
next(squares)
seen.update(words[:7 % 9])
fib(7 + 20) % 1000
day += datetime.timedelta(days=7); day.isoformat()
total += decimal.Decimal("0.1") * 7; str(total)
table["k7"] = json.dumps([7, {"n": random.randint(0, 99)}]); table["k7"]
log.append(pattern.sub(r"\\1", " ".join(words[7 % 5:]))); log[-1]
mean.send(7 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[7 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(7) + random.random(), 6)
accounts[8 % 3].deposit(8 * 10)
next(squares)
seen.update(words[:8 % 9])
fib(8 + 20) % 1000
day += datetime.timedelta(days=8); day.isoformat()
total += decimal.Decimal("0.1") * 8; str(total)
table["k8"] = json.dumps([8, {"n": random.randint(0, 99)}]); table["k8"]
log.append(pattern.sub(r"\\1", " ".join(words[8 % 5:]))); log[-1]
mean.send(8 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[8 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(8) + random.random(), 6)
accounts[9 % 3].deposit(9 * 10)
next(squares)
seen.update(words[:9 % 9])
fib(9 + 20) % 1000
day += datetime.timedelta(days=9); day.isoformat()
total += decimal.Decimal("0.1") * 9; str(total)
table["k9"] = json.dumps([9, {"n": random.randint(0, 99)}]); table["k9"]
log.append(pattern.sub(r"\\1", " ".join(words[9 % 5:]))); log[-1]
mean.send(9 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[9 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(9) + random.random(), 6)
accounts[10 % 3].deposit(10 * 10)
next(squares)
seen.update(words[:10 % 9])
fib(10 + 20) % 1000
day += datetime.timedelta(days=10); day.isoformat()
total += decimal.Decimal("0.1") * 10; str(total)
table["k10"] = json.dumps([10, {"n": random.randint(0, 99)}]); table["k10"]
log.append(pattern.sub(r"\\1", " ".join(words[10 % 5:]))); log[-1]
mean.send(10 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[10 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(10) + random.random(), 6)
accounts[11 % 3].deposit(11 * 10)
next(squares)
seen.update(words[:11 % 9])
fib(11 + 20) % 1000
day += datetime.timedelta(days=11); day.isoformat()
total += decimal.Decimal("0.1") * 11; str(total)
table["k11"] = json.dumps([11, {"n": random.randint(0, 99)}]); table["k11"]
log.append(pattern.sub(r"\\1", " ".join(words[11 % 5:]))); log[-1]
mean.send(11 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[11 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(11) + random.random(), 6)
accounts[12 % 3].deposit(12 * 10)
next(squares)
seen.update(words[:12 % 9])
fib(12 + 20) % 1000
day += datetime.timedelta(days=12); day.isoformat()
total += decimal.Decimal("0.1") * 12; str(total)
table["k12"] = json.dumps([12, {"n": random.randint(0, 99)}]); table["k12"]
log.append(pattern.sub(r"\\1", " ".join(words[12 % 5:]))); log[-1]
mean.send(12 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[12 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(12) + random.random(), 6)
accounts[13 % 3].deposit(13 * 10)
next(squares)
seen.update(words[:13 % 9])
fib(13 + 20) % 1000
day += datetime.timedelta(days=13); day.isoformat()
total += decimal.Decimal("0.1") * 13; str(total)
table["k13"] = json.dumps([13, {"n": random.randint(0, 99)}]); table["k13"]
log.append(pattern.sub(r"\\1", " ".join(words[13 % 5:]))); log[-1]
mean.send(13 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[13 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(13) + random.random(), 6)
accounts[14 % 3].deposit(14 * 10)
next(squares)
seen.update(words[:14 % 9])
fib(14 + 20) % 1000
day += datetime.timedelta(days=14); day.isoformat()
total += decimal.Decimal("0.1") * 14; str(total)
table["k14"] = json.dumps([14, {"n": random.randint(0, 99)}]); table["k14"]
log.append(pattern.sub(r"\\1", " ".join(words[14 % 5:]))); log[-1]
mean.send(14 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[14 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(14) + random.random(), 6)
accounts[15 % 3].deposit(15 * 10)
next(squares)
seen.update(words[:15 % 9])
fib(15 + 20) % 1000
day += datetime.timedelta(days=15); day.isoformat()
total += decimal.Decimal("0.1") * 15; str(total)
table["k15"] = json.dumps([15, {"n": random.randint(0, 99)}]); table["k15"]
log.append(pattern.sub(r"\\1", " ".join(words[15 % 5:]))); log[-1]
mean.send(15 * 1.5)
print(sorted(seen.items())[:2], [a.balance for a in accounts])
matrix = [list(row) for row in zip(*matrix)]; matrix[15 % 5][2] += 1; sum(map(sum, matrix))
round(math.sin(15) + random.random(), 6)
