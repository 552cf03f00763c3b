# A misspelt attribute of an instance gets a suggestion.
class Account:
    def __init__(self):
        self.balance = 100


account = Account()
print(account.balence)
