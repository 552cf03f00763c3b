#! expect = {status = "ok"}
a = []
d = {"a": a}
a.append(d)
a.append((a, d))
a
