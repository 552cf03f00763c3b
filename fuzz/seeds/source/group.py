print("\ud800", "é" * 3)
raise ExceptionGroup("g", [ValueError("a"), KeyError("b")])
