# A method that lists do not have.
items = [1, 2]
items.push(3)
