# An open string that ends in a character of several bytes.
x = 1
"€