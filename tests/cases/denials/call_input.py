#! expect = "error"
# Standard input is empty, which is no refusal.
name = input("Name? ")
print("Hello", name)
