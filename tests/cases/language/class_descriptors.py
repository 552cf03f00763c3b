# Data and non-data descriptors, __set_name__, and lookup order.
class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, "unset")

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)

class NonData:
    def __get__(self, instance, owner):
        return f"computed for {owner.__name__}"

class Order:
    quantity, price = Positive(), Positive()
    note = NonData()

o = Order()
print(o.quantity, isinstance(Order.price, Positive), o.note, Order.note)
o.quantity, o.price, o.note = 3, 9.5, "plain"
o.__dict__["price"] = "ignored"
print(o.quantity, o.price, o.note, vars(o))
try:
    o.price = -1
except ValueError as exc:
    print(exc)
type(Order.__dict__["note"]).__name__, Order.quantity.name
