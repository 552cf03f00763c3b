# exit() and quit() are SystemExit too, and finally still runs.
try:
    exit(4)
finally:
    print("cleaned up")
