#! alone = "the unseeded generator draws from the run's seed"
#! seed = 7
# Without random.seed the numbers follow the policy's seed.
import random
import secrets
import uuid

print(random.random())
print(random.randint(1, 100), random.choice("abc"))
print(random.Random().random())
print(secrets.randbelow(1000), secrets.token_hex(4))
print(uuid.uuid4())
print(random.SystemRandom().randint(1, 6))
random.random()
