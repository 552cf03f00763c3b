words = []
for i in range(40_000):
    words.append(f'{i:05d}-{i % 13:x}')
text = ' '.join(words)
counts = {}
for word in text.split():
    tail = word.partition('-')[2].upper()
    counts[tail] = counts.get(tail, 0) + 1
result = sorted(counts.items())[:3]
