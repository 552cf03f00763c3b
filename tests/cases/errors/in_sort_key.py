# A key function called by the sort.
rows = [{"n": 3}, {"m": 1}]
rows.sort(key=lambda row: row["n"])
