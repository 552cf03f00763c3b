#! expect = "denied"
import importlib

print(importlib.import_module("math").pi)
importlib.import_module("socket")
