x = []
while True: x.append(x * 2)
