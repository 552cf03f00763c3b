# Double underscore names inside a class are mangled; dunders are not.
class Account:
    __rate = 3

    def __init__(self, balance):
        self.__balance = balance
        self._single = 1
        self.__dunder__ = 2

    def __secret(self):
        return self.__balance * self.__rate

    def reveal(self, other):
        return self.__secret(), other.__balance, [self.__rate for _ in range(1)]

class Savings(Account):
    def __init__(self):
        super().__init__(7)
        self.__balance = "own"

    def both(self):
        return self.__balance, self._Account__balance

a, s = Account(5), Savings()
print(a.reveal(s), s.both(), sorted(vars(s)))
print(a._Account__secret(), Account._Account__rate, hasattr(a, "__balance"), hasattr(Account, "__rate"))
for name in ("__balance", "__secret"):
    try:
        getattr(a, name)
    except AttributeError as exc:
        print(type(exc).__name__)
a.__outside = 1
a.__outside, a.__dunder__, [n for n in dir(Savings) if "secret" in n]
