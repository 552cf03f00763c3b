# Bytes literals hold ASCII only.
data = b"café"
