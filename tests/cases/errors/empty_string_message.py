# An empty message leaves the name alone as well.
raise RuntimeError("")
