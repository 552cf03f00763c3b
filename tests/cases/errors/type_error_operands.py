# Text and number added.
age = 30
print("age: " + age)
