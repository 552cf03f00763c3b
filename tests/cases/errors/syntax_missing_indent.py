# A block without its indented body.
def f():
return 1
