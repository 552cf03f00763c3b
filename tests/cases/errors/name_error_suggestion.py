# A misspelt name gets a "Did you mean".
total_price = 10
print(total_prize)
