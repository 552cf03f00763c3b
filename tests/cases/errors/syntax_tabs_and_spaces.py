# Tabs and spaces mixed so that the level is unclear.
if True:
        x = 1
	y = 2
