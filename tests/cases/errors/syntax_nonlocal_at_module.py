# nonlocal where there is no outer function.
nonlocal x
x = 1
