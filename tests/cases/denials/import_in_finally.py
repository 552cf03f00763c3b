#! expect = "denied"
try:
    print("work")
finally:
    import subprocess
