#! expect = {status = "ok"}
def gen():
    yield 1

async def co():
    return 1

for code in (gen.__code__, co.__code__, (x for x in [1]).gi_code):
    try:
        result = eval(code)
        print("contained:", type(result).__name__)
        result.close()
    except Exception as error:
        print("contained:", type(error).__name__)

def f(a, b):
    return a, b

try:
    print(eval(f.__code__), "ESCAPED")
except TypeError as error:
    print("contained:", error)
