# float() of a text that is no number.
float("1,234.5")
