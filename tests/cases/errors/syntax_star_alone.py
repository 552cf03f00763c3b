# A starred expression that stands alone.
x = *[1, 2]
