# A match that falls through raises only what the code raises.
def area(shape):
    match shape:
        case ("circle", r):
            return 3 * r * r
        case {"side": s}:
            return s * s
        case _:
            raise NotImplementedError(f"no area for {shape!r}")


print(area(("circle", 2)), area({"side": 3}))
area(["blob"])
