#! alone = "the message is new in 3.14"
# elif after else.
x = 1
if x == 1:
    pass
else:
    pass
elif x == 2:
    pass
