# Carets point at the subscript that failed, not at the outer one.
data = {"user": {"tags": []}}
print(data["user"]["tags"][0]["name"])
