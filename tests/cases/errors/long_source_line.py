# A long source line is shown whole, with carets far to the right.
values = {"alpha": 1, "beta": 2, "gamma": 3, "delta": 4, "epsilon": 5, "zeta": 6, "eta": 7, "theta": 8}; result = values["alpha"] + values["iota"]
