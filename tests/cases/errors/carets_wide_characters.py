# Carets line up after wide and combined characters.
größe = {"名前": 1}
print("日本", größe["名前"], größe["住所"])
