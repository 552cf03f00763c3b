# A minus sign that is not a hyphen.
x = 5 − 3
