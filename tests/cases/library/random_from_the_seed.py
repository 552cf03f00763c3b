#! alone = "draws come from the seed of the policy"
#! seed = 7
import os
import random
import secrets
import uuid

print(random.random(), random.randint(1, 6), random.Random().random(), random.SystemRandom().randrange(100))
print(os.urandom(8).hex(), secrets.token_hex(8), secrets.choice("abc"), secrets.randbelow(1000), secrets.token_urlsafe(9))
print(uuid.uuid4(), uuid.uuid1(), uuid.uuid7(), uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))
random.seed()
print(random.random())
