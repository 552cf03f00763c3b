#! expect = {status = "ok"}
found = [c for c in BaseException.__subclasses__() if c.__module__ == "taipan"]
for class_ in found:
    print("ESCAPED", class_)
print("contained:", len(found))
