# A module used without its import is named in the hint.
radius = 2
area = math.pi * radius ** 2
