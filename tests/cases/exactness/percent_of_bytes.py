print(b"plain" % "a")
