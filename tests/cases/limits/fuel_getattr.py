#! fuel = 10000
#! expect = "fuel"
# `hasattr` and a default for `getattr` swallow AttributeError; not this.
class Deep:
    def __getattr__(self, name):
        while True:
            pass


print(hasattr(Deep(), "x"), getattr(Deep(), "y", None))
