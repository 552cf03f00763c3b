#! expect = {status = "memory"}
#! memory = "48MiB"
class A:
    def __repr__(self):
        return 'a' * 10**9
A()
