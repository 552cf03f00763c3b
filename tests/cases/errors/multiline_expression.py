# Carets over an expression of several lines.
price = 10
count = None
total = (
    price
    * count
    + 5
)
