# A ledger with accounts, custom exceptions, transfers that roll back, and statements.
from contextlib import contextmanager


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} is short of {needed / 100:.2f}")
        self.account, self.needed = account, needed


class Account:
    def __init__(self, owner, cents=0):
        self.owner = owner
        self.entries = [("opening", cents)] if cents else []

    @property
    def balance(self):
        return sum(amount for _, amount in self.entries)

    def deposit(self, cents, memo="deposit"):
        if cents <= 0:
            raise BankError(f"cannot deposit {cents / 100:.2f}")
        self.entries.append((memo, cents))

    def withdraw(self, cents, memo="withdrawal"):
        if self.balance - cents < self.floor():
            raise InsufficientFunds(self, cents - self.balance + self.floor())
        self.entries.append((memo, -cents))

    def floor(self):
        return 0


class CreditAccount(Account):
    def __init__(self, owner, cents=0, credit=0):
        super().__init__(owner, cents)
        self.credit = credit

    def floor(self):
        return -self.credit


@contextmanager
def transaction(*accounts):
    saved = [list(account.entries) for account in accounts]
    try:
        yield
    except BankError as exc:
        for account, entries in zip(accounts, saved):
            account.entries = entries
        print(f"  rolled back: {exc}")


ann, bob = Account("Ann", 100_00), CreditAccount("Bob", 20_00, credit=50_00)

for source, target, cents in [(ann, bob, 30_00), (ann, bob, 80_00), (bob, ann, 95_00), (bob, ann, 6_00), (ann, bob, 0)]:
    print(f"{source.owner} -> {target.owner} {cents / 100:.2f}")
    with transaction(ann, bob):
        target.deposit(cents, f"from {source.owner}")
        source.withdraw(cents, f"to {target.owner}")

for account in (ann, bob):
    print(f"\nStatement of {account.owner} ({type(account).__name__})")
    running = 0
    for memo, cents in account.entries:
        running += cents
        print(f"  {memo:<10}{cents / 100:>10.2f}{running / 100:>10.2f}")

ann.balance, bob.balance
