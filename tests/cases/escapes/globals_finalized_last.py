#! expect = {status = "ok"}
left = [1, 2, 3]

class Last:
    def __del__(self):
        global kept
        if left and left.pop():
            kept = Last()

kept = Last()
_hidden = Last()
"contained"
