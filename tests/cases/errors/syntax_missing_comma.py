# Perhaps you forgot a comma?
names = ["ann" "bob", 3 4]
