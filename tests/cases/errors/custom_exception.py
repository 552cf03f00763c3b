# A custom exception with several arguments and attributes.
class Shortfall(Exception):
    def __init__(self, need, have):
        super().__init__(need, have)
        self.need, self.have = need, have

    def __str__(self):
        return f"need {self.need} but have {self.have}"


try:
    raise Shortfall(5, 3)
except Shortfall as e:
    print(e, repr(e), e.args, e.need - e.have)
raise Shortfall(100, 20)
