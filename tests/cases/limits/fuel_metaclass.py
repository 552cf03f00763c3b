#! fuel = 10000
#! expect = "fuel"
class Meta(type):
    def __instancecheck__(cls, instance):
        while True:
            pass


class Base(metaclass=Meta):
    pass


isinstance(1, Base)
