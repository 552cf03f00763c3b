# Code from exec has a file name of its own and no source line.
exec("x = 1\ny = x / 0")
