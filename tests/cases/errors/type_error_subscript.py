# Things that cannot be indexed, measured or walked.
for value, key in ((None, 0), (5, 0), ([1], "a"), ({1}, 0), ("ab", 1.0), (len, 0)):
    try:
        value[key]
    except TypeError as e:
        print(e)
for function in (len, iter, abs, reversed):
    try:
        function(None)
    except TypeError as e:
        print(e)
point = (1, 2)
point[0] = 5
