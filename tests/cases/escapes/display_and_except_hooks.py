#! expect = {status = "error"}
import sys

sys.displayhook = lambda value: sys.__stdout__.write("ESC" + "APED")
sys.excepthook = lambda *a: sys.__stdout__.write("ESC" + "APED")
sys.ps1 = type("P", (), {"__str__": lambda self: "ESC" + "APED"})()
sys.__excepthook__(ValueError, ValueError("contained"), None)
sys.__unraisablehook__(type("Args", (), {"object": 1, "exc_value": ValueError("contained")}))
sys.__displayhook__("contained")
raise ValueError("contained")
