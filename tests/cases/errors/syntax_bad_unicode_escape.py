# An escape that is cut short.
path = "C:\Users\ann"
