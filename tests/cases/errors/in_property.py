# A property is a frame without a call in the source.
class Order:
    lines = []

    @property
    def average(self):
        return sum(self.lines) / len(self.lines)


print(Order().average)
