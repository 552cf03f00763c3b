# A typographic character where ASCII is meant.
print(“hello”)
