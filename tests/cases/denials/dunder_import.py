#! expect = "denied"
__import__("subprocess")
