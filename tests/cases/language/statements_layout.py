# Layout: semicolons, continuation lines, comments, blank blocks, deep nesting, long chains.
from contextlib import nullcontext; a = 1; b = 2;  c = a + \
    b
if a: print("inline if"); print("second")
while c > 2: c -= 1
class Empty: pass
def short(x): return x * 2
try: short(None + 1)
except TypeError: print("inline except")
finally: print("inline finally")
with nullcontext("ctx") as ctx: print(ctx)
value = (1 +  # comment in an expression
         2 *
         3)
items = [
    1,  # comment, then a blank line

    3,
]
text = ("adjacent "
        'strings ' """join""")
if True:
	tabbed = "tab indent"
def nested():
    # only a comment above a return
    return (lambda: [[x for x in range(y)] for y in range(3)])()
pass; ...; "a string statement"; 5
x = y = z = []
x.append(1)
chain = (Empty, short, len,)[1](2)
matrix = [[1, 0],
          [0, 1]]
(((value))), items, text, tabbed, nested(), z, chain, matrix, c, {
    "k": (1,),
}["k"]
