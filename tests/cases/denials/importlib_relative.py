#! expect = "denied"
import importlib

importlib.import_module(".request", package="urllib")
