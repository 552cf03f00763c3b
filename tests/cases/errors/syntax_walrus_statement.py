# := as a statement of its own.
x := 5
