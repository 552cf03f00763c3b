#! expect = "ok"
# A value that holds itself has an end.
ring = [1, {"self": None}]
ring[1]["self"] = ring
ring
