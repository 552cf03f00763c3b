# Carets over a call of several lines.
def area(width, height):
    return width * height


print(
    area(
        width=3,
        height="4" * 2,
    ),
    area(
        3,
        depth=4,
    ),
)
