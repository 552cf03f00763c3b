# Bytes that are not UTF-8.
b"caf\xe9 au lait".decode("utf-8")
