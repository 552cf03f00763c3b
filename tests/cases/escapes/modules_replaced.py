#! expect = {status = "ok"}
import sys

sys.modules = {"sys": None, "builtins": 5}
try:
    import json
except Exception as error:
    last = type(error).__name__
sys.path = None
sys.meta_path = 5
try:
    import csv
except Exception as error:
    last = type(error).__name__
"contained"
