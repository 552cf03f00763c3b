#! expect = {status = "ok"}
import random

random.seed(5)
random.random = lambda: 0.5
random.Random.left = 1
random._inst = None
print("contained:", random.random())
